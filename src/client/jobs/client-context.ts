import type { ApiVersion } from "../../job/request.js";
import type { Backoff } from "../../time/wait-times.js";
import type { OnWait } from "../transport/wait.js";
import type { Patience } from "../transport/wait-before-retry.js";
import type { BulkReadApi } from "./bulk-read-api.js";

/** The parts of a client. */
export interface ClientContext extends Patience {
	readonly api: BulkReadApi;
	readonly apiVersion: ApiVersion;
	/** The API's address for these credentials, including a path prefix, and what identifies them, if known. */
	target(
		signal: AbortSignal | undefined,
		onWait?: OnWait,
	): Promise<{ readonly origin: string; readonly identity: string | undefined }>;
	/** Between two looks at a job. */
	readonly poll: Backoff;
	/** Milliseconds within which something must arrive. */
	readonly timeout: number;
	/** Ends everything that the client does. */
	readonly signal: AbortSignal | undefined;
}

/** A signal that is aborted when the client's is, or the call's. */
export function joinSignals(
	context: Pick<ClientContext, "signal">,
	...signals: readonly (AbortSignal | undefined)[]
): AbortSignal | undefined {
	const [first, ...others] = [context.signal, ...signals].filter((signal) => signal !== undefined);
	return first === undefined || others.length === 0 ? first : AbortSignal.any([first, ...others]);
}
