import fc from "fast-check";
import { expect } from "vitest";
import type { FaultRule } from "zoho-bulk-read/sandbox";
import { type CopyDatabase, type CopyTable, sync } from "zoho-bulk-read/sync";
import { type Change, MovingOrg, type MovingOrgOptions, type ThingValues } from "./moving-org.js";
import { copied, type TestDatabase } from "./test-database.js";

/** One run, the changes during it, and where it is interrupted. */
interface RunSchedule {
	readonly before: readonly Change[];
	/** One with each request, as far as they go. */
	readonly during: readonly Change[];
	/** The statements at which the process dies, one after the other; before or behind the statement. */
	readonly kills: readonly { readonly at: number; readonly behind: boolean }[];
	/** The requests at which it is aborted, one after the other. */
	readonly aborts: readonly number[];
	readonly full: boolean;
	readonly overlap: number;
}

interface Schedule {
	readonly org: MovingOrgOptions;
	readonly runs: readonly RunSchedule[];
}

const values = fc.record({
	Name: fc.oneof(
		fc.constantFrom("", `"q",\n`, "0", "😀", "'"),
		fc.string({ maxLength: 6 }).filter((name) => !name.includes("\0")),
	),
	Amount: fc.oneof(
		fc.constant(null),
		fc.integer({ min: -1000, max: 1000 }).map((amount) => amount / 8),
	),
	Flag: fc.boolean(),
	Tags: fc.constantFrom<readonly string[]>([], ["a"], ["a", "b"]),
});

const place = fc.nat(1_000);
const change: fc.Arbitrary<Change> = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant("change" as const), at: place, values }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant("add" as const), values }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant("delete" as const), at: place }) },
);

const faults: readonly FaultRule[] = [
	{ fault: "500", rate: 0.02 },
	{ fault: "reset", on: "details", rate: 0.03 },
	{ fault: "refuse", rate: 0.02 },
	{ fault: "truncate", on: "result", rate: 0.05 },
	{ fault: "flip", on: "result", rate: 0.05 },
	{ fault: "cut", on: "result", rate: 0.05 },
	{ fault: "job-fails", rate: 0.02 },
];

const org: fc.Arbitrary<MovingOrgOptions> = fc.record({
	records: fc.integer({ min: 0, max: 24 }),
	pageSize: fc.integer({ min: 2, max: 9 }),
	filtered: fc.boolean(),
	pace: fc.constantFrom(0, 1, 7, 60, 400),
	assumptions: fc.record({
		pageOrder: fc.constantFrom("id" as const, "created" as const, "modified" as const),
		seesOrgWhen: fc.constantFrom("created" as const, "begun" as const),
	}),
	faults: fc.constantFrom<readonly FaultRule[]>([], faults),
	seed: fc.nat(1_000),
});

const run: fc.Arbitrary<RunSchedule> = fc.record({
	before: fc.array(change, { maxLength: 4 }),
	during: fc.array(change, { maxLength: 14 }),
	kills: fc.array(fc.record({ at: fc.nat(14), behind: fc.boolean() }), { maxLength: 2 }),
	aborts: fc.array(fc.nat(20), { maxLength: 1 }),
	full: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
	overlap: fc.constantFrom(0, 0, 300_000),
});

const schedules: fc.Arbitrary<Schedule> = fc.record({
	org,
	runs: fc.array(run, { minLength: 1, maxLength: 3 }),
});

/** The same schedules in every run of the tests; others with `SYNC_SEED=random`, or any number. */
const seed = process.env.SYNC_SEED === "random" ? undefined : Number(process.env.SYNC_SEED ?? 20_260_701);

/** How many schedules go on side by side: one waits for its database half of the time. */
const streams = 2;

/**
 * Proves that the table is the org, in one schedule after another.
 *
 * @param count - how many.
 * @param open - opens a database; each stream of schedules has its own.
 */
export async function proveSchedules(count: number, open: () => Promise<TestDatabase>): Promise<void> {
	let proved = 0;
	const shares = Array.from({ length: streams }, (_, stream) => Math.ceil((count - stream) / streams));
	const ends = await Promise.allSettled(
		shares.map(async (numRuns, stream) => {
			const database = await open();
			let tables = 0;
			const property = fc.asyncProperty(schedules, async (schedule) => {
				const table = `Things ${tables++}`;
				await proveEqual(schedule, database, table);
				await database.drop(table);
				proved++;
			});
			if (numRuns > 0) await fc.assert(property, { ...(seed !== undefined && { seed: seed + stream }), numRuns });
		}),
	);
	for (const end of ends) if (end.status === "rejected") throw end.reason;
	expect(proved).toBe(count);
}

