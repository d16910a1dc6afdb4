import { describe, expect, test } from "vitest";
import { bigInteger, boolean, bulkRead, dateTime, defineModule, type Job, text } from "zoho-bulk-read";
import { CopySchemaError } from "zoho-bulk-read/sync";
import { filterOf, mergeColumns, type PlanOptions, planRun, type RunPlan } from "../../../src/sync/run/plan-run.js";
import type { KeptColumn, TableState } from "../../../src/sync/run/table-state.js";

const Things = defineModule("Things", {
	...{ id: bigInteger, Name: text, Note: text, Flag: boolean },
	...{ Created_Time: dateTime, Modified_Time: dateTime },
});
const job = bulkRead(Things).select("Name", "Note");
const timeless = bulkRead(defineModule("Things", { id: bigInteger, Name: text, Note: text })).select("Name", "Note");

const columns = [
	{ name: "Id", type: "text" },
	{ name: "Name", type: "text" },
	{ name: "Note", type: "text" },
] as const;
const day = 86_400_000;
const bookmark = "2026-07-01T12:00:00+05:30";
const kept: TableState = { version: 1, filter: filterOf(job), columns, bookmark, wholeAt: 100 * day };
const usual: PlanOptions = { full: false, fullEvery: undefined, rebuild: false, now: 107 * day };

const whole = (because: string, anew = false): RunPlan => ({ kind: "whole", because, since: undefined, anew, columns });
const changes: RunPlan = { kind: "changes", because: undefined, since: bookmark, anew: false, columns };

describe("a run requests", () => {
	test.each<[string, RunPlan, Partial<TableState> | undefined, Partial<PlanOptions>?, Job<unknown>?]>([
		["everything at first", whole("there is no copy yet", true), undefined],
		["changes after that", changes, {}],
		["everything if it is told to", whole("a full run was requested"), {}, { full: true }],
		["everything for another table", whole("the table is rebuilt", true), {}, { rebuild: true, full: true }],
		[
			"everything of a module that does not tell of changes",
			whole("Things has no Modified_Time that can be filtered"),
			...([{}, {}, timeless] as const),
		],
		["everything with another filter", whole("the job's filter has changed"), { filter: "{}" }],
		["everything for a new column", whole("columns are new: Note"), { columns: columns.slice(0, 2) }],
		["everything for new columns", whole("columns are new: Name, Note"), { columns: columns.slice(0, 1) }],
		[
			"everything for a column that comes back",
			whole("columns are new: Note"),
			{ columns: [...columns.slice(0, 2), { name: "Note", type: "text", gone: true }] },
		],
		["changes if a column goes", changes, { columns: [...columns, { name: "Flag", type: "boolean" }] }],
		[
			"everything without a bookmark",
			whole("Zoho did not say when the last run's jobs were created"),
			{ bookmark: undefined },
		],
		[
			"everything when the days have passed",
			whole("7 days have passed since the last full run"),
			{},
			{ fullEvery: { days: 7 } },
		],
		["changes before that", changes, {}, { fullEvery: { days: 7 }, now: 107 * day - 1 }],
		[
			"everything if nobody knows when that was",
			whole("7 days have passed since the last full run"),
			...([{ wholeAt: undefined }, { fullEvery: { days: 7 } }] as const),
		],
	])("%s", (_, expected, state, options = {}, asked = job) => {
		const known = state && { ...kept, ...state };
		expect(planRun("Copy", asked, known, { ...usual, ...options })).toEqual(expected);
	});
});

describe("a column of another type", () => {
	const typed: TableState = { ...kept, columns: [...columns.slice(0, 2), { name: "Note", type: "boolean" }] };

	test("is refused", () => {
		const plan = (): unknown => planRun("Copy", job, typed, usual);
		expect(plan).toThrow(CopySchemaError);
		expect(plan).toThrow(
			expect.objectContaining({
				table: "Copy",
				message:
					'Copy: the column "Note" holds boolean and would hold text now. Sync once with rebuild: true, which rebuilds the table.',
			}),
		);
	});

	test("is no matter if the table is rebuilt, or if the job does not request it", () => {
		expect(planRun("Copy", job, typed, { ...usual, rebuild: true })).toMatchObject({ kind: "whole", anew: true });
		expect(planRun("Copy", bulkRead(Things).select("Name"), typed, usual)).toMatchObject({ kind: "changes" });
	});
});

test("a filter is another one by its module, its view and its conditions, not by its columns", () => {
	const { where } = Things;
	const filters = [
		job,
		job.customView("1"),
		job.customView("2"),
		job.where(where("Flag").equal(true)),
		job.where(where("Flag").equal(false)),
		bulkRead(defineModule("Others", { Name: text })),
	].map((each) => filterOf(each));
	expect(new Set(filters).size).toBe(filters.length);
	expect(filterOf(bulkRead(Things).select("Flag"))).toBe(filterOf(job));
});

test.each<[string, readonly KeptColumn[], readonly KeptColumn[]]>([
	["none before", [], columns],
	["the same", columns, columns],
	[
		"one that the job no longer requests",
		[{ name: "Flag", type: "boolean" }],
		[{ name: "Flag", type: "boolean", gone: true }, ...columns],
	],
	["one that is back", [{ name: "Note", type: "text", gone: true }], [columns[2], columns[0], columns[1]]],
])("the columns after a run keep their order: %s", (_, before, after) => {
	expect(mergeColumns(columns, before)).toEqual(after);
});
