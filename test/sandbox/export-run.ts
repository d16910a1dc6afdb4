import {
	bigInteger,
	bulkRead,
	type Checkpoint,
	type Client,
	DamagedResultError,
	defineModule,
	type Job,
	JobFailedError,
	restartPage,
	resubmitPage,
	text,
} from "../../src/index.js";
import type { SandboxOptions, SandboxRecord } from "../../src/sandbox/index.js";

/** A module small enough to be exported a thousand times. */
const Items = defineModule("Items", { id: bigInteger, Name: text });

const itemsJob: Job<Item> = bulkRead(Items).select("Name");

export interface Item {
	readonly Id: string;
	readonly Name: string | null;
}

/** So many records, each different. */
export function makeItems(count: number): readonly SandboxRecord[] {
	return Array.from({ length: count }, (_, index) => ({
		id: String(554023000000000001n + BigInt(index)),
		Name: `Item ${index}`,
	}));
}

/** What an export has to come to. */
export function expectedItems(records: readonly SandboxRecord[]): readonly Item[] {
	return records.map(({ id, Name }) => ({ Id: String(id), Name: String(Name) }));
}

/** A sandbox of items, several pages of them. */
export function itemsSandbox(records: readonly SandboxRecord[], recordsPerPage: number): SandboxOptions {
	return {
		modules: [Items],
		records: { Items: records },
		limits: { recordsPerPage },
		timing: { added: 500, queued: 500, inProgress: 2_000 },
	};
}

/** The outcome of an export. */
export interface ExportRun {
	/** The rows that were kept, each with the checkpoint that followed it. */
	readonly kept: readonly Item[];
	/** Where to go on from. */
	readonly checkpoint: Checkpoint | undefined;
	/** What ended it, if it did not end well. */
	readonly error: unknown;
}

/** An export that has not begun. */
const nothingKept: ExportRun = { kept: [], checkpoint: undefined, error: undefined };

/**
 * Exports as a careful consumer does, on from where the last run ended: rows are kept together with the checkpoint that follows
 * them, or not at all.
 */
export async function runExport(client: Client, before: ExportRun = nothingKept): Promise<ExportRun> {
	const { kept, from } = goOn(before);
	let fresh: Item[] = [];
	let checkpoint = from;
	const onCheckpoint = (next: Checkpoint): void => {
		kept.push(...fresh);
		fresh = [];
		checkpoint = next;
	};
	try {
		const rows = client.rows(itemsJob, { from, onCheckpoint, timeout: 600_000 });
		for await (const batch of rows.batches()) fresh.push(...batch);
		return { kept, checkpoint, error: undefined };
	} catch (error) {
		return { kept, checkpoint, error };
	}
}

/**
 * Where an export resumes, and what it may keep: a damaged file's rows are discarded, a failed job is submitted again.
 */
function goOn({ kept, checkpoint, error }: ExportRun): { kept: Item[]; from: Checkpoint | undefined } {
	if (checkpoint === undefined) return { kept: [], from: undefined };
	if (error instanceof JobFailedError) return { kept: [...kept], from: resubmitPage(checkpoint) };
	if (error instanceof DamagedResultError)
		return { kept: kept.slice(0, checkpoint.rows), from: restartPage(checkpoint) };
	return { kept: [...kept], from: checkpoint };
}
