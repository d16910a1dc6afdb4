import { makeVisible } from "../../checks/make-visible.js";
import type { Secrets } from "../errors/secrets.js";
import { codeOf } from "./api-error.js";
import type { Outcome } from "./exchange.js";

/** An attempt of a request that has come to an end. It holds no secret: neither host, headers and body, nor a query's values. */
export interface RequestEvent {
	/** The method. */
	readonly method: "GET" | "POST";
	/** Path of the request, without its query. */
	readonly path: string;
	/** The number of the attempt, from 1. */
	readonly attempt: number;
	/** HTTP status of the answer; `undefined` where none came. */
	readonly status: number | undefined;
	/** Zoho's code of a refusal, or the system's of a fault (`"ECONNRESET"`, `"TIMEOUT"`); `undefined` after a success. */
	readonly code: string | undefined;
	/** When it was sent, in milliseconds since 1970. */
	readonly startedAt: number;
	/** Milliseconds from sending it to the end of the answer; of a download to its head. */
	readonly milliseconds: number;
	/** Bytes of the answer's body, of a download as the server announced them; `undefined` where none came. */
	readonly bytes: number | undefined;
	/** The job that the request is about, if one. */
	readonly jobId: string | undefined;
	/** Milliseconds until it is sent again; `undefined` where it is not. */
	readonly wait: number | undefined;
}

/** Takes note of attempts. What it throws is ignored: no export ends because nobody could take note of it. */
export type OnRequest = (event: RequestEvent) => void;

/** A reporter of the attempts of one request; none where nobody listens. */
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
