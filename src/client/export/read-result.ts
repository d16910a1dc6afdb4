import type { Except } from "type-fest";
import type { AnyJob, Job } from "../../job/any-job.js";
import { withoutFirst } from "../../result/rows/column-order.js";
import { withoutFirstLines } from "../../result/rows/line-batch.js";
import { openRows } from "../../result/rows/open-rows.js";
import type { ReadRowsOptions } from "../../result/rows/read-options.js";
import { linesOf, type Rows, rowsOfBatches } from "../../result/rows/rows.js";
import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { ResultError } from "../../result/zip/result-error.js";
import { FileWatch } from "../download/file-watch.js";
import type { Spool } from "../download/spool.js";
import { type DownloadOptions, downloadResult } from "../download/unbroken-download.js";
import { InvalidCheckpointError } from "../errors/invalid-checkpoint-error.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { ReadTask } from "./checkpoint.js";
import { refuseCalendar } from "./refuse-calendar.js";

/** The options for reading rows. */
export interface ReadOptions extends Except<ReadRowsOptions, "onProgress" | "count"> {
	/**
	 * Whether rows are given only after the whole file has been downloaded and checked, to the last row. Until then the
	 * file is kept on disk (in Node, readable only by its owner) or in memory, and it is read twice. A file that was
	 * damaged in transit is downloaded up to three times. For code that cannot undo what it did with a row.
	 */
	readonly verified?: boolean | undefined;
}

/** The result of a completed job, and how many of its rows were already taken. */
export type ReadyResult = Pick<ReadTask, "jobId" | "downloadUrl" | "count" | "taken" | "proof"> &
	Partial<Pick<ReadTask, "time">>;

/**
 * The rows of a completed job, without those that were already taken. The download starts when they are first
 * requested.
 *
 * @param onBegin - called with the watch on the download, each time one starts.
 * @throws {@link InvalidJobError} for a calendar, which has no rows.
 * @throws {@link DamagedResultError} while they are read, also if the file has more or fewer rows than Zoho counted.
 * {@link InvalidCheckpointError} if the rows that were already taken are not those of the file.
 */
export function readResult<Row>(
	context: ClientContext,
	result: ReadyResult,
	job: Job<Row>,
	options: ReadOptions & DownloadOptions,
	onBegin?: (watch: FileWatch) => void,
): Rows<Row>;
export function readResult(
	context: ClientContext,
	result: ReadyResult,
	job: AnyJob,
	options: ReadOptions & DownloadOptions,
	onBegin?: (watch: FileWatch) => void,
): Rows<unknown> {
	refuseCalendar(job);
	const { signal, onWait, onBytes, verified } = options;
	const { jobId, count, taken } = result;
	const download = (): { zip: ReadableStream<Uint8Array>; watch: FileWatch } => {
		const watch = watchFor(result);
		onBegin?.(watch);
		const onPart = (part: Uint8Array): void => watch.push(part);
		return { zip: downloadResult(context, jobId, result, { signal, onWait, onBytes, onPart }), watch };
	};
	const open = (zip: ReadableStream<Uint8Array>): Rows<unknown> => openRows(zip, job, { ...options, count });
	async function* batchesOf<Batch extends CountedBatch>(
		form: BatchForm<Batch>,
	): AsyncGenerator<Batch, void, undefined> {
		const read = (zip: ReadableStream<Uint8Array>): AsyncIterable<Batch> => form.read(open(zip));
		try {
			if (verified) return yield* verifiedBatches(await checkedFile(download, read), read, taken, form);
			const { zip, watch } = download();
			yield* taken === 0 ? read(zip) : whenCertain(withoutTaken(read(zip), taken, form), watch);
		} catch (error) {
			throw error instanceof ResultError ? error.ofJob(jobId) : error;
		}
	}
	return rowsOfBatches(
		() => batchesOf<readonly unknown[]>({ read: (rows) => rows.batches(), withoutFirst }),
		() => batchesOf({ read: linesOf, withoutFirst: withoutFirstLines }),
	);
}

interface CountedBatch {
	/** How many rows are in it. */
	readonly length: number;
}

/** The form of rows: objects, or lines of JSON. */
interface BatchForm<Batch> {
	read(rows: Rows<unknown>): AsyncIterable<Batch>;
	withoutFirst(batch: Batch, count: number): Batch;
}

async function* verifiedBatches<Batch extends CountedBatch>(
	file: Spool,
	read: (zip: ReadableStream<Uint8Array>) => AsyncIterable<Batch>,
	taken: number,
	form: BatchForm<Batch>,
): AsyncGenerator<Batch, void, undefined> {
	try {
		yield* withoutTaken(read(file.read()), taken, form);
	} finally {
		await file.close();
	}
}

async function* withoutTaken<Batch extends CountedBatch>(
	batches: AsyncIterable<Batch>,
	taken: number,
	{ withoutFirst }: BatchForm<Batch>,
): AsyncGenerator<Batch, void, undefined> {
	let left = taken;
	for await (const batch of batches) {
		if (left < batch.length) yield left === 0 ? batch : withoutFirst(batch, left);
		left = Math.max(0, left - batch.length);
	}
}

/** Holds rows back until the ones before them are known to be those that were taken. */
async function* whenCertain<Batch>(
	batches: AsyncIterable<Batch>,
	watch: FileWatch,
): AsyncGenerator<Batch, void, undefined> {
	let held: Batch[] = [];
	for await (const batch of batches) {
		held.push(batch);
		if (!watch.isCertain) continue;
		yield* held;
		held = [];
	}
	watch.end();
	yield* held;
}

/** How often a damaged file is downloaded in all. */
const maxDownloads = 3;

/** Keeps a file once all of it was found to be good. */
async function checkedFile(
	download: () => { zip: ReadableStream<Uint8Array>; watch: FileWatch },
	read: (zip: ReadableStream<Uint8Array>) => AsyncIterable<unknown>,
): Promise<Spool> {
	// Loaded for those who ask for it: Node's part of it takes a hundredth of what reading 200,000 rows does.
	const { openSpool } = await import("#spool");
	for (let downloads = 1; ; downloads += 1) {
		const spool = await openSpool();
		try {
			const { zip, watch } = download();
			const kept = new TransformStream<Uint8Array, Uint8Array>({
				transform: async (part, controller) => {
					await spool.write(part);
					controller.enqueue(part);
				},
			});
			for await (const _ of read(zip.pipeThrough(kept)));
			watch.end();
			return spool;
		} catch (error) {
			await spool.close();
			const mayMend = error instanceof DamagedResultError && !error.archiveIsWhole && downloads < maxDownloads;
			if (!mayMend) throw error;
		}
	}
}

/**
 * Rows that were taken must be those of the file: a download that turned out to be damaged at its end may have given
 * others.
 */
function watchFor({ jobId, taken, proof }: ReadyResult): FileWatch {
	if (taken === 0 || proof === "verified") return new FileWatch();
	if (proof !== undefined)
		return new FileWatch(proof, () => untold(jobId, taken, "but the file does not begin with them"));
	throw untold(jobId, taken, "but does not say what file they came from");
}

function untold(jobId: string, taken: number, how: string): InvalidCheckpointError {
	return new InvalidCheckpointError(
		`This checkpoint says that ${taken} rows of job ${jobId} were taken, ${how}: some may be wrong. Discard the page's rows, and resume from restartPage(checkpoint).`,
	);
}
