import type { JobCreator } from "../../job/job-details.js";
import { AbortedError } from "../errors/aborted-error.js";
import { InvalidCheckpointError } from "../errors/invalid-checkpoint-error.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { CallOptions } from "../jobs/wait-for-job.js";
import type { Checkpoint, CheckpointOwner } from "./checkpoint.js";

/**
 * What the next checkpoint belongs to: what the one before belongs to, held against the client that takes the step.
 *
 * @throws {@link InvalidCheckpointError} where the client talks to another API, or has other credentials.
 */
export async function ownerOf(
	context: ClientContext,
	{ owner }: Checkpoint,
	options: CallOptions,
): Promise<CheckpointOwner> {
	const { api, credentials } = await identify(context, options);
	if (owner === undefined) return { api, ...(credentials && { credentials }) };
	if (owner.api !== api) {
		throw new InvalidCheckpointError(
			`This checkpoint belongs to an export at ${owner.api}, and this client talks to ${api}: going on would mix the records of two orgs. Go on with the client that it was begun with, or begin the export anew.`,
		);
	}
	if (owner.credentials !== undefined && credentials !== undefined && owner.credentials !== credentials) {
		throw new InvalidCheckpointError(
			"This checkpoint belongs to an export with other credentials than this client's: another refresh token or client id may be of another org. Go on with those that it was begun with, or begin the export anew.",
		);
	}
	return { ...(credentials && { credentials }), ...owner };
}

/** Who the client is. What stands behind the API's host may be a secret of a proxy's: it is shown by its fingerprint. */
async function identify(context: ClientContext, { signal, onWait }: CallOptions): Promise<CheckpointOwner> {
	try {
		const { origin: base, identity } = await context.target(signal, onWait);
		const { origin, pathname } = new URL(base);
		return {
			api: pathname === "/" ? origin : `${origin}/${await oneWay(base)}`,
			...(identity === undefined ? {} : { credentials: await oneWay(identity) }),
		};
	} catch (error) {
		throw signal?.aborted ? new AbortedError(undefined, signal.reason) : error;
	}
}

/**
 * Holds the user whose job it is against the one whose jobs came before.
 *
 * @throws {@link InvalidCheckpointError} where it is another one.
 */
export async function withUser(owner: CheckpointOwner, creator: JobCreator | undefined): Promise<CheckpointOwner> {
	if (creator === undefined) return owner;
	const user = await oneWay(owner.api, creator.id);
	if (owner.user !== undefined && owner.user !== user) {
		throw new InvalidCheckpointError(
			"This checkpoint belongs to the export of another user, or of another org: going on would mix their records. Go on with the credentials that it was begun with, or begin the export anew.",
		);
	}
	return { ...owner, user };
}

/** A short text that differs where these do, and does not give them away. */
async function oneWay(...parts: readonly string[]): Promise<string> {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n")));
	return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
