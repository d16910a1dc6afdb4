import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import type { CriteriaIssue } from "../../../src/criteria/node/invalid-criteria-error.js";
import { criteriaJsonSchema } from "../../../src/criteria/read/criteria-json-schema.js";
import { criteriaSchema } from "../../../src/criteria/read/criteria-schema.js";
import { type ParseCriteriaOptions, safeParseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import type { AnyModule } from "../../../src/schema/module-schema.js";
import { arbitraryDocument, inV2, type Json } from "../arbitrary-document.js";
import { Everything } from "../every-data-type.js";

function compile(module: AnyModule, options?: ParseCriteriaOptions): (document: unknown) => boolean {
	const validate = new Ajv2020({ strict: true, strictTypes: true }).compile(criteriaJsonSchema(module, options));
	return (document) => validate(document);
}

/** The rules that JSON Schema cannot express, as the documentation of `criteriaJsonSchema` lists them. */
function isInexpressible({ code, message }: CriteriaIssue): boolean {
	return (
		code === "CRITERIA_LIMIT_EXCEEDED" ||
		message.includes("the range ends before it begins") ||
		message.includes("Groups are nested deeper")
	);
}

describe("criteriaJsonSchema", () => {
	for (const { numRuns, ...options } of [{ numRuns: 10_000 }, { numRuns: 2_000, allowGroupOfOne: true }]) {
		test(`agrees with parseCriteria on ${numRuns} documents, ${JSON.stringify(options)}`, () => {
			const accepts = compile(Everything, options);
			const tally = { all: 0, good: 0, bad: 0 };
			fc.assert(
				fc.property(arbitraryDocument(), (document) => {
					tally.all++;
					const parsed = safeParseCriteria(Everything, document, options);
					if (parsed.success) {
						tally.good++;
						expect(printed(parsed.criteria)).toEqual(inV2(document));
						expect(accepts(document)).toBe(true);
					} else if (parsed.issues.every(isInexpressible)) {
						expect(accepts(document)).toBe(true);
					} else {
						tally.bad++;
						expect(accepts(document), JSON.stringify(parsed.issues)).toBe(false);
					}
				}),
				{ numRuns },
			);
			expect(tally.good).toBeGreaterThan(0.3 * tally.all);
			expect(tally.bad).toBeGreaterThan(0.3 * tally.all);
		}, 120_000);
	}

	test("accepts what it cannot express, and says so", () => {
		const accepts = compile(Everything);
		const condition = { api_name: "Text", comparator: "equal", value: "a" };
		const tooMany = { group_operator: "or", group: Array(26).fill(condition) };
		const reversed = { api_name: "Day", comparator: "between", value: ["2026-01-02", "2026-01-01"] };
		let tooDeep: Json = condition;
		for (let depth = 0; depth < 51; depth++) tooDeep = { group_operator: "and", group: [condition, tooDeep] };
		for (const document of [tooMany, reversed, tooDeep]) {
			const parsed = safeParseCriteria(Everything, document);
			expect(parsed.success).toBe(false);
			expect(parsed.success || parsed.issues.every(isInexpressible)).toBe(true);
			expect(accepts(document)).toBe(true);
		}
	});

	test("names the fields behind one lookup, and leaves those behind two open where they are allowed", () => {
		const condition = (api_name: string) => ({ api_name, comparator: "equal", value: "a" });
		const [one, any] = [compile(Everything), compile(Everything.anyHops())];
		for (const accepts of [one, any]) {
			expect(accepts(condition("Owner.last_name"))).toBe(true);
			expect(accepts(condition("Owner.nickname"))).toBe(false);
		}
		expect(one(condition("Account.Parent.last_name"))).toBe(false);
		expect(any(condition("Account.Parent.last_name"))).toBe(true);
		expect(any(condition("Account.Parent.nickname"))).toBe(true);
	});
});

describe("criteriaSchema", () => {
	const schema = criteriaSchema(Everything);

	test("is a Standard Schema, and gives a typed criteria", () => {
		expectTypeOf(schema).toExtend<StandardSchemaV1<unknown, Criteria<"Everything">>>();
		expectTypeOf(schema).toExtend<StandardJSONSchemaV1>();
		expectTypeOf<StandardSchemaV1.InferOutput<typeof schema>>().toEqualTypeOf<Criteria<"Everything">>();

		const document = { api_name: "Text", comparator: "equal", value: "a" };
		const result = schema["~standard"].validate(document);
		if (result.issues) throw new Error("refused");
		expect(printed(result.value)).toEqual(document);
	});

	test("reports paths from the value that was validated", () => {
		const result = schema["~standard"].validate({ group_operator: "and", group: [1, { api_name: "Text" }] });
		expect(result.issues?.map(({ path }) => path)).toEqual([
			["group", 0],
			["group", 1],
			["group", 1],
		]);
	});

	test("shows itself in the one dialect that it writes", () => {
		const { input, output } = schema["~standard"].jsonSchema;
		expect(input({ target: "draft-2020-12" })).toEqual(criteriaJsonSchema(Everything));
		expect(output({ target: "draft-2020-12" })).toEqual(criteriaJsonSchema(Everything));
		expect(() => input({ target: "draft-07" })).toThrow(RangeError);
	});
});

const printed = (criteria: Criteria): unknown => JSON.parse(JSON.stringify(criteria));
