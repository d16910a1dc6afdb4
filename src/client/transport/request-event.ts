import { makeVisible } from "../../checks/make-visible.js";
import type { Secrets } from "../errors/secrets.js";
import { codeOf } from "./api-error.js";
import type { Outcome } from "./exchange.js";

/** A finished attempt of a request. It contains no secrets: no host, headers or body, and no values of a query. */
export interface RequestEvent {
	/** The method. */
	readonly method: "GET" | "POST";
	/** Path of the request, without its query. */
	readonly path: string;
	/** The number of the attempt, from 1. */
	readonly attempt: number;
	/** HTTP status of the answer; `undefined` if none came. */
	readonly status: number | undefined;
	/**
	 * Zoho's code for a refusal, or the system's for a fault (`"ECONNRESET"`, `"TIMEOUT"`); `undefined` after a
	 * success.
	 */
	readonly code: string | undefined;
	/** When it was sent, in milliseconds since 1970. */
	readonly startedAt: number;
	/** Milliseconds from sending it to the end of the answer; for a download, to its head. */
	readonly milliseconds: number;
	/** Bytes of the answer's body, for a download as the server announced them; `undefined` if none came. */
	readonly bytes: number | undefined;
	/** The job that the request is about, if any. */
	readonly jobId: string | undefined;
	/** Milliseconds until it is retried; `undefined` if it is not. */
	readonly wait: number | undefined;
}

/** Called after every attempt. What it throws is ignored: an export must not fail because logging does. */
export type OnRequest = (event: RequestEvent) => void;

/** A reporter of the attempts of one request; none if nobody listens. */
export function reportTo(
	onRequest: OnRequest | undefined,
	{ method, path, jobId }: { readonly method: "GET" | "POST"; readonly path: string; readonly jobId?: string },
	secrets: () => Secrets,
): ((outcome: Outcome) => Promise<void>) | undefined {
	if (onRequest === undefined) return undefined;
	return async ({ attempt, received, startedAt, milliseconds, wait, refused }) => {
		const { answer, fault } = received;
		const code = answer === undefined ? fault.code : refused ? codeOf(answer) : undefined;
		try {
			onRequest({
				method,
				path: makeVisible(secrets().conceal(path.split(/[?#]/)[0] ?? "")),
				attempt,
				status: answer?.status,
				code: code === undefined ? undefined : await secrets().concealCode(code),
				startedAt,
				milliseconds,
				bytes: answer?.bytes,
				jobId,
				wait,
			});
		} catch {
			// See OnRequest.
		}
	};
}
