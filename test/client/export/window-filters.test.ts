import { describe, expect, test } from "vitest";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { CreatedWindow } from "../../../src/client/export/checkpoint.js";
import { isCutByIds, windowCriteria, windowJob } from "../../../src/client/export/window.js";
import { defineModule } from "../../../src/criteria/build/define-module.js";
import { bigInteger, dateTime, text } from "../../../src/criteria/build/descriptors.js";
import { or } from "../../../src/criteria/node/and-or.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import type { AnyJob } from "../../../src/job/any-job.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import type { InvalidJobError, JobIssue } from "../../../src/job/invalid-job-error.js";
import { Contacts, Events } from "../../../src/standard/index.js";

const from = "2026-01-01T00:00:00+00:00";
const next = "2026-01-01T00:00:01+00:00";
const before = "2026-01-01T00:00:02+00:00";
const { where } = Contacts;
const filterOf = (size: number): Criteria<"Contacts"> =>
	or(...([...Array(size).keys()].map((at) => where("Last_Name").equal(`Name ${at}`)) as [Criteria<"Contacts">]));

describe("the filter of a window", () => {
	const since = { api_name: "Created_Time", comparator: "greater_equal", value: from };
	const upTo = { api_name: "Created_Time", comparator: "less_than", value: before };
	const isEmpty = { api_name: "Created_Time", comparator: "equal", value: "${EMPTY}" };
	const fromId = { api_name: "id", comparator: "greater_equal", value: "5" };
	const upToId = { api_name: "id", comparator: "less_than", value: "7" };
	test.each<[string, CreatedWindow, unknown]>([
		["all records", {}, undefined],
		["from a moment on", { from }, since],
		["up to a moment", { before }, upTo],
		["between two", { from, before }, { group_operator: "and", group: [since, upTo] }],
		["up to a moment, or without one", { before, empty: "too" }, { group_operator: "or", group: [upTo, isEmpty] }],
		["all, those without a moment too", { empty: "too" }, undefined],
		["without a moment", { empty: "only" }, isEmpty],
		[
			"without a moment, from an id on",
			{ empty: "only", idFrom: "5" },
			{ group_operator: "and", group: [isEmpty, fromId] },
		],
		["up to an id", { idBefore: "7" }, upToId],
		[
			"between two moments and two ids",
			{ from, before, idFrom: "5", idBefore: "7" },
			{
				group_operator: "and",
				group: [since, upTo, fromId, upToId],
			},
		],
	])("%s", (_name, window, criteria) => {
		expect(windowCriteria(Contacts, window)?.toJSON()).toEqual(criteria);
		expect(windowJob(bulkRead(Contacts), window).toJSON().query.criteria).toEqual(criteria);
	});
});

describe("a window is cut by ids", () => {
	const all = bulkRead(Contacts);
	const withoutIds = bulkRead(defineModule("Bare", { Created_Time: dateTime, Name: text }));
	const ofOneSecond = { from, before: next };
	test.each<[string, boolean, CreatedWindow, AnyJob]>([
		["if it is one second", true, ofOneSecond, all],
		["if its records have no moment", true, { empty: "only" }, all],
		["not if it is two seconds", false, { from, before }, all],
		["not if it has no end", false, { from }, all],
		["not if it has no start", false, { before }, all],
		["not if it has records without a moment besides", false, { before, empty: "too" }, all],
		["not if the module's ids cannot be asked for", false, ofOneSecond, withoutIds],
		["if the filter leaves room for both", true, ofOneSecond, all.where(filterOf(21))],
		["not if it leaves no room for both", false, ofOneSecond, all.where(filterOf(22))],
		["if one condition more would be too many", true, { empty: "only" }, all.where(filterOf(22))],
		["not if that one is there", false, { empty: "only" }, all.where(filterOf(23))],
	])("%s", (_name, isCut, window, asked) => {
		expect(isCutByIds(asked, window)).toBe(isCut);
	});
});

describe("what cannot be cut says why, and where in the job", () => {
	const unfiltered = { dataType: "datetime", filterable: false, exportable: true } as const;
	test.each<[AnyJob, JobIssue]>([
		[bulkRead(defineModule("Bare", { Name: text })), ofModule("Bare")],
		[bulkRead(defineModule("Odd", { Created_Time: text })), ofModule("Odd")],
		[bulkRead(defineModule("Shut", { Created_Time: unfiltered, id: bigInteger })), ofModule("Shut")],
		[
			bulkRead(Contacts).where(filterOf(24)),
			{
				code: "CRITERIA_LIMIT_EXCEEDED",
				path: ["query", "criteria"],
				given: 24,
				message:
					"24 conditions leave no room for the 2 of a window: the API takes 25, so the filter may have 23. Use in(...) for a list of values or a custom view, or leave out windows.",
			},
		],
		[
			bulkRead(Contacts).page(2),
			{
				code: "PAGE_NOT_SUPPORTED",
				path: ["query", "page"],
				given: 2,
				message: "page 2: windows have no page numbers. Leave out either page or windows.",
			},
		],
		[
			bulkRead(Events).ics(),
			{
				code: "QUERY_NOT_SUPPORTED",
				path: ["file_type"],
				given: "ics",
				message: "a calendar cannot be split into windows. Leave out either ics or windows.",
			},
		],
	])("%#", (refused, issue) => {
		const issues = (() => {
			try {
				beginExport(refused, { windows: true });
			} catch (error) {
				return (error as InvalidJobError).issues;
			}
		})();
		expect(issues).toEqual([issue]);
	});

	test("the first page is all of them, and a filter that leaves room is one", () => {
		for (const asked of [bulkRead(Contacts).page(1), bulkRead(Contacts).where(filterOf(23))]) {
			expect(beginExport(asked, { windows: true })).toMatchObject({
				step: "windows",
				page: 1,
				rows: 0,
				open: [{ step: "submit", window: {} }],
			});
		}
	});

	function ofModule(name: string): JobIssue {
		return {
			code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
			path: ["query", "module"],
			given: name,
			message: `${name} has no field Created_Time that can be filtered, which windows need. Leave out windows: pages do not need it.`,
		};
	}
});
