import { describe, expect, expectTypeOf, test } from "vitest";
import { bulkRead, type Criteria, InvalidCriteriaError, InvalidJobError, type Row } from "zoho-bulk-read";
import { Contacts } from "./modules.js";

const twoLookups = "Account_Name.Owner.last_name";
const deep = Contacts.anyHops();

describe("a path through two lookups", () => {
	test("is refused, by the compiler and at run time, with what to do", () => {
		const advice = `"${twoLookups}" goes through two lookups; the API documents one. If your org accepts more, use the module's anyHops().`;
		// @ts-expect-error two lookups
		expect(() => Contacts.where(twoLookups)).toThrow(InvalidCriteriaError);
		// @ts-expect-error two lookups
		expect(() => Contacts.where(twoLookups)).toThrow(advice);
		// @ts-expect-error two lookups
		expect(() => bulkRead(Contacts).select(twoLookups)).toThrow(InvalidJobError);
		// @ts-expect-error two lookups
		expect(() => bulkRead(Contacts).select(twoLookups)).toThrow(advice);
	});
});

describe("anyHops", () => {
	test("takes it in criteria, typed as the field at its end", () => {
		const criteria = deep.where(twoLookups).contains("5");
		expectTypeOf(criteria).toEqualTypeOf<Criteria<"Contacts">>();
		expect(criteria.toJSON()).toEqual({ api_name: twoLookups, comparator: "contains", value: "5" });
		expect(criteria.fields).toEqual([twoLookups]);
	});

	test("takes any number of lookups, and one or none as before", () => {
		expect(deep.where("Account_Name.Parent_Account.Owner.Reporting_To.email").isEmpty().toJSON()).toMatchObject({
			api_name: "Account_Name.Parent_Account.Owner.Reporting_To.email",
		});
		expect(deep.where("Owner.last_name").equal("x").toJSON()).toMatchObject({ api_name: "Owner.last_name" });
		expect(deep.where("Visits").equal(1).toJSON()).toMatchObject({ api_name: "Visits" });
	});

	test("takes it in select, and its row has the cell", () => {
		const job = bulkRead(deep)
			.select(twoLookups, "Account_Name.Parent_Account.Industry", "Visits")
			.where((where) => where(twoLookups).equal("x"));
		expectTypeOf<Row<typeof job>>().toEqualTypeOf<{
			Id: string;
			"Account_Name.Owner.last_name": string | null;
			"Account_Name.Parent_Account.Industry": "Banking" | "Farming" | (string & {}) | null;
			Visits: number | null;
		}>();
		expect(job.toJSON().query).toEqual({
			module: "Contacts",
			fields: [twoLookups, "Account_Name.Parent_Account.Industry", "Visits"],
			criteria: { api_name: twoLookups, comparator: "equal", value: "x" },
		});
	});

	test("leaves the module as it was: its rows and its criteria are the same", () => {
		expectTypeOf<keyof Row<typeof deep>>().toEqualTypeOf<keyof Row<typeof Contacts>>();
		expect(bulkRead(Contacts).where(deep.where(twoLookups).equal("x")).toJSON().query.criteria).toMatchObject({
			api_name: twoLookups,
		});
	});

	test("still refuses a comparator that the field does not take, and a name that no field has", () => {
		// @ts-expect-error the path leads to a text
		expect(() => deep.where(twoLookups).lessThan("x")).toThrow(InvalidCriteriaError);
		// @ts-expect-error users have no lastname
		expect(() => deep.where("Account_Name.Owner.lastname")).toThrow('"lastname" is not a field of Users');
	});
});
