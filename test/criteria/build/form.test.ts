import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
	type AnyModule,
	type Criteria,
	comparators,
	comparatorsFor,
	comparatorTraits,
	dataTypes,
	type FieldNames,
	fieldFacts,
	filterableFields,
	generatedModule,
	InvalidCriteriaError,
	inputKinds,
	isComparator,
	safeCondition,
	takesEmpty,
} from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";
import { anyValue } from "../arbitrary-criteria.js";
import { Everything, pathsOf } from "../every-data-type.js";

describe("the facts of a field", () => {
	test.each(pathsOf(Everything))(
		"$path ($dataType) has the comparators that the table permits it",
		({ path, dataType }) => {
			const facts = fieldFacts(Everything, path);
			expect(facts.comparators.map(({ comparator }) => comparator)).toEqual(comparatorsFor(dataType));
			for (const { comparator, arity, label } of facts.comparators) {
				expect(arity).toBe(comparatorTraits[comparator].arity);
				expect(label).not.toBe("");
			}
			expect(facts.input).toBe(inputKinds[dataType]);
		},
	);

	test("are data: what a form sends to a browser", () => {
		const facts = filterableFields(Contacts);
		expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
		expect(structuredClone(facts)).toEqual(facts);
		expect(facts.map(({ path }) => path)).toEqual(
			[...Contacts.fields.values()].filter(({ filterable }) => filterable).map(({ apiName }) => apiName),
		);
		expect(fieldFacts(Contacts, "Lead_Source").values).toContain("Advertisement");
		expect(fieldFacts(Contacts, "Owner")).toMatchObject({ targetName: "Users", input: "record" });
	});

	test("have the metadata's label, or the name as words; behind a lookup, both", () => {
		const Houses: AnyModule = generatedModule(
			"Houses",
			'Region__c text ~"Sales \\"region\\""\nOwned_By owner >Houses ~"Keeper"\nFloor_Count integer',
			(): { Houses: AnyModule } => ({ Houses }),
		);
		expect(fieldFacts(Houses, "Region__c").label).toBe('Sales "region"');
		expect(fieldFacts(Houses, "Floor_Count").label).toBe("Floor Count");
		expect(fieldFacts(Houses, "Owned_By.Floor_Count").label).toBe("Keeper: Floor Count");
		expect(fieldFacts(Contacts, "Date_of_Birth").label).toBe("Date of Birth");
	});

	test("are refused for what criteria may not name", () => {
		expect(() => fieldFacts(Contacts, "Emial")).toThrow('Did you mean "Email"?');
		expect(() => fieldFacts(Contacts, "Password")).toThrow(InvalidCriteriaError);
	});
});

test("what takes EMPTY is what the builder takes EMPTY for", () => {
	for (const dataType of dataTypes) {
		for (const comparator of comparatorsFor(dataType)) {
			const { arity } = comparatorTraits[comparator];
			expect(takesEmpty(comparator, dataType)).toBe(dataType !== "boolean" && arity !== "pair");
		}
	}
	expect(comparators.every(isComparator)).toBe(true);
	expect(["equals", "", "toString", "__proto__"].some(isComparator)).toBe(false);
});

describe("a condition that was chosen", () => {
	test("is what the builder makes of the same", () => {
		const chosen = fc
			.constantFrom(...pathsOf(Everything))
			.chain(({ path, dataType }) =>
				fc.tuple(fc.constant(path), fc.constantFrom(...comparatorsFor(dataType)), anyValue(dataType)),
			);
		fc.assert(
			fc.property(chosen, ([field, comparator, one]) => {
				const { arity } = comparatorTraits[comparator];
				const value = arity === "one" ? one : arity === "list" ? [one] : [one, one];
				const built = safeCondition(Everything, { field, comparator, value });
				if (!built.success) throw new InvalidCriteriaError(built.issues);
				expect(built.criteria.toJSON()).toMatchObject({ api_name: field, comparator });
				expectTypeOf(built.criteria).toEqualTypeOf<Criteria<"Everything">>();
			}),
			{ numRuns: 500 },
		);
	});

	test.each([
		[{ field: "Txt", comparator: "equal", value: "x" }, ["field"], 'Did you mean "Text"?'],
		[{ field: 5, comparator: "equal", value: "x" }, ["field"], "5 is not a field's API name"],
		[{ field: "Text", comparator: "equals", value: "x" }, ["comparator"], '"equals" is not a comparator'],
		[{ field: "Text", comparator: null, value: "x" }, ["comparator"], "null is not a comparator"],
		[
			{ field: "Text", comparator: "between", value: ["x", "y"] },
			["comparator"],
			"does not take the comparator between",
		],
		[{ field: "Integer", comparator: "equal", value: "many" }, ["value"], "this is not a whole number"],
		[{ field: "Integer", comparator: "in", value: ["1", "many"] }, ["value", 1], "this is not a whole number"],
		[{ field: "Integer", comparator: "in", value: "1" }, ["value"], "takes a list of values"],
		[{ field: "Day", comparator: "between", value: "2026-01-01" }, ["value"], "a range has two ends"],
		[
			{ field: "Day", comparator: "between", value: ["2026-01-01", "2026-13-01"] },
			["value", 1],
			"there is no month 13",
		],
		[{ field: "Day", comparator: "between", value: ["2026-02-01", "2026-01-01"] }, ["value"], "ends before it begins"],
		[{ field: "Text", comparator: "equal", value: "${EMPTY}" }, ["value"], "as a placeholder"],
		[{ field: "Text", comparator: "equal", value: undefined }, ["value"], "this is not a string"],
	])("%j is refused beside %j", (chosen, path, words) => {
		const built = safeCondition(Everything, chosen as never);
		expect(built.success).toBe(false);
		if (built.success) return;
		expect(built.issues).toHaveLength(1);
		expect(built.issues[0]?.path).toEqual(path);
		expect(built.issues[0]?.message).toContain(words);
	});
});

test("the names of fields by data type, as a type", () => {
	expectTypeOf<"Created_Time">().toExtend<FieldNames<typeof Contacts, "date" | "datetime">>();
	expectTypeOf<"Date_of_Birth">().toExtend<FieldNames<typeof Contacts, "date" | "datetime">>();
	expectTypeOf<"Email">().not.toExtend<FieldNames<typeof Contacts, "date" | "datetime">>();
	expectTypeOf<FieldNames<typeof Contacts>>().toEqualTypeOf<Parameters<typeof keys>[0]>();
	function keys(_name: keyof import("zoho-bulk-read/standard").Contacts & string): void {}
});
