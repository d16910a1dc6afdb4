import { describe, expect, test } from "vitest";
import {
	bigInteger,
	boolean,
	bulkRead,
	dateTime,
	defineModule,
	InvalidJobError,
	type Job,
	or,
	text,
} from "zoho-bulk-read";
import { Events } from "zoho-bulk-read/standard";
import {
	askedJob,
	asksById,
	hasWindows,
	idsJob,
	idsPerJob,
	refuseUnfitJob,
	rowsJob,
	tellsChanges,
} from "../../../src/sync/run/run-jobs.js";

const times = { Created_Time: dateTime, Modified_Time: dateTime };
const Things = defineModule("Things", { id: bigInteger, Name: text, Flag: boolean, ...times });
const Timeless = defineModule("Things", { id: bigInteger, Name: text });
const Unfiltered = defineModule("Things", {
	id: { ...bigInteger, filterable: false },
	Name: text,
	Created_Time: { ...dateTime, filterable: false },
	Modified_Time: { ...dateTime, filterable: false },
});
const Texts = defineModule("Things", { Name: text, Created_Time: text, Modified_Time: text });
/** Its id and modification time can be filtered by, but not exported. */
const Hidden = defineModule("Things", {
	id: { ...bigInteger, exportable: false } as unknown as typeof bigInteger,
	Secret: { ...text, filterable: false, exportable: false } as const,
	Name: text,
	Modified_Time: { ...dateTime, exportable: false } as unknown as typeof dateTime,
});

const job = bulkRead(Things).select("Name");
const flagged = job.where((where) => where("Flag").equal(true));
const named = (count: number): Job<unknown> =>
	job.where(
		(where) => or(...Array.from({ length: count }, (_, index) => where("Name").equal(`Name ${index}`))) ?? null,
	);
const queryOf = (asked: Job<unknown>): unknown => asked.toJSON().query;

const flag = { api_name: "Flag", comparator: "equal", value: true };

test.each([
	["described", Things, { changes: true, windows: true, byId: true }],
	["not described", Timeless, { changes: false, windows: false, byId: true }],
	["not filtered", Unfiltered, { changes: false, windows: false, byId: false }],
	["texts", Texts, { changes: false, windows: false, byId: false }],
	["not exported", Hidden, { changes: true, windows: false, byId: true }],
])("what can be asked of a module whose fields are %s", (_, module, expected) => {
	expect({ changes: tellsChanges(module), windows: hasWindows(module), byId: asksById(module) }).toEqual(expected);
});

describe("the rows of a run", () => {
	test("are the job's", () => {
		expect(queryOf(rowsJob(flagged, undefined))).toEqual({ module: "Things", fields: ["Name"], criteria: flag });
	});

	test("are those that changed", () => {
		const since = { api_name: "Modified_Time", comparator: "greater_equal", value: "2026-07-01T12:00:00Z" };
		expect(queryOf(rowsJob(job, since.value))).toEqual({ module: "Things", fields: ["Name"], criteria: since });
		expect(queryOf(rowsJob(flagged, since.value))).toEqual({
			...{ module: "Things", fields: ["Name"], criteria: { group_operator: "and", group: [flag, since] } },
		});
	});
});

describe("the ids of a run", () => {
	const { where } = Hidden;
	test.each<[string, Job<unknown>, "whole" | "changes", readonly string[], criteria?: object]>([
		["come alone in a whole run", flagged, "whole", ["id"], flag],
		["come alone without a filter", job, "changes", ["id"]],
		["come with the last change if there is a filter", flagged, "changes", ["id", "Modified_Time"], flag],
		["come with the last change if there is a view", job.customView("7"), "changes", ["id", "Modified_Time"]],
		["come alone where the last change is not described", bulkRead(Timeless).customView("7"), "changes", ["id"]],
		["come alone where nothing can be asked for by its id", bulkRead(Unfiltered).customView("7"), "changes", ["id"]],
		["come with the first field that is exported", bulkRead(Hidden), "whole", ["Name"]],
		[
			"come without the last change where it is not exported",
			bulkRead(Hidden).where(where("Name").equal("x")),
			"changes",
			["Name"],
			{ api_name: "Name", comparator: "equal", value: "x" },
		],
		[
			"are asked for by their own name where nothing is exported",
			bulkRead(defineModule("Things", {})),
			"whole",
			["id"],
		],
	])("%s", (_, asked, kind, fields, criteria) => {
		const { cvid } = asked.toJSON().query;
		expect(queryOf(idsJob(asked, kind))).toEqual({
			...{ module: "Things", fields },
			...(cvid && { cvid }),
			...(criteria && { criteria }),
		});
	});
});

