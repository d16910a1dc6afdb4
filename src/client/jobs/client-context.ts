import type { ApiVersion } from "../../job/request.js";
import type { Backoff } from "../../time/wait-times.js";
import type { Patience } from "../transport/wait-before-retry.js";
import type { BulkReadApi } from "./bulk-read-api.js";

/** What one client is made of. */
export interface ClientContext extends Patience {
	readonly api: BulkReadApi;
	readonly apiVersion: ApiVersion;
	/** Where the API is for these credentials, path prefix included, and what tells them from others, where that is known. */
	target(signal: AbortSignal | undefined): Promise<{ readonly origin: string; readonly identity: string | undefined }>;
	/** Between two looks at a job. */
	readonly poll: Backoff;
	/** Milliseconds in which something must come. */
	readonly timeout: number;
	/** Ends everything that the client does. */
	readonly signal: AbortSignal | undefined;
}

/** A signal that is aborted when the call's or the client's is. */
export function joinSignals(
	context: Pick<ClientContext, "signal">,
	signal: AbortSignal | undefined,
): AbortSignal | undefined {
	if (context.signal === undefined || signal === undefined) return signal ?? context.signal;
	return AbortSignal.any([context.signal, signal]);
}
