import { isMatching, P } from "ts-pattern";
import type { Job } from "../../job/any-job.js";
import type { JobState } from "../../job/job-state.js";
import { InvalidCheckpointError } from "../errors/invalid-checkpoint-error.js";

/** What every checkpoint says. */
interface CheckpointBase {
	/** The form of checkpoints. */
	readonly version: 1;
	/** Stands for the job's query, so that a checkpoint is not taken to another job. */
	readonly job: string;
	/** The page that comes next or is being worked on, from 1. */
	readonly page: number;
	/** Rows of the pages before. */
	readonly rows: number;
	/** What asks for the page on v8, if the page before gave it. It is of no use without the user's credentials. */
	readonly pageToken?: string | undefined;
}

/** The page's job is to be submitted. */
export interface SubmitCheckpoint extends CheckpointBase {
	/** What comes next. */
	readonly step: "submit";
}

/** The page's job was submitted and is to be looked at. */
export interface WaitCheckpoint extends CheckpointBase {
	/** What comes next. */
	readonly step: "wait";
	/** The page's job. */
	readonly jobId: string;
	/** How often it was looked at. */
	readonly looks: number;
	/** What it was when last looked at. */
	readonly state: JobState;
}

/** The page's job is completed and its rows are to be read. */
export interface ReadCheckpoint extends CheckpointBase {
	/** What comes next. */
	readonly step: "read";
	/** The page's job. */
	readonly jobId: string;
	/** Rows of the page, as Zoho counts them. */
	readonly count: number;
	/** Rows of the page that were taken already. */
	readonly taken: number;
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** Whether a further page has records. */
	readonly moreRecords: boolean;
	/** What asks for that page on v8. It is of no use without the user's credentials. */
	readonly nextPageToken?: string | undefined;
	/** That page's job, where it was submitted ahead. */
	readonly nextJobId?: string | undefined;
}

/** Every page was read. */
export interface DoneCheckpoint extends CheckpointBase {
	/** What comes next. */
	readonly step: "done";
}

/**
 * How far an export has got: plain JSON without secrets, to be kept anywhere. Do not build on what is in it; it is typed so
 * that it can be logged and looked at.
 */
export type Checkpoint = SubmitCheckpoint | WaitCheckpoint | ReadCheckpoint | DoneCheckpoint;

/** The checkpoint before the first step of an export. */
export function beginExport(job: Job<unknown>): SubmitCheckpoint {
	return { version: 1, job: fingerprint(job), step: "submit", page: job.toJSON().query.page ?? 1, rows: 0 };
}

/** The same checkpoint, but with nothing of its page taken: where to go on after a {@link DamagedResultError}. */
export function restartPage(checkpoint: Checkpoint): Checkpoint {
	return checkpoint.step === "read" ? { ...checkpoint, taken: 0 } : checkpoint;
}

/**
 * The same page, to be submitted again: where to go on after a {@link JobFailedError}, and after a {@link DamagedResultError}
 * whose archive is whole. What the page gave is to be forgotten; the new job is charged for.
 */
export function resubmitPage(checkpoint: Checkpoint): Checkpoint {
	if (checkpoint.step === "done") return checkpoint;
	const { version, job, page, rows, pageToken } = checkpoint;
	return { version, job, step: "submit", page, rows, ...(pageToken === undefined ? {} : { pageToken }) };
}

const count = P.number.int().gte(0);
const base = { version: 1 as const, job: P.string, page: count, rows: count, pageToken: P.optional(P.string) };
const checkpoint = P.union(
	{ ...base, step: "submit" as const },
	{ ...base, step: "wait" as const, jobId: P.string, looks: count, state: P.string },
	{
		...base,
		step: "read" as const,
		jobId: P.string,
		count,
		taken: count,
		downloadUrl: P.string,
		moreRecords: P.boolean,
		nextPageToken: P.optional(P.string),
		nextJobId: P.optional(P.string),
	},
	{ ...base, step: "done" as const },
);

/**
 * Checks what was kept as a checkpoint.
 *
 * @param kept - the parsed JSON.
 * @throws {@link InvalidCheckpointError}
 */
export function readCheckpoint(kept: unknown, job: Job<unknown>): Checkpoint {
	if (!isMatching(checkpoint, kept)) {
		throw new InvalidCheckpointError("This is no checkpoint of this version of the library. Begin the export anew.");
	}
	if (kept.job !== fingerprint(job)) {
		throw new InvalidCheckpointError(
			`This checkpoint belongs to another job than this one on ${job.module.apiName}: its module, fields, criteria or custom view differ. Give the job that it was made with, or begin the export anew.`,
		);
	}
	return kept;
}

/**
 * A short text that differs when what a job asks for differs: page and callback aside, and in whatever order its keys stand.
 * FNV-1a in two halves; it guards against mistakes, not against malice.
 */
function fingerprint(job: Job<unknown>): string {
	const { query, file_type } = job.toJSON();
	const text = JSON.stringify({ ...query, page: undefined, file_type }, (_key, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
			: value,
	);
	let forwards = 0x811c9dc5;
	let backwards = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		forwards = Math.imul(forwards ^ text.charCodeAt(at), 0x01000193);
		backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
	}
	return [forwards, backwards].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