describe("records by their ids", () => {
	const ids = Array.from({ length: 41 }, (_, index) => String(1000 + index));
	const list = (from: number, to: number): object => ({ api_name: "id", comparator: "in", value: ids.slice(from, to) });

	test.each([
		["one list", ids.slice(0, 20), list(0, 20)],
		["two lists", ids.slice(0, 21), { group_operator: "or", group: [list(0, 20), list(20, 21)] }],
		["three lists", ids, { group_operator: "or", group: [list(0, 20), list(20, 40), list(40, 41)] }],
	])("%s", (_, some, criteria) => {
		expect(queryOf(askedJob(job, some))).toEqual({ module: "Things", fields: ["Name"], criteria });
	});

	test("match the job's filter too", () => {
		const both = { group_operator: "and", group: [flag, list(0, 1)] };
		expect(queryOf(askedJob(flagged, ids.slice(0, 1)))).toEqual({ module: "Things", fields: ["Name"], criteria: both });
	});

	test.each([
		["leave room for the window", job, 23 * 20],
		["leave room for the filter", flagged, 22 * 20],
		["without windows there are more", bulkRead(Timeless), 25 * 20],
		["there is always a list", named(24), 20],
	])("%s", (_, asked, most) => {
		expect(idsPerJob(asked)).toBe(most);
	});
});

describe("no copy can be made of", () => {
	const conditions = (count: number): Job<unknown> =>
		bulkRead(Timeless).where(
			(where) => or(...Array.from({ length: count }, (_, index) => where("Name").equal(`Name ${index}`))) ?? null,
		);
	const unwindowed = bulkRead(defineModule("Things", { Name: text, Modified_Time: dateTime })).where(
		(where) => or(...Array.from({ length: 25 }, (_, index) => where("Name").equal(`Name ${index}`))) ?? null,
	);

	test.each<[string, Job<unknown>, { path: string[]; given: unknown; code: string; message: string }]>([
		[
			"a calendar",
			bulkRead(Events).ics(),
			{
				...{ path: ["file_type"], given: "ics", code: "QUERY_NOT_SUPPORTED" },
				message: "a calendar is not a table. Leave out ics.",
			},
		],
		[
			"a page",
			job.page(2),
			{
				...{ path: ["query", "page"], given: 2, code: "QUERY_NOT_SUPPORTED" },
				message: "a copy has every page. Leave out page.",
			},
		],
		[
			"a filter with no room for changes and windows",
			named(23),
			{
				...{ path: ["query", "criteria"], given: 23, code: "CRITERIA_LIMIT_EXCEEDED" },
				message:
					"its filter has 23 conditions, which leaves no room for the 3 that a sync adds; the API takes 25. Use in(...) for a list of values, or a custom view.",
			},
		],
		[
			"a filter with no room for changes",
			unwindowed,
			{
				...{ path: ["query", "criteria"], given: 25, code: "CRITERIA_LIMIT_EXCEEDED" },
				message:
					"its filter has 25 conditions, which leaves no room for the 1 that a sync adds; the API takes 25. Use in(...) for a list of values, or a custom view.",
			},
		],
	])("%s", (_, asked, problem) => {
		const refuse = (): void => refuseUnfitJob(asked);
		expect(refuse).toThrow(InvalidJobError);
		expect(refuse).toThrow(expect.objectContaining({ issues: [problem] }));
	});

	test("more, and not of what just fits", () => {
		for (const asked of [job, named(22), conditions(25), bulkRead(Things)]) refuseUnfitJob(asked);
	});
});
