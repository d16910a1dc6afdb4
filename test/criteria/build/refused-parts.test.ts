import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { InvalidOptionError } from "../../../src/checks/invalid-option-error.js";
import {
	boolean,
	defineModule,
	generatedModule,
	integer,
	lookup,
	multiSelect,
	owner,
	picklist,
	text,
	user,
} from "../../../src/criteria/build/define-module.js";
import { safeCondition } from "../../../src/criteria/build/safe-condition.js";
import { type CriteriaIssue, InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { comparators, comparatorsFor } from "../../../src/schema/comparators.js";
import { Everything } from "../every-data-type.js";

const call = (made: (...given: never) => unknown, ...given: readonly unknown[]): unknown =>
	Reflect.apply(made, undefined, given);

describe("a module says which of its fields is not a descriptor", () => {
	test.each<[string, string, () => unknown]>([
		["apiName", '"" is not a text. Give a non-empty string.', () => defineModule("", { Name: text })],
		[
			"fields",
			"undefined is not an object of descriptors, like { Name: text }.",
			() => call(defineModule, "Shops", undefined),
		],
		["fields", "null is not an object of descriptors, like { Name: text }.", () => call(defineModule, "Shops", null)],
		["fields", "[] is not an object of descriptors, like { Name: text }.", () => call(defineModule, "Shops", [])],
		["fields", "5 is not an object of descriptors, like { Name: text }.", () => call(defineModule, "Shops", 5)],
		[
			"fields.A",
			'"text" is not a descriptor, like text or picklist("A").',
			() => call(defineModule, "Shops", { A: "text" }),
		],
		[
			"fields.B",
			'null is not a descriptor, like text or picklist("A").',
			() => call(defineModule, "S", { A: text, B: null }),
		],
		["fields.A", '{} is not a descriptor, like text or picklist("A").', () => call(defineModule, "Shops", { A: {} })],
		[
			"fields.A",
			'{"dataType":"texts"} is not a descriptor, like text or picklist("A").',
			() => call(defineModule, "Shops", { A: { dataType: "texts" } }),
		],
		[
			"fields.A",
			'{"dataType":["text"]} is not a descriptor, like text or picklist("A").',
			() => call(defineModule, "Shops", { A: { dataType: ["text"] } }),
		],
		["values[1]", "5 is not a text.", () => call(picklist, "A", 5)],
		["values[0]", "null is not a text.", () => call(multiSelect, null)],
		["apiName", "5 is not a text. Give a non-empty string.", () => call(generatedModule, 5, "A text", () => ({}))],
		["packed", "5 is not packed fields.", () => call(generatedModule, "Shops", 5, () => ({}))],
		...[lookup, owner, user].map((reference): [string, string, () => unknown] => [
			"module",
			"5 is not a function. Give () => Module, so that modules may refer to each other.",
			() => call(reference, 5),
		]),
	])("%s: %s", (option, words, define) => {
		expect(define).toThrow(InvalidOptionError);
		expect(define).toThrow(`${option}: ${words}`);
	});

	test("an id of another kind is refused, unless no result has it", () => {
		const hidden = { ...text, filterable: false, exportable: false };
		expect(defineModule("Shops", { Id: hidden }).fields.size).toBe(1);
		expect(() => defineModule("Shops", { Id: text })).toThrow(
			new InvalidOptionError(
				"fields.Id",
				"in rows of Shops, \"Id\" is the record's own id, which every result has. Leave out the field Id; describe the record's id as id: bigInteger.",
			),
		);
		expect(() => defineModule("Shops", { id: text })).toThrow("Leave out the field id; describe");
	});
});

test("a module shows how many fields it has", () => {
	expect(inspect(defineModule("Shops", {}))).toBe("[Module Shops: 0 fields]");
	expect(inspect(defineModule("Shops", { A: text }))).toBe("[Module Shops: 1 field]");
	expect(inspect(defineModule("Shops", { A: text, B: text }).anyHops())).toBe("[Module Shops: 2 fields, any hops]");
});

test("descriptors say what may be done with a field, and what it may be", () => {
	const made = defineModule("Shops", {
		Kind: picklist("A", "B"),
		Tags: multiSelect("C"),
		Name: text,
		By: user(() => Everything),
		Of: owner(() => Everything),
	});
	expect([...made.fields.values()].map((field) => ({ ...field }))).toEqual([
		{ apiName: "Kind", dataType: "picklist", filterable: true, exportable: true, values: ["A", "B"] },
		{ apiName: "Tags", dataType: "multi-select", filterable: true, exportable: true, values: ["C"] },
		{ apiName: "Name", dataType: "text", filterable: true, exportable: true, values: [] },
		{ apiName: "By", dataType: "user", filterable: true, exportable: true, values: [], targetName: "Everything" },
		{ apiName: "Of", dataType: "owner", filterable: true, exportable: true, values: [], targetName: "Everything" },
	]);
});

function issueOf(build: () => unknown): CriteriaIssue | undefined {
	try {
		build();
	} catch (error) {
		if (error instanceof InvalidCriteriaError && error.issues.length === 1) return error.issues[0];
		throw error;
	}
	return expect.unreachable();
}

describe("where, in full", () => {
	const Hidden = defineModule("Hidden", { Secret: { ...text, filterable: false } });
	test.each<[() => unknown, CriteriaIssue]>([
		[
			() => call(Everything.where, "Txt"),
			{
				code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
				message: '"Txt" is not a field of Everything. Did you mean "Text"?',
				path: [],
				field: "Txt",
				given: "Txt",
				allowed: ["Text"],
			},
		],
		[
			() => call(Hidden.where, "Secret"),
			{
				code: "FIELD_IN_CRITERIA_NOT_SUPPORTED",
				message: '"Secret" of Hidden cannot be filtered. If your org accepts it, use where.raw.',
				path: [],
				field: "Secret",
				given: "Secret",
			},
		],
		[
			() => call(Everything.where.raw, "Text", "equal", Number.NaN),
			{
				code: "VALUE_IN_CRITERIA_NOT_SUPPORTED",
				message:
					"where.raw: NaN cannot be sent: a raw value must be a text, a finite number, true, false, EMPTY, or a list of them.",
				path: [],
				field: "Text",
				comparator: "equal",
				given: Number.NaN,
			},
		],
		[
			() => call(Everything.where.raw, "Text", 5, "x"),
			{
				code: "VALUE_IN_CRITERIA_NOT_SUPPORTED",
				message: "where.raw: 5 cannot be sent: the path and the comparator must be texts.",
				path: [],
				field: "Text",
				given: 5,
			},
		],
		[
			() => call(Everything.where.raw, 5, "equal", "x"),
			{
				code: "VALUE_IN_CRITERIA_NOT_SUPPORTED",
				message: "where.raw: 5 cannot be sent: the path and the comparator must be texts.",
				path: [],
				comparator: "equal",
				given: 5,
			},
		],
	])("%#", (build, expected) => {
		expect(issueOf(build)).toStrictEqual(expected);
	});

	test("a comparator that the field does not take, and a boolean that would be empty", () => {
		const { where } = defineModule("Shops", { Rooms: integer, Open: boolean });
		const bound = (path: "Rooms" | "Open", name: string): (() => unknown) => {
			const about: object = where(path);
			return () => Reflect.apply(Reflect.get(about, name), about, []);
		};
		expect(issueOf(bound("Rooms", "contains"))).toStrictEqual({
			code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
			message: `Rooms contains: an integer field does not take the comparator contains. Allowed: ${comparatorsFor("integer").join(", ")}.`,
			path: [],
			field: "Rooms",
			comparator: "contains",
			given: "contains",
			allowed: comparatorsFor("integer"),
		});
		expect(issueOf(bound("Open", "isEmpty"))).toStrictEqual({
			code: "FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
			message: 'Open equal "${EMPTY}": a boolean is never empty. Give true or false.',
			path: [],
			field: "Open",
			comparator: "equal",
			given: "${EMPTY}",
		});
	});

	test("a field's comparators are found once, and raw conditions of any", () => {
		const made = [
			defineModule("Shops", { Rooms: integer }),
			generatedModule<"Shops", { Rooms: typeof integer }>("Shops", "Rooms integer", () => ({})),
		];
		for (const { where } of made) {
			expect(where("Rooms")).toBe(where("Rooms"));
			expect(where.raw("Any", "like", 5).toJSON()).toEqual({ api_name: "Any", comparator: "like", value: 5 });
		}
	});

	test("raw values are sent as they are", () => {
		for (const value of ["a", 5, -0.5, true, false, ["a", 5, true], []]) {
			expect(Everything.where.raw("Text", "equal", value).toJSON()).toMatchObject({ value });
		}
	});
});

describe("a chosen condition that is refused, in full", () => {
	const like = comparatorsFor("text");
	test.each<[unknown, CriteriaIssue]>([
		[
			{ field: 5, comparator: "equal", value: "x" },
			{ code: "FIELD_IN_CRITERIA_NOT_AVAILABLE", message: "5 is not a field's API name.", path: ["field"], given: 5 },
		],
		...[undefined, null, "Text", ["Text"]].map((given): [unknown, CriteriaIssue] => [
			given,
			{
				code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
				message: "undefined is not a field's API name.",
				path: ["field"],
				given: undefined,
			},
		]),
		[
			{ field: "Text", comparator: "Equal", value: "x" },
			{
				code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
				message: '"Equal" is not a comparator of the API. Did you mean "equal"?',
				path: ["comparator"],
				given: "Equal",
				allowed: comparators,
			},
		],
		[
			{ field: "Text", comparator: "less_than", value: "x" },
			{
				code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
				message: `Text less_than: a text field does not take the comparator less_than. Allowed: ${like.join(", ")}.`,
				path: ["comparator"],
				field: "Text",
				comparator: "less_than",
				given: "less_than",
				allowed: like,
			},
		],
		...[["2026-01-01"], "2026-01-01", ["2026-01-01", "2026-01-02", "2026-01-03"]].map(
			(value): [unknown, CriteriaIssue] => [
				{ field: "Day", comparator: "between", value },
				{
					code: "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
					message: `Day between ${JSON.stringify(value)}: a range has two ends. Give a list of two.`,
					path: ["value"],
					field: "Day",
					comparator: "between",
					given: value,
				},
			],
		),
		[
			{ field: "Integer", comparator: "in", value: ["1", "2 "] },
			{
				code: "FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
				message: 'Integer in "2 ": this is not a whole number. Give a whole number, or EMPTY.',
				path: ["value", 1],
				field: "Integer",
				comparator: "in",
				given: "2 ",
			},
		],
	])("%j", (chosen, issue) => {
		expect(call(safeCondition, Everything, chosen)).toEqual({ success: false, issues: [issue] });
	});

	test("what else goes wrong is thrown", () => {
		const broken = {
			get: () => {
				throw new RangeError("broken");
			},
		};
		const chosen = { field: "Text", comparator: "equal", value: "x" };
		const build = () => call(safeCondition, { apiName: "Broken", hops: 1, fields: broken }, chosen);
		expect(build).toThrow(new RangeError("broken"));
	});

	test("what is no module is thrown", () => {
		expect(() => call(safeCondition, {}, {})).toThrow("module: {} is not a module.");
	});
});
