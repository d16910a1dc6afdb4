import { expect, test } from "vitest";
import { defineModule, text } from "../../../src/criteria/build/define-module.js";
import { criteriaSchema } from "../../../src/criteria/read/criteria-schema.js";
import { safeParseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { Everything } from "../every-data-type.js";
import { good } from "./reported-issues.js";

const Locked = defineModule("Locked", { Secret: { ...text, filterable: false } });

/** Writes every member of every issue, one line per issue. */
function told(json: unknown, module: typeof Everything | typeof Locked = Everything): string[] {
	const parsed = safeParseCriteria(module, json);
	if (parsed.success) return expect.unreachable();
	return parsed.issues.map(({ code, message, path, criteria, given, ...others }) => {
		expect(Object.keys({ code, message, path, criteria, given })).toHaveLength(5);
		const where = criteria === json ? "the document" : JSON.stringify(criteria);
		const rest = Object.entries(others).map(([name, value]) => `; ${name} ${JSON.stringify(value)}`);
		const line = `${path.join("/")} ${code}: ${message.replace(shapes, "SHAPES")}\n  ${where}; given ${given === json ? "all of it" : JSON.stringify(given)}${rest.join("")}`;
		return line.replace(/(\w)\1{99,}/g, (run, letter) => `${letter} ${run.length} times`);
	});
}

/** The last sentence of many. */
const shapes =
	"Give either a condition { api_name, comparator, value } or a group { group_operator, group } of two or more members.";

test("a document that is refused is told what stands where, and what would do", () => {
	const documents: readonly unknown[] = [
		null,
		"Text equal a",
		{},
		{ api_nam: "Text", comparater: "equal" },
		{ size: 1 },
		{ ...good, group: [good, good] },
		{ ...good, valu: 1 },
		{ group_operator: "and", group: [good, good], grou: 1 },
		{ group_operator: "And", group: [good, good] },
		{ group_operator: "nor", group: [good, good] },
		{ group: [good, good] },
		{ group_operator: "and" },
		{ group_operator: "and", group: good },
		{ group_operator: "and", group: [good] },
		{ group_operator: "and", group: [] },
		{ comparator: "equal", value: "a" },
		{ api_name: "Text", value: "a" },
		{ api_name: "Text", comparator: "equal" },
		{ ...good, field: { api_name: "Text" } },
		{ ...good, api_name: 5 },
		{ ...good, api_name: "x".repeat(256) },
		{ ...good, api_name: "x".repeat(255) },
		{ comparator: "equal", value: "a", field: "Text" },
		{ comparator: "equal", value: "a", field: { id: "1" } },
		{ comparator: "equal", value: "a", field: { api_name: "Text", name: "Text" } },
		{ comparator: "equal", value: "a", field: { api_name: 5 } },
		{ ...good, api_name: "Txt", comparator: "Equal" },
		{ ...good, api_name: "Txt", comparator: 5 },
		{ ...good, comparator: "Equal" },
		{ ...good, comparator: 5 },
		{ ...good, comparator: "z".repeat(255) },
		{ ...good, comparator: "z".repeat(256) },
		{ ...good, comparator: "in" },
		{ api_name: "Day", comparator: "between", value: ["2026-01-02", "2026-01-01"] },
		{ api_name: "Day", comparator: "between", value: ["2026-01-02"] },
		{ api_name: "Integer", comparator: "in", value: ["1", "x"] },
		{ api_name: "Day", comparator: "between", value: ["x", "2026-01-02"] },
		{ ...good, api_name: "Txt", comparator: ["equal"] },
	];
	expect(documents.flatMap((json) => [...told(json), ""]).join("\n")).toMatchInlineSnapshot(`
		"criteria INVALID_CRITERIA: null is not a filter. SHAPES
		  the document; given all of it

		criteria INVALID_CRITERIA: "Text equal a" is not a filter. SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: This is neither a condition nor a group. SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: This is neither a condition nor a group. "api_nam" is not a part of either. Did you mean "api_name"? SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: This is neither a condition nor a group. SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: This is both a condition and a group. SHAPES
		  the document; given all of it

		criteria/valu INVALID_CRITERIA: "valu" is not a part of a filter. Did you mean "value"? SHAPES
		  the document; given 1

		criteria/grou INVALID_CRITERIA: "grou" is not a part of a filter. Did you mean "group"? SHAPES
		  the document; given 1

		criteria/group_operator GROUP_OPERATOR_NOT_SUPPORTED: "And" is not a group operator. Did you mean "and"? Allowed: and, or.
		  the document; given "And"; allowed ["and","or"]

		criteria/group_operator GROUP_OPERATOR_NOT_SUPPORTED: "nor" is not a group operator. Did you mean "or"? Allowed: and, or.
		  the document; given "nor"; allowed ["and","or"]

		criteria AMBIGUOUS_CRITERIA: "group_operator" is missing. SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: "group" is missing. SHAPES
		  the document; given all of it

		criteria/group INVALID_CRITERIA: {"api_name":"Text","comparator":"equal","value":"a"} is not a list of criteria.
		  the document; given {"api_name":"Text","comparator":"equal","value":"a"}

		criteria/group AMBIGUOUS_GROUP_IN_CRITERIA: A group has two or more members, and this one has 1. Replace the group with its condition.
		  the document; given [{"api_name":"Text","comparator":"equal","value":"a"}]

		criteria/group AMBIGUOUS_GROUP_IN_CRITERIA: A group has two or more members, and this one has none. Give it the criteria that it combines, or leave it out.
		  the document; given []

		criteria AMBIGUOUS_CRITERIA: "api_name" is missing. SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: "comparator" is missing. SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: "value" is missing. SHAPES
		  the document; given all of it

		criteria AMBIGUOUS_CRITERIA: "api_name" and "field" both name the field: give one. SHAPES
		  the document; given all of it

		criteria/api_name INVALID_CRITERIA: 5 is not the API name of a field.
		  the document; given 5

		criteria/api_name FIELD_IN_CRITERIA_NOT_AVAILABLE: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... is not a field of Everything.
		  the document; given "x 256 times"; field "x 256 times"; allowed []

		criteria/api_name FIELD_IN_CRITERIA_NOT_AVAILABLE: "x 255 times" is not a field of Everything.
		  the document; given "x 255 times"; field "x 255 times"; allowed []

		criteria/field INVALID_CRITERIA: "Text" does not name a field: give { api_name }.
		  the document; given "Text"

		criteria/field INVALID_CRITERIA: {"id":"1"} does not name a field: give { api_name }.
		  the document; given {"id":"1"}

		criteria/field INVALID_CRITERIA: {"api_name":"Text","name":"Text"} does not name a field: give { api_name }.
		  the document; given {"api_name":"Text","name":"Text"}

		criteria/field/api_name INVALID_CRITERIA: 5 is not the API name of a field.
		  the document; given 5

		criteria/api_name FIELD_IN_CRITERIA_NOT_AVAILABLE: "Txt" is not a field of Everything. Did you mean "Text"?
		  the document; given "Txt"; field "Txt"; allowed ["Text"]
		criteria/comparator FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: "Equal" is not a comparator of the API. Did you mean "equal"?
		  the document; given "Equal"; allowed ["equal","not_equal","in","not_in","less_than","less_equal","greater_than","greater_equal","contains","not_contains","starts_with","ends_with","between","not_between"]

		criteria/api_name FIELD_IN_CRITERIA_NOT_AVAILABLE: "Txt" is not a field of Everything. Did you mean "Text"?
		  the document; given "Txt"; field "Txt"; allowed ["Text"]
		criteria/comparator FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: 5 is not a comparator of the API.
		  the document; given 5; allowed ["equal","not_equal","in","not_in","less_than","less_equal","greater_than","greater_equal","contains","not_contains","starts_with","ends_with","between","not_between"]

		criteria/comparator FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: Text Equal: a text field does not take the comparator Equal. Did you mean "equal"? Allowed: equal, not_equal, in, not_in, contains, not_contains, starts_with, ends_with.
		  the document; given "Equal"; field "Text"; comparator "Equal"; allowed ["equal","not_equal","in","not_in","contains","not_contains","starts_with","ends_with"]

		criteria/comparator FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: Text 5: a text field does not take the comparator 5. Allowed: equal, not_equal, in, not_in, contains, not_contains, starts_with, ends_with.
		  the document; given 5; field "Text"; comparator "5"; allowed ["equal","not_equal","in","not_in","contains","not_contains","starts_with","ends_with"]

		criteria/comparator FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: Text z 255 times: a text field does not take the comparator z 255 times. Allowed: equal, not_equal, in, not_in, contains, not_contains, starts_with, ends_with.
		  the document; given "z 255 times"; field "Text"; comparator "z 255 times"; allowed ["equal","not_equal","in","not_in","contains","not_contains","starts_with","ends_with"]

		criteria/comparator FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: Text "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz...: a text field does not take the comparator "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz.... Allowed: equal, not_equal, in, not_in, contains, not_contains, starts_with, ends_with.
		  the document; given "z 256 times"; field "Text"; comparator "\\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz..."; allowed ["equal","not_equal","in","not_in","contains","not_contains","starts_with","ends_with"]

		criteria/value COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: Text in "a": this comparator takes a list of values. Give a string of at most 255 characters, or EMPTY.
		  the document; given "a"; field "Text"; comparator "in"

		criteria/value COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: Day between ["2026-01-02","2026-01-01"]: the range ends before it begins. Give a day like "2026-01-31", or EMPTY.
		  the document; given ["2026-01-02","2026-01-01"]; field "Day"; comparator "between"

		criteria/value COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: Day between ["2026-01-02"]: a range has two ends, and this has 1 value. Give a day like "2026-01-31", or EMPTY.
		  the document; given ["2026-01-02"]; field "Day"; comparator "between"

		criteria/value/1 FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: Integer in "x": this is not a whole number. Give a whole number, or EMPTY.
		  the document; given "x"; field "Integer"; comparator "in"

		criteria/value/0 FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: Day between "x": this is not a day in the form YYYY-MM-DD. Give a day like "2026-01-31", or EMPTY.
		  the document; given "x"; field "Day"; comparator "between"

		criteria/api_name FIELD_IN_CRITERIA_NOT_AVAILABLE: "Txt" is not a field of Everything. Did you mean "Text"?
		  the document; given "Txt"; field "Txt"; allowed ["Text"]
		criteria/comparator FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: ["equal"] is not a comparator of the API.
		  the document; given ["equal"]; allowed ["equal","not_equal","in","not_in","less_than","less_equal","greater_than","greater_equal","contains","not_contains","starts_with","ends_with","between","not_between"]
		"
	`);
	expect(told({ ...good, api_name: "Secret" }, Locked)).toMatchInlineSnapshot(`
		[
		  "criteria/api_name FIELD_IN_CRITERIA_NOT_SUPPORTED: "Secret" of Locked cannot be filtered.
		  the document; given "Secret"; field "Secret"",
		]
	`);
});

test("what is read without a fault is read, whoever asks", () => {
	for (const json of [
		{ comparator: "equal", value: "a", field: { api_name: "Text" } },
		{ comparator: "equal", value: "a", field: { api_name: "Text", id: "554023000000000001" } },
	]) {
		const parsed = safeParseCriteria(Everything, json);
		expect(parsed.success && parsed.criteria.toJSON()).toEqual(good);
	}
});

test("a list is read to its end, however long", () => {
	const value = Array.from({ length: 300 }, (_, index) => `${index}`);
	const parsed = safeParseCriteria(Everything, { api_name: "Integer", comparator: "in", value });
	expect(parsed.success && parsed.criteria.toJSON()).toEqual({ api_name: "Integer", comparator: "in", value });
});

test("as a Standard Schema: the place counts from the value, and one dialect is written", () => {
	const { "~standard": standard } = criteriaSchema(Everything);
	expect([standard.version, standard.vendor]).toEqual([1, "zoho-bulk-read"]);
	expect(standard.validate({ group_operator: "and", group: [good, { ...good, value: 5 }] })).toEqual({
		issues: [
			{
				message: "Text equal 5: this is not a string. Give a string of at most 255 characters, or EMPTY.",
				path: ["group", 1, "value"],
			},
		],
	});
	for (const write of [standard.jsonSchema.input, standard.jsonSchema.output]) {
		expect(write({ target: "draft-2020-12" })).toMatchObject({ title: "Criteria of Everything" });
		expect(() => write({ target: "draft-07" })).toThrow(
			new RangeError("The criteria schema is available in draft-2020-12 only, not in draft-07."),
		);
	}
	expect(() => Reflect.apply(criteriaSchema, undefined, [{}])).toThrow("module: {} is not a module.");
	expect(() => Reflect.apply(criteriaSchema, undefined, [Everything, 5])).toThrow("options: 5 is not an object");
	expect(() => Reflect.apply(safeParseCriteria, undefined, [Everything, good, 5])).toThrow("options: 5 is not");
});
