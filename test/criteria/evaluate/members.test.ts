import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import { and, or } from "../../../src/criteria/node/and-or.js";
import { InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { Everything } from "../every-data-type.js";

const { where } = Everything;
const read = (record: object, path: string): unknown => Reflect.get(record, path);

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("of %i members", (count) => {
	const members = Array.from({ length: count }, (_, index) => where("Integer").notEqual(index));
	const wanted = Array.from({ length: count }, (_, index) => where("Integer").equal(index));

	test("each can refuse a record", () => {
		const all = and(...members);
		if (all === undefined) return expect.unreachable();
		const matches = evaluate(all, { read });
		for (let index = 0; index < count; index++) expect(matches({ Integer: index })).toBe(false);
		expect(matches({ Integer: count })).toBe(true);
	});

	test("each can accept a record", () => {
		const any = or(...wanted);
		if (any === undefined) return expect.unreachable();
		const matches = evaluate(any, { read });
		for (let index = 0; index < count; index++) expect(matches({ Integer: index })).toBe(true);
		expect(matches({ Integer: count })).toBe(false);
	});
});

test("members are asked in order, and no more of them than it takes", () => {
	const asked: string[] = [];
	const listen = (record: object, path: string): unknown => {
		asked.push(path);
		return Reflect.get(record, path);
	};
	const parts = [
		where("Text").equal("a"),
		where("Email").equal("a"),
		where("Phone").equal("a"),
		where("Url").equal("a"),
	];
	const record = { Text: "a", Email: "b", Phone: "a", Url: "a" };
	expect(evaluate(and(...parts) ?? expect.unreachable(), { read: listen })(record)).toBe(false);
	expect(asked.splice(0)).toEqual(["Text", "Email"]);
	expect(evaluate(or(...parts) ?? expect.unreachable(), { read: listen })(record)).toBe(true);
	expect(asked).toEqual(["Text"]);
});

test("a group of one, which a document may have, is its member", () => {
	const only = { api_name: "Integer", comparator: "equal", value: "1" };
	for (const group_operator of ["and", "or"]) {
		const one = parseCriteria(Everything, { group_operator, group: [only] }, { allowGroupOfOne: true });
		expect([1, 2].map((Integer) => evaluate(one)({ Integer }))).toEqual([true, false]);
	}
});

describe("what cannot be evaluated is refused, in full", () => {
	test.each([
		["FIELD_IN_CRITERIA_NOT_AVAILABLE", "Unknown", "equal", "its field is not known"],
		["FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED", "Text", "like", "its comparator is not known"],
		["COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE", "Text", "in", "this comparator takes a list of values"],
	] as const)("%s: %s %s", (code, field, comparator, problem) => {
		const message = `${field} ${comparator} "a": this raw condition cannot be evaluated, because ${problem}.`;
		expect(() => evaluate(where.raw(field, comparator, "a"))).toThrow(
			new InvalidCriteriaError([{ code, message, path: [], field, comparator, given: "a" }]),
		);
	});

	test.each([
		["India", '"India"'],
		[330, "330"],
		[null, "null"],
	])("the offset %j", (dayOffset, shown) => {
		expect(() => Reflect.apply(evaluate, undefined, [where("Text").isEmpty(), { dayOffset }])).toThrow(
			new RangeError(`dayOffset is ${shown}; give an offset like "+05:30".`),
		);
	});

	test("invalid options", () => {
		expect(() => Reflect.apply(evaluate, undefined, [where("Text").isEmpty(), "fast"])).toThrow(
			'options: "fast" is not an object of options.',
		);
	});
});
