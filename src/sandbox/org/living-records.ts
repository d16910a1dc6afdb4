import type { Clock } from "../../time/clock.js";
import { newId } from "./ids.js";
import { idOf, type MadeUpRecords, makeOneByOne, type SandboxRecord, type SandboxRecords } from "./sandbox-record.js";
import { LazyTable, Snapshot } from "./snapshot.js";

/** Somebody who will see the org as it is at a future moment. */
interface Onlooker {
	readonly moment: number;
	seen: Snapshot | undefined;
}

/** The records of a changing org. */
export class LivingRecords {
	readonly #clock: Clock;
	#now: Snapshot;
	#waiting: Onlooker[] = [];

	/** @param records - read module by module on first use, so that a made-up company costs only what is used. */
	constructor(records: SandboxRecords, clock: Clock) {
		this.#clock = clock;
		this.#now = new Snapshot(
			new Map(Object.keys(records).map((module) => [module, tableOf(records, module)])),
			new Set(),
		);
	}

	/** The org as it is now. */
	get now(): Snapshot {
		return this.#now;
	}

	/**
	 * Keeps the org as it is at a moment, now or in the future.
	 *
	 * @returns a function that returns it. Before the moment has come, that is the current org.
	 */
	seenAt(moment: number): () => Snapshot {
		this.#letOnlookersSee();
		const onlooker: Onlooker = { moment, seen: moment <= this.#clock.now() ? this.#now : undefined };
		if (onlooker.seen === undefined) this.#waiting.push(onlooker);
		return () => {
			onlooker.seen ??= this.#now;
			return onlooker.seen;
		};
	}

	/** Replaces the records of a module. */
	replace(module: string, records: readonly SandboxRecord[]): void {
		this.#become(this.#now.with(module, new LazyTable(() => withIds(records)), true));
	}

	/** Adds records, replaces those with the same ids, and removes others. */
	change(module: string, put: readonly SandboxRecord[], remove: readonly string[]): void {
		const table = this.#now.of(module).changed(put, remove);
		this.#become(this.#now.with(module, new LazyTable(table), remove.length > 0));
	}

	#become(next: Snapshot): void {
		this.#letOnlookersSee();
		this.#now = next;
	}

	/** Nothing has changed since the moments that have passed, so whoever waited for them sees the org as it is. */
	#letOnlookersSee(): void {
		const now = this.#clock.now();
		this.#waiting = this.#waiting.filter((onlooker) => {
			if (onlooker.moment <= now) onlooker.seen ??= this.#now;
			return onlooker.seen === undefined;
		});
	}
}

function tableOf(records: SandboxRecords & Partial<MadeUpRecords>, module: string): LazyTable {
	return new LazyTable(() => records[makeOneByOne]?.(module) ?? withIds(records[module] ?? []));
}

/** Gives ids to records without one. */
function* withIds(records: readonly SandboxRecord[]): Generator<SandboxRecord> {
	let taken: Set<string> | undefined;
	for (const [index, record] of records.entries()) {
		if (idOf(record) !== undefined) {
			yield record;
			continue;
		}
		taken ??= new Set(records.map(idOf).filter((id) => id !== undefined));
		const id = newId(index, taken);
		taken.add(id);
		yield { ...record, id };
	}
}
