import { advance } from "../../../src/client/export/advance.js";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { CreatedWindow, WindowsCheckpoint, WindowTask } from "../../../src/client/export/checkpoint.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import type { AdvanceOptions, Step } from "../../../src/client/export/page-tasks.js";
import type { Job } from "../../../src/job/any-job.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Contacts } from "../../../src/standard/index.js";
import { type ApiInMemory, apiInMemory, type Script, start } from "./api-in-memory.js";

/** A job whose files have the moments. */
export const job = bulkRead(Contacts).select("Last_Name", "Created_Time");
/** One whose files have not. */
export const withoutMoments = bulkRead(Contacts).select("Last_Name");
/** The owner of its checkpoints. */
export const owner = { api: "https://a.test" };
/** When the job of a window was submitted. */
export const earlier = new Date(start - 1_000).toISOString();

/** An export after two windows and three rows, with these that are open. */
export function windowed(asked: Job<unknown>, ...open: readonly WindowTask[]): WindowsCheckpoint {
	const { version, job: query } = beginExport(asked);
	return seal<WindowsCheckpoint>({ version, job: query, owner, page: 3, rows: 3, step: "windows", open });
}

/** So many seconds after the clock's start. */
export const at = (second: number): string => new Date(start + second * 1_000).toISOString().replace(".000Z", "+00:00");
/** Nine seconds, the first of them, and all that comes after them. */
export const narrow: CreatedWindow = { from: at(0), before: at(9) };
export const second: CreatedWindow = { from: at(0), before: at(1) };
export const later: CreatedWindow = { from: at(9) };

/** What is to be done with the nine seconds. */
export const submit = { step: "submit", window: narrow } as const;
export const wait = (jobId: string, due: number, window = narrow) =>
	({ window, step: "wait", jobId, time: earlier, looks: 0, state: "ADDED", due: start + due }) as const;
export const result = { count: 2, downloadUrl: "/result", moreRecords: true };
export const split = { window: narrow, step: "split", jobId: "9", time: earlier, ...result } as const;
export const read = { window: narrow, step: "read", jobId: "9", time: earlier, taken: 0, ...result } as const;

/** A step that was taken, and the windows that are open after it. */
export interface Taken extends ApiInMemory {
	readonly step: Step<unknown>;
	readonly open: readonly WindowTask[] | undefined;
}

/** A step from these windows. */
export async function stepOf(
	open: readonly WindowTask[],
	{ options, asked = job, ...script }: Script & { options?: AdvanceOptions; asked?: Job<unknown> } = {},
): Promise<Taken> {
	const api = apiInMemory(script);
	api.clock.pass(500);
	const step = await advance(api.context, windowed(asked, ...open), asked, options);
	return { ...api, step, open: step.checkpoint.step === "windows" ? step.checkpoint.open : undefined };
}
