import { describe, expect, expectTypeOf, test } from "vitest";
import { defineModule, text } from "../../../src/criteria/build/define-module.js";
import type { RawCriteria } from "../../../src/criteria/build/where.js";
import { and, or } from "../../../src/criteria/node/and-or.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import { EMPTY } from "../../../src/criteria/node/empty.js";
import { InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { Everything } from "../every-data-type.js";

const { where } = Everything;
const [a, b, c] = [where("Text").equal("a"), where("Email").contains("b"), where("Owner.last_name").in(["c", "d"])];
const wire = (criteria: Criteria | undefined): unknown => JSON.parse(JSON.stringify(criteria ?? null));

describe("and, or", () => {
	test("leave out what is false, null, undefined or empty", () => {
		const typed = (text: string): string => text;
		expect(wire(and(a, typed("") && b, c))).toEqual(wire(a.and(c)));
		expect(wire(a.or(typed("") && b, c))).toEqual(wire(or(a, c)));
		const on = (flag: boolean): boolean => flag;
		expect(wire(and(a, on(false) && b, null, c, undefined))).toEqual(wire(a.and(c)));
		expect(wire(a.or(on(false) && b, c))).toEqual(wire(or(a, c)));
		expect(wire(and(on(true) && a, b))).toEqual(wire(and(a, b)));
	});

	test("give what is left alone as it is, and nothing for nothing", () => {
		expect(and(a)).toBe(a);
		expect(or(false, a, null)).toBe(a);
		expect(a.and(undefined)).toBe(a);
		expect(and()).toBeUndefined();
		expect(or(false, null, undefined)).toBeUndefined();
		expectTypeOf(and(a, null)).toEqualTypeOf<Criteria<"Everything">>();
		expectTypeOf(and(null, a)).toEqualTypeOf<Criteria<"Everything">>();
	});

	test.each([0, Number.NaN, -0, 0n, 5])("refuse %s, which is no flag, in words", (given) => {
		for (const call of [() => Reflect.apply(and, undefined, [given]), () => Reflect.apply(a.or, a, [b, given])]) {
			expect(call).toThrow("is not a filter. A number is not a flag: 0 may be meant, and would be left out.");
		}
	});

	test("group from the left, with brackets only where operators meet", () => {
		expect(wire(a.or(b).and(c))).toEqual({ group_operator: "and", group: [wire(a.or(b)), wire(c)] });
		expect(wire(a.and(b).and(c))).toEqual({ group_operator: "and", group: [a, b, c].map(wire) });
		expect(wire(and(or(a, b), and(b, c), a))).toEqual({
			group_operator: "and",
			group: [wire(or(a, b)), ...[b, c, a].map(wire)],
		});
	});

	test("refuse criteria of another module, and what is no criteria", () => {
		const Other = defineModule("Other", { Text: text });
		const foreign: Criteria = Other.where("Text").equal("x");
		expect(() => and<string>(a, foreign)).toThrow("A filter on Other cannot be combined with one on Everything");
		// A twin of the module by the same name will do: it may come from another copy of a generated file.
		const twin = defineModule("Everything", { Text: text }).where("Text").equal("x");
		expect(wire(a.and(twin))).toEqual({ group_operator: "and", group: [wire(a), wire(twin)] });
		for (const given of [{ ...a.toJSON() }, "a", 0, true, where]) {
			expect(() => Reflect.apply(and, undefined, [a, given])).toThrow(InvalidCriteriaError);
			expect(() => Reflect.apply(and, undefined, [given])).toThrow("is not a filter");
		}
	});
});

describe("a filter", () => {
	const group = a.and(b.or(c, a));

	test("says which module and fields it is about, and how many conditions it holds", () => {
		expect(group).toMatchObject({ module: "Everything", size: 4 });
		expect(group.fields).toEqual(["Text", "Email", "Owner.last_name"]);
		expect(a).toMatchObject({ module: "Everything", size: 1, fields: ["Text"] });
	});

	test("asks for no value, and for any", () => {
		expect(wire(where("Email").isEmpty())).toEqual({ api_name: "Email", comparator: "equal", value: "${EMPTY}" });
		expect(wire(where("Email").isNotEmpty())).toEqual({
			api_name: "Email",
			comparator: "not_equal",
			value: "${EMPTY}",
		});
	});

	test("keeps what it was given, whatever becomes of that", () => {
		const values = ["a", "b"];
		const listed = where("Text").in(values);
		values.push("c");
		expect(listed.toJSON()).toMatchObject({ value: ["a", "b"] });

		const moment = new Date("2026-01-01T00:00:00Z");
		const dated = where("Moment").equal(moment);
		moment.setFullYear(2000);
		expect(dated.toJSON()).toMatchObject({ value: "2026-01-01T00:00:00+00:00" });
	});

	test("prints copies, that may be written to", () => {
		const before = JSON.stringify(group);
		const printed = group.toJSON() as unknown as { group: { group: { value: string[] }[] }[] };
		printed.group[1]?.group[1]?.value.push("e");
		printed.group.reverse();
		group.fields.concat("x");
		(group.fields as string[]).push("x");
		expect(JSON.stringify(group)).toBe(before);
		expect(group.fields).toHaveLength(3);
	});

	test("prints plain JSON, and shows lists of its own", () => {
		const [c, group] = [where("Owner.last_name").in(["c", "d"]), a.and(b.or(where("Text").in(["c", "d"]), a))];
		expect(group.toJSON()).toStrictEqual(JSON.parse(JSON.stringify(group)));
		const before = JSON.stringify([c, group]);
		for (const [shown, name] of [
			[c, "value"],
			[group, "group"],
		] as const) {
			const list: unknown = Reflect.get(shown, name);
			if (!Array.isArray(list)) expect.unreachable();
			else list.push("e");
		}
		expect(JSON.stringify([c, group])).toBe(before);
	});

	test("cannot be changed by what it shows, nor by assignment", () => {
		const before = JSON.stringify(group);
		for (const criteria of [group, a, c, where.raw("Text", "in", ["a"]), parseCriteria(Everything, c.toJSON())]) {
			for (const name of Object.keys(criteria)) Reflect.set(criteria, name, "changed");
			for (const name of ["toJSON", "and", "module", "size", "fields", "members", "operator", "reference"]) {
				if (name in criteria)
					expect(() => Object.assign(criteria, { [name]: () => "changed" }), name).toThrow(TypeError);
			}
			for (const name of ["reference", "members"]) {
				const shown: unknown = Reflect.get(criteria, name);
				if (typeof shown !== "object" || shown === null) continue;
				for (const key of Object.keys(shown)) Reflect.set(shown, key, "changed");
				expect(JSON.stringify(Reflect.get(criteria, name))).not.toContain("changed");
			}
		}
		expect(JSON.stringify(group)).toBe(before);
		const fromWhere = where("Text");
		expect(() => Object.assign(fromWhere, { reference: {} })).toThrow(TypeError);
		expect(() => Object.assign(fromWhere, { equal: () => a })).toThrow(TypeError);
	});
});

describe("a filter that is refused says why, in full", () => {
	function issueOf(build: () => unknown): unknown {
		try {
			build();
		} catch (error) {
			if (!(error instanceof InvalidCriteriaError)) throw error;
			expect(error.name).toBe("InvalidCriteriaError");
			expect(error.message).toBe(error.issues.map(({ message }) => message).join("\n"));
			const [{ message, ...issue } = { message: "" }] = error.issues;
			return issue;
		}
		return expect.unreachable();
	}

	test("more conditions than the API takes, and not one less", () => {
		const conditions = Array.from({ length: 26 }, (_, index) => where("Integer").equal(index));
		expect(or(...conditions.slice(1))?.size).toBe(25);
		expect(issueOf(() => or(...conditions))).toEqual({
			code: "CRITERIA_LIMIT_EXCEEDED",
			path: [],
			given: 26,
			limit: 25,
		});
	});

	test("a filter of another module", () => {
		const foreign: Criteria = defineModule("Other", { Text: text }).where("Text").equal("x");
		expect(issueOf(() => and<string>(a, foreign))).toEqual({
			code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
			path: [],
			given: foreign.toJSON(),
			allowed: ["Everything"],
		});
	});

	test("what is not a filter", () => {
		expect(issueOf(() => Reflect.apply(and, undefined, [a, "a"]))).toEqual({
			code: "INVALID_CRITERIA",
			path: [],
			given: "a",
		});
		expect(() => Reflect.apply(and, undefined, [a, "a"])).toThrow(
			/^"a" is not a filter\. Build one with where\(\.\.\.\), or read JSON with parseCriteria\(\.\.\.\)\.$/,
		);
	});
});

describe("where.raw", () => {
	test("sends what stands there, and shows that nothing has checked it", () => {
		const raw = where.raw("Not_Yet.Known", "sounds_like", ["a", "b"]);
		expectTypeOf(raw).toEqualTypeOf<RawCriteria<"Everything">>();
		expect(raw.raw).toBe(true);
		expect(wire(raw)).toEqual({ api_name: "Not_Yet.Known", comparator: "sounds_like", value: ["a", "b"] });
		expect(wire(raw.and(a))).toEqual({ group_operator: "and", group: [wire(raw), wire(a)] });
		expect(raw).toMatchObject({ module: "Everything", size: 1, fields: ["Not_Yet.Known"] });
		expect(wire(where.raw("Text", "in", ["a", EMPTY]))).toMatchObject({ value: ["a", "${EMPTY}"] });
		expect(wire(where.raw("Text", "equal", "${EMPTY}"))).toMatchObject({ value: "${EMPTY}" });
	});

	test.each([NaN, Infinity, null, undefined, {}, [null], [["a"]], [undefined], new Date(0), 1n, Symbol("x"), () => 1])(
		"refuses %s, which JSON cannot carry",
		(value) => {
			expect(() => Reflect.apply(where.raw, undefined, ["Text", "equal", value])).toThrow(InvalidCriteriaError);
		},
	);

	test.each([null, undefined, 5, {}, ["Text"]])("refuses %s for a path or a comparator", (name) => {
		expect(() => Reflect.apply(where.raw, undefined, [name, "equal", "x"])).toThrow(InvalidCriteriaError);
		expect(() => Reflect.apply(where.raw, undefined, ["Text", name, "x"])).toThrow(InvalidCriteriaError);
	});
});
