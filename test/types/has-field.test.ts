import { expect, expectTypeOf, test } from "vitest";
import {
	type AnyBulkRead,
	bulkRead,
	type Criteria,
	type DateTime,
	type Email,
	extendModule,
	type HasField,
	type Lookup,
	type Picklist,
	type Text,
	text,
} from "zoho-bulk-read";
import * as standard from "zoho-bulk-read/standard";
import { Contacts, Leads, type Users } from "./modules.js";

const since = new Date("2026-01-31T09:30:00Z");

function createdSince<Name extends string>(module: HasField<"Created_Time", DateTime, Name>): Criteria<Name> {
	return module.where("Created_Time").greaterEqual(since);
}

test("a helper takes every module that has the field, and says whose criteria it gives", () => {
	const criteria = createdSince(Contacts);
	expectTypeOf(criteria).toEqualTypeOf<Criteria<"Contacts">>();
	expect(criteria.toJSON()).toEqual({
		api_name: "Created_Time",
		comparator: "greater_equal",
		value: "2026-01-31T09:30:00+00:00",
	});
	expectTypeOf(createdSince(standard.Leads)).toEqualTypeOf<Criteria<"Leads">>();
	for (const module of [standard.Deals, standard.Accounts]) expect(createdSince(module).module).toBe(module.apiName);
	expectTypeOf(createdSince(extendModule(Contacts, { Region__c: text }))).toEqualTypeOf<Criteria<"Contacts">>();
});

test("and refuses a module without it, or with one of another kind", () => {
	// @ts-expect-error Leads has no Created_Time
	expect(() => createdSince(Leads)).toThrow('"Created_Time" is not a field of Leads.');
	const Odd = extendModule(Leads, { Created_Time: text });
	// @ts-expect-error a text
	expect(() => createdSince(Odd)).toThrow("greater_equal");
});

test("the field may stand behind a lookup, and there may be two", () => {
	function ofSomebodyNamed<Name extends string>(
		module: HasField<"Owner.last_name", Text, Name> & HasField<"Email", Email, Name>,
	): Criteria<Name> {
		return module.where("Owner.last_name").startsWith("A").and(module.where("Email").isNotEmpty());
	}
	expect(ofSomebodyNamed(Contacts).fields).toEqual(["Owner.last_name", "Email"]);
	expectTypeOf(ofSomebodyNamed(Contacts)).toEqualTypeOf<Criteria<"Contacts">>();
	// @ts-expect-error Leads of these tests have no owner
	expect(() => ofSomebodyNamed(Leads)).toThrow('"Owner" is not a field of Leads.');
});

test("it may be a picklist, whose values are its module's, or a lookup", () => {
	const fromWeb = (module: HasField<"Lead_Source", Picklist<"Web">>): Criteria =>
		module.where("Lead_Source").equal("Web");
	expect(fromWeb(Contacts).size).toBe(1);
	const ofOwner = (module: HasField<"Owner", Lookup<Users, "owner">>): Criteria => module.where("Owner").equal("1");
	expect(ofOwner(Contacts).size).toBe(1);
});

test("a helper may begin a job", () => {
	const changes = (module: HasField<"Created_Time", DateTime>): AnyBulkRead =>
		bulkRead(module).where(createdSince(module));
	expect(changes(Contacts).toJSON().query).toMatchObject({
		module: "Contacts",
		criteria: { api_name: "Created_Time" },
	});
});
