import type { JobCreator } from "../../job/job-details.js";
import { AbortedError } from "../errors/aborted-error.js";
import { InvalidCheckpointError } from "../errors/invalid-checkpoint-error.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { CallOptions } from "../jobs/wait-for-job.js";
import type { Checkpoint, CheckpointOwner } from "./checkpoint.js";

/**
 * The owner of the next checkpoint: that of the one before, checked against the client that takes the step.
 *
 * @throws {@link InvalidCheckpointError} if the client talks to another API, or has different credentials.
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
			`This checkpoint belongs to an export from ${owner.api}, but this client talks to ${api}: resuming would mix the records of two orgs. Resume with the client that started it, or start the export again.`,
		);
	}
	if (owner.credentials !== undefined && credentials !== undefined && owner.credentials !== credentials) {
		throw new InvalidCheckpointError(
			"This checkpoint belongs to an export with different credentials: another refresh token or client id may be for another org. Resume with the credentials that started it, or start the export again.",
		);
	}
	return { ...(credentials && { credentials }), ...owner };
}

/** Who the client is. The part after the API's host may be a proxy's secret, so only its fingerprint is shown. */
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
 * Checks the user whose job it is against the user of the jobs before.
 *
 * @throws {@link InvalidCheckpointError} if it is a different one.
 */
export async function withUser(owner: CheckpointOwner, creator: JobCreator | undefined): Promise<CheckpointOwner> {
	if (creator === undefined) return owner;
	const user = await oneWay(owner.api, creator.id);
	if (owner.user !== undefined && owner.user !== user) {
		throw new InvalidCheckpointError(
			"This checkpoint belongs to another user's or another org's export: resuming would mix their records. Resume with the credentials that started it, or start the export again.",
		);
	}
	return { ...owner, user };
}

/** A short text that differs if these do, and does not reveal them. */
async function oneWay(...parts: readonly string[]): Promise<string> {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n")));
	return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
