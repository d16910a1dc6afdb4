import type { JobState } from "../../job/job-state.js";

/** What every checkpoint says. */
export interface CheckpointBase {
	/** The version of the format. */
	readonly version: 2;
	/** Identifies the job's query, so that a checkpoint is not used with another job. */
	readonly job: string;
	/** The API, the credentials and the user that it belongs to, as far as known; absent before the first step. */
	readonly owner?: CheckpointOwner | undefined;
	/** The page that is next or under way, from 1. */
	readonly page: number;
	/** Rows of the previous pages. */
	readonly rows: number;
	/** A checksum of the rest, so that a checkpoint that was altered or mixed up is refused. */
	readonly seal: string;
}

/** What a checkpoint belongs to, as far as known. Fingerprints are one-way; none is a secret. */
export interface CheckpointOwner {
	/** Origin of the API. */
	readonly api: string;
	/**
	 * Identifies a refresh token and its client, if those are the credentials; a renewed access token does not change
	 * it.
	 */
	readonly credentials?: string | undefined;
	/** Identifies the user whose jobs they are, once Zoho has named one. */
	readonly user?: string | undefined;
}

/**
 * A part of the records by creation time, in seconds: from one moment on, and before another. Without either it is
 * unbounded on that side.
 */
export interface CreatedWindow {
	/** The first moment in it: ISO 8601. */
	readonly from?: string | undefined;
	/** The first moment after it: ISO 8601. */
	readonly before?: string | undefined;
	/** Records without such a moment: included with those before a moment, or the only ones in it. */
	readonly empty?: "too" | "only" | undefined;
	/** Only records with this id or a higher one: if more were created in one second than a page holds. */
	readonly idFrom?: string | undefined;
	/** Only records with an id below this one. */
	readonly idBefore?: string | undefined;
}

/** What to do with one page. */
export type PageTask = SubmitTask | WaitTask | ReadTask;

/** The page's job must be submitted. */
export interface SubmitTask {
	/** What comes next. */
	readonly step: "submit";
	/** Requests the page on v8, if the page before gave it. It is useless without the user's credentials. */
	readonly pageToken?: string | undefined;
}

/** The page's job was submitted, and must be looked at. */
export interface WaitTask {
	/** What comes next. */
	readonly step: "wait";
	/** Requested the page on v8, if the page before gave it. It is useless without the user's credentials. */
	readonly pageToken?: string | undefined;
	/** The page's job. */
	readonly jobId: string;
	/** When it was submitted: ISO 8601, by the client's clock. */
	readonly time: string;
	/** How often it was looked at. */
	readonly looks: number;
	/** Its state when last looked at. */
	readonly state: JobState;
}

/** The page's job is completed, and its rows must be read. */
export interface ReadTask {
	/** What comes next. */
	readonly step: "read";
	/** Requested the page on v8, if the page before gave it. It is useless without the user's credentials. */
	readonly pageToken?: string | undefined;
	/** The page's job. */
	readonly jobId: string;
	/** When it was seen to be completed: ISO 8601, by the client's clock. Zoho keeps a result for a day. */
	readonly time: string;
	/** Rows of the page, as Zoho counts them. */
	readonly count: number;
	/** Rows of the page that were taken already. */
	readonly taken: number;
	/** What the taken rows came from, to verify that a later download has the same ones. */
	readonly proof?: TakenProof | undefined;
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** Whether a further page has records. */
	readonly moreRecords: boolean;
	/** Requests that page on v8. It is useless without the user's credentials. */
	readonly nextPageToken?: string | undefined;
}

/**
 * The first bytes of a file, as their number and their CRC-32; `"verified"` if the whole file was checked before the
 * first row was given.
 */
export type TakenProof = { readonly bytes: number; readonly crc: number } | "verified";

/** The page's job must be submitted. */
export interface SubmitCheckpoint extends CheckpointBase, SubmitTask {}

/** The page's job was submitted, and must be looked at. */
export interface WaitCheckpoint extends CheckpointBase, WaitTask {}

/** The page's job is completed, and its rows must be read. */
export interface ReadCheckpoint extends CheckpointBase, ReadTask {
	/** The next page's job, if it was submitted ahead. */
	readonly nextJob?: { readonly id: string; readonly time: string } | undefined;
}

/** An export by windows: several may be under way at once. */
export interface WindowsCheckpoint extends CheckpointBase {
	/** Each window says what comes next. */
	readonly step: "windows";
	/** The windows that have not been read yet. */
	readonly open: readonly WindowTask[];
}

/** Every page was read. */
export interface DoneCheckpoint extends CheckpointBase {
	/** What comes next. */
	readonly step: "done";
}

/** What to do with one window. */
export type WindowTask = (SubmitTask | WindowWaitTask | ReadTask | SplitTask) & WindowNamed;

/** The window's job was submitted, and must be looked at. */
export interface WindowWaitTask extends WaitTask {
	/** When to look next, in milliseconds since 1970. */
	readonly due: number;
}

/** Which window a task is about. */
export interface WindowNamed {
	/** The window. */
	readonly window: CreatedWindow;
	/** The page, from 1, if the window is read in pages because it cannot be narrowed. */
	readonly part?: number | undefined;
	/** Whether its job reads nothing but moments, to split the window by: this export's files do not have them. */
	readonly probe?: true | undefined;
}

/** The window has more than a page, and must be split by the moments in its file. */
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
 * How far an export has got: plain JSON without secrets, to be stored anywhere. Do not rely on its contents; it is
 * typed for logging and inspection.
 *
 * It belongs to one job, and from its first step on to one org: to the API, to the credentials (if they are a refresh
 * token) and to the user whose jobs they are. It keeps one-way fingerprints of those. A new access token is the same
 * identity; another refresh token, client id or user is not, since it may see other records.
 */
export type Checkpoint = SubmitCheckpoint | WaitCheckpoint | ReadCheckpoint | WindowsCheckpoint | DoneCheckpoint;
