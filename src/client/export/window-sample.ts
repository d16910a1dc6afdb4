import type { Job } from "../../job/any-job.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { momentOf } from "../../time/moment.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { SplitTask } from "./checkpoint.js";
import type { AdvanceOptions } from "./page-tasks.js";
import { readResult } from "./read-result.js";
import { createdField } from "./window.js";

/** How often a damaged file is downloaded in all. */
const maxDownloads = 3;

/** What a window is split by, from the records of its file, in their order. */
export interface CutSample {
	/** When they were created, in seconds since 1970: `NaN` for a record without a time. */
	readonly created: readonly number[];
	readonly ids: readonly string[];
}

/** Reads what a window is split by from the file of its job. */
export async function readSample(
	context: ClientContext,
	{ jobId, count, downloadUrl, time }: SplitTask,
	job: Job<unknown>,
	by: keyof CutSample,
	{ signal, onBytes }: AdvanceOptions,
): Promise<CutSample> {
	const file = { jobId, count, downloadUrl, time, taken: 0 };
	for (let downloads = 1; ; downloads += 1) {
		try {
			const created: number[] = [];
			const ids: string[] = [];
			// Invalid cells are reported to whoever reads the rows; here they would only be in the way.
			const rows = readResult(context, file, job, { signal, onBytes, invalidCells: "text", copyText: false });
			for await (const batch of rows.batches()) {
				for (const row of batch) {
					if (by === "created") created.push(secondOf(row));
					else ids.push(String(Reflect.get(Object(row), "Id")));
				}
			}
			return { created, ids };
		} catch (error) {
			// Nothing was given yet, so nothing must be undone.
			if (!(error instanceof DamagedResultError) || error.archiveIsWhole || downloads === maxDownloads) throw error;
		}
	}
}

function secondOf(row: unknown): number {
	const text: unknown = Reflect.get(Object(row), createdField);
	return typeof text === "string" ? Math.floor(momentOf(text) / 1000) : Number.NaN;
}
