import {
	bigInteger,
	boolean,
	bulkRead,
	currency,
	dateTime,
	defineModule,
	type Job,
	multiSelect,
	text,
} from "zoho-bulk-read";
import type { AssumptionOptions, FaultRule, SandboxRecord } from "zoho-bulk-read/sandbox";
import { momentOf } from "../../src/time/moment.js";
import { type SyncOrg, syncOrg } from "./sync-org.js";
import type { PlainRow } from "./test-database.js";

const Things = defineModule("Things", {
	id: bigInteger,
	Name: text,
	Amount: currency,
	Flag: boolean,
	Tags: multiSelect("a", "b"),
	Created_Time: dateTime,
	Modified_Time: dateTime,
});

const all = bulkRead(Things).select("Name", "Amount", "Flag", "Tags", "Created_Time");

/** A change to the org. Positions are taken modulo the number of records. */
export type Change =
	| { readonly kind: "add"; readonly values: ThingValues }
	| { readonly kind: "change"; readonly at: number; readonly values: ThingValues }
	| { readonly kind: "delete"; readonly at: number };

/** What users put into a record. */
export interface ThingValues {
	readonly Name: string;
	readonly Amount: number | null;
	readonly Flag: boolean;
	readonly Tags: readonly string[];
}

/** How the org is, and how it misbehaves. */
export interface MovingOrgOptions {
	readonly records: number;
	readonly pageSize: number;
	readonly filtered: boolean;
	/** Seconds that pass with each request. */
	readonly pace: number;
	readonly assumptions: AssumptionOptions;
	readonly faults: readonly FaultRule[];
	readonly seed: number;
}

/** The org between two changes. */
interface Version {
	/** Milliseconds since 1970. */
	readonly since: number;
	readonly rows: ReadonlyMap<string, PlainRow>;
}

const start = Date.UTC(2026, 6, 1);
const day = 86_400_000;

/** An org that changes while it is read, and remembers every state that it had. */
export class MovingOrg {
	readonly job: Job<object>;
	readonly zoho: SyncOrg["zoho"];
	readonly clock: SyncOrg["clock"];
	/** Called before each request is handled. */
	onRequest: () => void = () => {};
	readonly #sandbox: SyncOrg["sandbox"];
	readonly #filtered: boolean;
	readonly #versions: Version[] = [];

	constructor({ records, pageSize, filtered, pace, assumptions, faults, seed }: MovingOrgOptions) {
		const made = Array.from({ length: records }, (_, index): SandboxRecord => {
			const time = new Date(start - day * 100 + index * 1_000 * (1 + ((index * 7919) % 5000))).toISOString();
			const moment = `${time.slice(0, 19)}+00:00`;
			const values = { Name: `Thing ${index}`, Amount: index / 8, Flag: index % 3 > 0, Tags: index % 2 ? ["a"] : [] };
			return {
				id: String(554_023_000_000_000_000n + BigInt(index)),
				...values,
				Created_Time: moment,
				Modified_Time: moment,
			};
		});
		const { sandbox, zoho, clock } = syncOrg(
			{
				...{ modules: [Things], records: { Things: made }, faults, seed, assumptions },
				limits: { recordsPerPage: pageSize, tokensPerTenMinutes: 1_000, tokenSeconds: 10_000_000, jobs: 100_000 },
			},
			async () => {
				await clock.advance(pace * 1_000);
				this.onRequest();
			},
		);
		this.job = filtered ? all.where((where) => where("Flag").equal(true)) : all;
		this.zoho = zoho;
		this.clock = clock;
		this.#sandbox = sandbox;
		this.#filtered = filtered;
		this.#remember();
	}

	/** Whether the sandbox still misbehaves. */
	get version(): number {
		return this.#versions.length - 1;
	}

	apply(change: Change): void {
		const records = this.#sandbox.records("Things");
		if (change.kind === "add") this.#sandbox.change("Things", { upsert: [{ ...change.values }] });
		else if (records.length > 0) {
			const id = String(records[change.at % records.length]?.id);
			if (change.kind === "delete") this.#sandbox.change("Things", { delete: [id] });
			else this.#sandbox.change("Things", { upsert: [{ id, ...change.values }] });
		}
		this.#remember();
	}

	#remember(): void {
		const rows = this.#sandbox
			.records("Things")
			.filter(({ Flag }) => !this.#filtered || Flag === true)
			.map((record): [string, PlainRow] => [String(record.id), rowOf(record)]);
		this.#versions.push({ since: this.clock.now(), rows: new Map(rows) });
	}

	/** What the org holds now. */
	get now(): ReadonlyMap<string, PlainRow> {
		return this.#versions.at(-1)?.rows ?? new Map();
	}

	/**
	 * What is wrong with a table that a run left; nothing where all is well.
	 *
	 * @param from - the version at which the run began.
	 * @param bookmark - the run's.
	 */
	faultsOf(table: ReadonlyMap<string, PlainRow>, from: number, bookmark: string): readonly string[] {
		const during = this.#versions.slice(from);
		const known = momentOf(bookmark);
		const later = this.#versions.filter((_, index) => (this.#versions[index + 1]?.since ?? Infinity) >= known);
		const found: string[] = [];
		for (const id of during[0]?.rows.keys() ?? []) {
			if (during.every(({ rows }) => rows.has(id)) && !table.has(id)) found.push(`${id} is not in the table`);
		}
		for (const [id, row] of table) {
			if (!during.some(({ rows }) => rows.has(id))) found.push(`${id} was gone`);
			const states = later.flatMap(({ rows }) => rows.get(id) ?? []);
			const isKnown = states.some((state) => JSON.stringify(state) === JSON.stringify(row));
			if (!isKnown)
				found.push(
					`${id} is ${JSON.stringify(row)}, and was ${states.map((state) => JSON.stringify(state)).join(", ")}`,
				);
		}
		return found;
	}
}

function rowOf({ id, Name, Amount, Flag, Tags, Created_Time }: SandboxRecord): PlainRow {
	const tags = Array.isArray(Tags) && Tags.length > 0 ? Tags : null;
	const text = Name === "" ? null : Name;
	return {
		Id: String(id),
		Name: text,
		Amount: Amount ?? null,
		Flag,
		Tags: tags,
		Created_Time: momentOf(String(Created_Time)),
	};
}
