import type { SandboxRecord } from "./sandbox-record.js";
import type { Work } from "./slices.js";

/** The number of records per chunk, and of chunks per block: a change copies one of each. */
const width = 64;
const widthBits = 6;
const blockOf = (position: number): number => position >> (2 * widthBits);
const chunkOf = (position: number): number => (position >> widthBits) & (width - 1);

type Chunk = readonly (SandboxRecord | undefined)[];
type Block = readonly Chunk[];

/** What all tables share that are derived from one another by changes. */
interface Lineage {
	/**
	 * The place of each id; places are assigned once, in order, and those of later tables are beyond the end of earlier
	 * ones.
	 */
	readonly places: Map<string, number>;
}

interface TableState {
	readonly blocks: readonly Block[];
	/** How many places there are, including those of deleted records. */
	readonly size: number;
	readonly count: number;
	/** Whether ids ascend from place to place. */
	readonly ascending: boolean;
	readonly lastId: string;
}

const nothing: TableState = { blocks: [], size: 0, count: 0, ascending: true, lastId: "" };

/**
 * The records of a module at one moment. A table is immutable: a change gives a new one, which shares all but the few
 * kilobytes around the changed records. So a job can keep the org as it saw it, whatever the size.
 */
export class RecordTable implements Iterable<SandboxRecord> {
	readonly #lineage: Lineage;
	readonly #state: TableState;

	private constructor(lineage: Lineage, state: TableState) {
		this.#lineage = lineage;
		this.#state = state;
	}

	/** Makes a table of records, record by record. If two have the same id, the later one is kept. */
	static *of(records: Iterable<SandboxRecord>): Work<RecordTable> {
		const draft = new Draft({ places: new Map() }, nothing);
		for (const record of records) {
			draft.put(record);
			yield;
		}
		return new RecordTable(draft.lineage, draft.state());
	}

	/** How many records there are. */
	get count(): number {
		return this.#state.count;
	}

	/** How many places there are: positions are below this. */
	get size(): number {
		return this.#state.size;
	}

	/** Whether the ids ascend from place to place. */
	get ascending(): boolean {
		return this.#state.ascending;
	}

	/** The record at a position; `undefined` if one was deleted. */
	at(position: number): SandboxRecord | undefined {
		const { blocks } = this.#state;
		return blocks[blockOf(position)]?.[chunkOf(position)]?.[position & (width - 1)];
	}

	/** The record with an id. */
	find(id: string): SandboxRecord | undefined {
		const place = this.#lineage.places.get(id);
		return place === undefined || place >= this.#state.size ? undefined : this.at(place);
	}

	*[Symbol.iterator](): Generator<SandboxRecord> {
		for (const block of this.#state.blocks)
			for (const chunk of block) for (const record of chunk) if (record !== undefined) yield record;
	}

	/**
	 * The table after a change. Only the newest table may be changed.
	 *
	 * @param put - records to add, or to replace those with the same ids.
	 * @param remove - the ids of records to remove.
	 */
	changed(put: readonly SandboxRecord[], remove: readonly string[]): RecordTable {
		const draft = new Draft(this.#lineage, this.#state);
		for (const record of put) draft.put(record);
		for (const id of remove) draft.remove(id);
		const table = new RecordTable(draft.lineage, draft.state());
		// Places of deleted records are not reused: once they are the majority, all records are compacted.
		return table.size > 2 * table.count + width * width ? table.#compacted() : table;
	}

	#compacted(): RecordTable {
		const draft = new Draft({ places: new Map() }, nothing);
		for (const record of this) draft.put(record);
		return new RecordTable(draft.lineage, draft.state());
	}
}

/** A table in the making: what it shares with the one before is copied on first write. */
class Draft {
	readonly lineage: Lineage;
	readonly #blocks: Block[];
	readonly #written = new WeakSet<object>();
	#size: number;
	#count: number;
	#ascending: boolean;
	#lastId: string;

	constructor(lineage: Lineage, from: TableState) {
		this.lineage = lineage;
		this.#blocks = [...from.blocks];
		this.#size = from.size;
		this.#count = from.count;
		this.#ascending = from.ascending;
		this.#lastId = from.lastId;
	}

	put(record: SandboxRecord): void {
		const id = String(record.id);
		let place = this.lineage.places.get(id);
		if (place === undefined) {
			place = this.#size++;
			this.lineage.places.set(id, place);
			this.#ascending &&= place === 0 || compareIds(this.#lastId, id) < 0;
			this.#lastId = id;
		}
		if (this.#write(place, record) === undefined) this.#count++;
	}

	remove(id: string): void {
		const place = this.lineage.places.get(id);
		if (place !== undefined && this.#write(place, undefined) !== undefined) this.#count--;
	}

	state(): TableState {
		return {
			blocks: this.#blocks,
			size: this.#size,
			count: this.#count,
			ascending: this.#ascending,
			lastId: this.#lastId,
		};
	}

	/** Writes to a place, and returns its previous contents. */
	#write(place: number, record: SandboxRecord | undefined): SandboxRecord | undefined {
		const chunk = this.#own(this.#own(this.#blocks, blockOf(place)), chunkOf(place));
		const before = chunk[place & (width - 1)];
		chunk[place & (width - 1)] = record;
		return before;
	}

	/** The list at an index, copied unless it already belongs to this draft. */
	#own<Item>(lists: (readonly Item[])[], index: number): Item[] {
		const list = lists[index];
		// Lists that this draft made it may write to.
		if (list !== undefined && this.#written.has(list)) return list as Item[];
		const own = list === undefined ? [] : [...list];
		this.#written.add(own);
		lists[index] = own;
		return own;
	}
}

/** Ids in numeric order. */
export function compareIds(one: string, other: string): number {
	return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
