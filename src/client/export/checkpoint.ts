import type { JobState } from "../../job/job-state.js";

/** What every checkpoint says. */
export interface CheckpointBase {
	/** The form of checkpoints. */
	readonly version: 2;
	/** Stands for the job's query, so that a checkpoint is not taken to another job. */
	readonly job: string;
	/** The API, the credentials and the user that it belongs to, as far as they are known; absent before the first step. */
	readonly owner?: CheckpointOwner | undefined;
	/** The page that comes next or is being worked on, from 1. */
	readonly page: number;
	/** Rows of the pages before. */
	readonly rows: number;
	/** Stands for all the rest, so that a checkpoint that was altered or mixed is not gone on from. */
	readonly seal: string;
}

/** What a checkpoint belongs to, as far as it is known. Fingerprints are one-way, and no secret is among them. */
export interface CheckpointOwner {
	/** Origin of the API. */
	readonly api: string;
	/** Stands for a refresh token and its client, where the credentials are one; a renewed access token does not change it. */
	readonly credentials?: string | undefined;
	/** Stands for the user whose jobs they are, once Zoho named one. */
	readonly user?: string | undefined;
}

/**
 * A part of the records by when they were created, in seconds: from a moment on, and before another one. Without either it
 * has no bound there.
 */
export interface CreatedWindow {
	/** The first moment in it: ISO 8601. */
	readonly from?: string | undefined;
	/** The first moment behind it: ISO 8601. */
	readonly before?: string | undefined;
	/** Records without such a moment: in it beside those before a moment, or nothing else in it. */
	readonly empty?: "too" | "only" | undefined;
	/** Of those, the records whose id is not below this one: where more were created in one second than a page holds. */
	readonly idFrom?: string | undefined;
	/** Of those, the records whose id is below this one. */
	readonly idBefore?: string | undefined;
}

/** What is to be done with one page. */
export type PageTask = SubmitTask | WaitTask | ReadTask;

/** The page's job is to be submitted. */
export interface SubmitTask {
	/** What comes next. */
	readonly step: "submit";
	/** What asks for the page on v8, if the page before gave it. It is of no use without the user's credentials. */
	readonly pageToken?: string | undefined;
}

/** The page's job was submitted and is to be looked at. */
export interface WaitTask {
	/** What comes next. */
	readonly step: "wait";
	/** What asked for the page on v8, if the page before gave it. It is of no use without the user's credentials. */
	readonly pageToken?: string | undefined;
	/** The page's job. */
	readonly jobId: string;
	/** When it was submitted: ISO 8601, by the client's clock. */
	readonly time: string;
	/** How often it was looked at. */
	readonly looks: number;
	/** What it was when last looked at. */
	readonly state: JobState;
}

/** The page's job is completed and its rows are to be read. */
export interface ReadTask {
	/** What comes next. */
	readonly step: "read";
	/** What asked for the page on v8, if the page before gave it. It is of no use without the user's credentials. */
	readonly pageToken?: string | undefined;
	/** The page's job. */
	readonly jobId: string;
	/** When it was seen to be completed: ISO 8601, by the client's clock. Zoho keeps a result for a day. */
	readonly time: string;
	/** Rows of the page, as Zoho counts them. */
	readonly count: number;
	/** Rows of the page that were taken already. */
	readonly taken: number;
	/** What the rows that were taken came from, so that they can be told to be those of a later download. */
	readonly proof?: TakenProof | undefined;
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** Whether a further page has records. */
	readonly moreRecords: boolean;
	/** What asks for that page on v8. It is of no use without the user's credentials. */
	readonly nextPageToken?: string | undefined;
}

/** The first bytes of a file, by their number and their CRC-32; `"verified"` where the whole file was checked before a row was given. */
export type TakenProof = { readonly bytes: number; readonly crc: number } | "verified";

/** The page's job is to be submitted. */
export interface SubmitCheckpoint extends CheckpointBase, SubmitTask {}

/** The page's job was submitted and is to be looked at. */
export interface WaitCheckpoint extends CheckpointBase, WaitTask {}

/** The page's job is completed and its rows are to be read. */
export interface ReadCheckpoint extends CheckpointBase, ReadTask {
	/** The next page's job, where it was submitted ahead. */
	readonly nextJob?: { readonly id: string; readonly time: string } | undefined;
}

/** An export by windows: several may be worked on at once. */
export interface WindowsCheckpoint extends CheckpointBase {
	/** What comes next stands with each window. */
	readonly step: "windows";
	/** The windows that were not read yet. */
	readonly open: readonly WindowTask[];
}

/** Every page was read. */
export interface DoneCheckpoint extends CheckpointBase {
	/** What comes next. */
	readonly step: "done";
}

/** What is to be done with one window. */
export type WindowTask = (SubmitTask | WindowWaitTask | ReadTask | SplitTask) & WindowNamed;

/** The window's job was submitted and is to be looked at. */
export interface WindowWaitTask extends WaitTask {
	/** When to look next, in milliseconds since 1970. */
	readonly due: number;
}

/** Which window a task is about. */
export interface WindowNamed {
	/** The window. */
	readonly window: CreatedWindow;
	/** The page, from 1, where the window is read in pages because it cannot be narrowed. */
	readonly part?: number | undefined;
	/** Whether its job reads nothing but moments, to cut the window by: the files of this export do not have them. */
	readonly probe?: true | undefined;
}

/** The window has more than a page, and is to be cut by the moments in its file. */
export interface SplitTask {
	/** What comes next. */
	readonly step: "split";
	/** The job whose file has the moments. */
	readonly jobId: string;
	/** When it was seen to be completed: ISO 8601, by the client's clock. */
	readonly time: string;
	/** Rows of the file, as Zoho counts them. */
	readonly count: number;
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** Whether the window has more records than the file. */
	readonly moreRecords: boolean;
}

/**
 * How far an export has got: plain JSON without secrets, to be kept anywhere. Do not build on what is in it; it is typed so
 * that it can be logged and looked at.
 *
 * It belongs to one job, and from its first step on to one org: to the API that was talked to, to the credentials (where
 * they are a refresh token) and to the user whose jobs they are. Of those it keeps one-way fingerprints. A new access token
 * is the same identity; another refresh token, another client id or another user are not, since they may see other records.
 */
export type Checkpoint = SubmitCheckpoint | WaitCheckpoint | ReadCheckpoint | WindowsCheckpoint | DoneCheckpoint;
