import { Secrets } from "../../../src/client/errors/secrets.js";
import type { Asking } from "../../../src/client/jobs/bulk-read-api.js";
import type { ClientContext } from "../../../src/client/jobs/client-context.js";
import type { AddedJob, JobDetails, JobResult } from "../../../src/job/job-details.js";
import { pollBackoff } from "../../../src/time/wait-times.js";
import { type VirtualClock, virtualClock } from "../virtual-clock.js";

/** The answers about a job, one for each look, and its file, one for each download. The last answer repeats. */
export interface Script {
	readonly added?: Partial<AddedJob> | Error;
	readonly looks?: readonly (Partial<JobDetails> | Error)[];
	/** Each in its parts, or broken off. */
	readonly files?: readonly (readonly (Uint8Array | Error)[] | Error)[];
	readonly context?: Partial<ClientContext>;
}

/** What was asked of the API, and how. */
export interface Asked {
	readonly call: "create" | "details" | "download";
	/** The body of the request, or the job. */
	readonly of: unknown;
	readonly url?: string;
	readonly asking: Asking;
}

/** An API without HTTP: jobs are 1001, 1002, ... in the order of submission. */
export interface ApiInMemory {
	readonly context: ClientContext;
	readonly clock: VirtualClock;
	readonly asked: readonly Asked[];
	count(call: Asked["call"]): number;
}

/** When its clock starts. */
export const start: number = Date.UTC(2026, 0, 1);

/** An API that says what a test wants, for tests of what is made of it. */
export function apiInMemory({ added = {}, looks = [completed()], files = [], context }: Script = {}): ApiInMemory {
	const clock = virtualClock(start);
	const asked: Asked[] = [];
	const count = (call: Asked["call"]): number => asked.filter((one) => one.call === call).length;
	const unsaid = { operation: "read", createdBy: undefined, createdTime: undefined } as const;
	const api: Partial<ClientContext["api"]> = {
		create: async (of, asking) => {
			asked.push({ call: "create", of, asking });
			return { ...unsaid, id: String(1000 + count("create")), state: "ADDED", ...said([added], 0) };
		},
		details: async (of, asking) => {
			asked.push({ call: "details", of, asking });
			const none = { query: undefined, fileType: undefined, result: undefined, failure: undefined };
			return { ...unsaid, ...none, id: of, state: "QUEUED", ...said(looks, count("details") - 1) };
		},
		openResult: async (of, url, asking) => {
			asked.push({ call: "download", of, url, asking });
			return { body: streamOf(said(files, count("download") - 1)), secrets: new Secrets([]) };
		},
	};
	return {
		clock,
		asked,
		count,
		context: {
			// Nothing else is asked of it here.
			api: api as ClientContext["api"],
			apiVersion: "v2",
			target: async () => ({ origin: "https://a.test", identity: undefined }),
			poll: pollBackoff,
			timeout: 60_000,
			signal: undefined,
			clock,
			random: () => 0,
			retries: 0,
			maxRetryAfter: 60_000,
			...context,
		},
	};
}

function said<Answer extends object>(answers: readonly (Answer | Error)[], turn: number): Answer {
	const answer = answers[Math.min(turn, answers.length - 1)];
	if (answer === undefined) throw new Error("The test says nothing about this.");
	if (answer instanceof Error) throw answer;
	return answer;
}

function streamOf(parts: readonly (Uint8Array | Error)[]): ReadableStream<Uint8Array> {
	const left = [...parts];
	return new ReadableStream<Uint8Array>(
		{
			pull: (controller) => {
				const part = left.shift();
				if (part === undefined) controller.close();
				else if (part instanceof Error) controller.error(part);
				else controller.enqueue(part);
			},
		},
		{ highWaterMark: 0 },
	);
}

/** What is said of a completed job. */
export function completed(result: Partial<JobResult> = {}): Partial<JobDetails> {
	const usual = { page: undefined, perPage: undefined, count: 0, downloadUrl: "/result", moreRecords: false };
	return { state: "COMPLETED", result: { ...usual, nextPageToken: undefined, ...result } };
}
