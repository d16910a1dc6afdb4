import { expect } from "vitest";
import { bigInteger, boolean, bulkRead, dateTime, defineModule, type Job, text } from "zoho-bulk-read";
import type { CopyTable, Publication, StageTarget } from "zoho-bulk-read/sync";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { CopyRun, type FinishedRun, type RunPage } from "../../../src/sync/run/copy-run.js";
import { readSyncOptions, type SyncOptions } from "../../../src/sync/run/sync-options.js";
import type { TableState } from "../../../src/sync/run/table-state.js";
import { zipped } from "../../result/archives.js";
import { objectDatabase } from "../object-database.js";
import type { TestDatabase } from "../test-database.js";

/** A module with windows and changes. */
export const Things = defineModule("Things", {
	...{ id: bigInteger, Name: text, Flag: boolean },
	...{ Created_Time: dateTime, Modified_Time: dateTime },
});
export const job: Job<unknown> = bulkRead(Things).select("Name");

/** One that tells neither when a record was made nor when it changed. */
export const Timeless = defineModule("Things", { id: bigInteger, Name: text });
/** One whose records cannot be asked for by their ids either. */
export const Closed = defineModule("Things", {
	...{ id: { ...bigInteger, filterable: false } as const, Name: text },
	Modified_Time: dateTime,
});

/** What a run asks its table to do. */
export type Call =
	| { readonly stage: StageTarget }
	| { readonly compare: Parameters<CopyTable["compare"]>[0] }
	| { readonly publish: Omit<Publication, "state"> };

/** A table that a test looks into, and the runs on it. */
export class ThingsCopy {
	readonly database: TestDatabase = objectDatabase();
	readonly table: CopyTable;
	/** What was asked of it, without what is stored. */
	readonly calls: Call[] = [];

	private constructor(table: CopyTable) {
		this.table = {
			read: () => table.read(),
			keep: (state) => table.keep(state),
			begin: (...given) => table.begin(...given),
			widen: (...given) => table.widen(...given),
			close: () => table.close(),
			stage: (page, into, state) => {
				this.calls.push({ stage: into });
				return table.stage(page, into, state);
			},
			compare: (compare) => {
				this.calls.push({ compare });
				return table.compare(compare);
			},
			publish: (given) => {
				const { state: _, ...publish } = given;
				this.calls.push({ publish });
				return table.publish(given);
			},
		};
	}

	static async open(database: TestDatabase = objectDatabase()): Promise<ThingsCopy> {
		const table = await database.copies.open("Things", { wait: false, listDelimiter: "," });
		return Object.assign(new ThingsCopy(table), { database });
	}

	/** Opens a run at a moment of this machine. */
	run(asked: Job<unknown> = job, options: SyncOptions = {}, now = 1_000): Promise<CopyRun> {
		return CopyRun.open("Things", this.table, asked, readSyncOptions(options, now));
	}

	/** What is stored. */
	async state(): Promise<TableState> {
		const { state = "{}" } = await this.table.read();
		return JSON.parse(state) as TableState;
	}

	/** A run of pages of rows from the beginning to the end, in which nothing differs. */
	async copied(
		names: Readonly<Record<string, string>>,
		asked?: Job<unknown>,
		options?: SyncOptions,
	): Promise<FinishedRun> {
		const run = await this.run(asked, options);
		await run.keepExport(waiting("10"));
		await run.stage(page("10", rows(names)));
		const finished = await ended(run);
		this.calls.length = 0;
		return finished;
	}
}

/** Stages a page of a phase, which is then at its end. */
export async function phase(run: CopyRun, jobId: string, file: string): Promise<void> {
	await run.keepExport(waiting(jobId));
	await run.stage(page(jobId, file));
	expect(await run.endPhase()).toBeUndefined();
}

/** Ends the remaining phases, none of which has a page. */
export async function ended(run: CopyRun): Promise<FinishedRun> {
	for (let phases = 0; phases < 5; phases++) {
		const finished = await run.endPhase();
		if (finished !== undefined) return finished;
	}
	throw new Error(`The run does not end: ${run.state.phase}.`);
}

/** A file of things. */
export function rows(names: Readonly<Record<string, string>>): string {
	return csv("Id,Name", ...Object.entries(names).map(([id, name]) => `${id},${name}`));
}

/** A file of ids. */
export function ids(...given: readonly (number | string)[]): string {
	return csv("Id", ...given.map(String));
}

/** A file of lines. */
export function csv(...lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join("");
}

/** When the jobs of these tests were created. */
export const created = "2026-07-01T12:00:00+05:30";

/** A page with a file. */
export function page(jobId: string, file: string, createdTime: string = created): RunPage & { downloads: number } {
	const made = {
		...{ jobId, createdTime, downloads: 0, count: Math.max(0, file.split("\n").length - 2) },
		download: () => {
			made.downloads++;
			return new Blob([zipped(file) as Uint8Array<ArrayBuffer>]).stream();
		},
	};
	return made;
}

/** The progress of an export while one job is waited for. */
export function waiting(jobId: string, owner?: Checkpoint["owner"]): Checkpoint {
	return {
		...{ version: 2, job: "things", page: 1, rows: 0, seal: "", ...(owner && { owner }) },
		...{ step: "wait", jobId, time: created, looks: 0, state: "ADDED" },
	};
}