const quietRun: RunSchedule = { before: [], during: [], kills: [], aborts: [], full: false, overlap: 0 };
const moved = (Flag: boolean): ThingValues => ({ Name: "Moved", Amount: 1, Flag, Tags: [] });

/**
 * A record that is in the copy leaves its filter, and is back when the run asks for the ids, at one request after another: the
 * ids do not tell that the row is of before the run.
 */
export const returning: readonly (readonly [request: number, schedule: Schedule])[] = [2, 4, 6].map((request) => [
	request,
	{
		org: {
			...{ records: 6, pageSize: 3, filtered: true, pace: 400, faults: [], seed: 0 },
			assumptions: { pageOrder: "id", seesOrgWhen: "created" },
		},
		runs: [
			quietRun,
			{
				...quietRun,
				before: [{ kind: "change", at: 4, values: moved(false) }],
				// A record that was never in the filter passes the time.
				during: [
					...Array.from({ length: request }, (): Change => ({ kind: "change", at: 0, values: moved(false) })),
					{ kind: "change", at: 4, values: moved(true) },
				],
			},
		],
	},
]);

/** The process that runs a sync dies. */
class Killed extends Error {}

/** Runs a schedule, and holds the table against the org after each run that has ended. */
export async function proveEqual(
	{ org: options, runs }: Schedule,
	database: TestDatabase,
	table: string,
): Promise<void> {
	const moving = new MovingOrg(options);
	for (const schedule of runs) {
		for (const each of schedule.before) moving.apply(each);
		await finishRun(moving, schedule, database, table);
	}
	// Nothing changes any more, and the table is the org.
	await finishRun(moving, quietRun, database, table);
	expect(await copied(database, table)).toEqual(sorted(moving.now));
}

async function finishRun(
	moving: MovingOrg,
	{ during, kills, aborts, full, overlap }: RunSchedule,
	database: TestDatabase,
	table: string,
): Promise<void> {
	const from = moving.version;
	const changes = [...during];
	const [deaths, ends] = [[...kills], [...aborts]];
	for (let attempt = 1; ; attempt++) {
		const end = ends.shift();
		const controller = new AbortController();
		let requests = 0;
		moving.onRequest = () => {
			const next = changes.shift();
			if (next !== undefined) moving.apply(next);
			if (requests++ === end) controller.abort();
		};
		try {
			const copies = mortal(database.copies, deaths.shift());
			const outcome = await sync(moving.zoho, moving.job, copies, {
				table,
				full,
				overlap,
				signal: controller.signal,
				wait: true,
			});
			moving.onRequest = () => {};
			expect(moving.faultsOf(await copied(database, table), from, outcome.bookmark ?? "")).toEqual([]);
			return;
		} catch (error) {
			// Only interruptions and failures of Zoho are resumed from.
			const isExpected =
				error instanceof Killed ||
				(error instanceof Error && /^(Abort|JobFailed|DamagedResult|SubmitUncertain)Error$/.test(error.name));
			if (!isExpected || attempt > 30) throw error;
		}
	}
}

/** A database whose user dies at a statement. */
function mortal(database: CopyDatabase, kill: RunSchedule["kills"][number] | undefined): CopyDatabase {
	let statements = 0;
	const die = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		const isLast = kill !== undefined && statements++ === kill.at;
		if (isLast && !kill.behind) throw new Killed();
		const result = await work();
		if (isLast) throw new Killed();
		return result;
	};
	return {
		close: () => database.close(),
		open: async (name, options) => {
			const copy = await database.open(name, options);
			const dying: CopyTable = {
				read: () => die(() => copy.read()),
				keep: (...given) => die(() => copy.keep(...given)),
				begin: (...given) => die(() => copy.begin(...given)),
				widen: (...given) => die(() => copy.widen(...given)),
				stage: (...given) => die(() => copy.stage(...given)),
				compare: (...given) => die(() => copy.compare(...given)),
				publish: (...given) => die(() => copy.publish(...given)),
				close: () => copy.close(),
			};
			return dying;
		},
	};
}

function sorted<Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
	return new Map([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
}
