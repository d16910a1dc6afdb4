import { describe, expect, expectTypeOf, test } from "vitest";
import {
	accessToken,
	bulkRead,
	type Criteria,
	createClient,
	currency,
	defineModule,
	extendModule,
	InvalidOptionError,
	integer,
	type Lookup,
	lookup,
	type Module,
	type Picklist,
	picklist,
	type Row,
	text,
} from "zoho-bulk-read";
import { createSandbox } from "zoho-bulk-read/sandbox";
import { Accounts, Contacts, Leads, Users } from "./modules.js";
import { startTypeCheck } from "./type-check.js";

const Loyalty = defineModule("Loyalty", { Level: picklist("Gold", "Silver"), Points: integer });
const MyContacts = extendModule(Contacts, {
	Region__c: picklist("North", "South"),
	Loyalty__c: lookup(() => Loyalty),
});

describe("a module with more fields", () => {
	test("has conditions on the new ones, the old ones and those behind lookups", () => {
		const { where } = MyContacts;
		const criteria = where("Region__c")
			.equal("North")
			.and(where("Visits").lessThan(3), where("Loyalty__c.Points").in([1]));
		expectTypeOf(criteria).toEqualTypeOf<Criteria<"Contacts">>();
		expect(criteria.fields).toEqual(["Region__c", "Visits", "Loyalty__c.Points"]);
		expect(where("Owner.last_name").isEmpty().module).toBe("Contacts");
	});

	test("has rows with all of them", () => {
		const job = bulkRead(MyContacts).select("Last_Name", "Region__c", "Loyalty__c.Level", "Loyalty__c");
		expectTypeOf<Row<typeof job>>().toEqualTypeOf<{
			Id: string;
			Last_Name: string | null;
			Region__c: "North" | "South" | (string & {}) | null;
			"Loyalty__c.Level": "Gold" | "Silver" | (string & {}) | null;
			Loyalty__c: string | null;
		}>();
		expectTypeOf<Row<typeof MyContacts>>().toExtend<Row<typeof Contacts>>();
		expectTypeOf<Row<typeof MyContacts>>().toHaveProperty("Region__c");
		expect(job.toJSON().query.fields).toEqual(["Last_Name", "Region__c", "Loyalty__c.Level", "Loyalty__c"]);
	});

	test("leaves the module as it was, and keeps its order and its hops", () => {
		expect(Contacts.fields.has("Region__c")).toBe(false);
		expect([...MyContacts.fields.keys()]).toEqual([...Contacts.fields.keys(), "Region__c", "Loyalty__c"]);
		const deep = extendModule(Contacts.anyHops(), { Region__c: text });
		expect(deep.where("Account_Name.Owner.last_name").equal("x").fields).toEqual(["Account_Name.Owner.last_name"]);
	});

	test("can be extended again, and led to by another module's lookups", () => {
		const Twice = extendModule(MyContacts, { Score__c: currency });
		expect(Twice.where("Score__c").greaterThan(1).and(Twice.where("Region__c").isNotEmpty()).size).toBe(2);
		const MyLeads = extendModule(Leads, { Converted_Contact: lookup(() => MyContacts) });
		expect(MyLeads.where("Converted_Contact.Region__c").equal("South").module).toBe("Leads");
	});

	test("can have an interface, and refer to itself", () => {
		interface Members extends Contacts {
			Region__c: Picklist<"North">;
			Invited_By: Lookup<Members>;
		}
		const Members: Module<"Contacts", Members> = extendModule(Contacts, {
			Region__c: picklist("North"),
			Invited_By: lookup(() => Members),
		});
		expect(Members.where("Invited_By.Region__c").equal("North").fields).toEqual(["Invited_By.Region__c"]);
	});

	test("is served by the sandbox", async () => {
		const records = { Contacts: [{ id: "1", Region__c: "North" }, { id: "2" }] };
		const { fetch, credentials } = createSandbox({ modules: [MyContacts, Loyalty, Accounts, Users], records });
		const zoho = createClient({ dataCenter: "eu", auth: accessToken(credentials.accessToken), fetch });
		const job = bulkRead(MyContacts)
			.select("Region__c")
			.where((where) => where("Region__c").isNotEmpty());
		const rows: Row<typeof job>[] = [];
		for await (const row of zoho.rows(job)) rows.push(row);
		expect(rows).toEqual([{ Id: "1", Region__c: "North" }]);
	});
});

describe("a name that the module has already", () => {
	test("is replaced on purpose", () => {
		const Replaced = extendModule(Contacts, { Visits: text, Region__c: text }, { replace: ["Visits"] });
		expectTypeOf<Row<typeof Replaced>["Visits"]>().toEqualTypeOf<string | null>();
		expect(Replaced.where("Visits").contains("x").toJSON()).toMatchObject({ comparator: "contains" });
		expect([...Replaced.fields.keys()].indexOf("Visits")).toBe([...Contacts.fields.keys()].indexOf("Visits"));
	});

	test("is refused else", () => {
		// @ts-expect-error Visits is there
		const add = () => extendModule(Contacts, { Visits: text });
		expect(add).toThrow(InvalidOptionError);
		expect(add).toThrow(
			'fields: "Visits" is a field of Contacts already; if you mean to replace it, name it in replace.',
		);
	});

	test("is not replaced where there is none, or nothing to replace it", () => {
		// @ts-expect-error Region__c is new
		const unknown = () => extendModule(Contacts, { Region__c: text }, { replace: ["Region__c"] });
		expect(unknown).toThrow('replace: "Region__c" is not a field of Contacts, so there is nothing to replace.');
		// @ts-expect-error Visits is not described
		const missing = () => extendModule(Contacts, { Region__c: text }, { replace: ["Visits"] });
		expect(missing).toThrow('replace: "Visits" is named in replace, but has no new descriptor.');
	});
});

test("hovers show what was added", () => {
	const editor = startTypeCheck();
	const hover = (marked: string): string =>
		editor.hover(
			`import { extendModule, text } from "zoho-bulk-read"; import { Contacts } from "../modules.js"; ${marked}`,
		);
	expect(hover("const More¦ = extendModule(Contacts, { Region__c: text });")).toBe(
		'const More: Module<"Contacts", Contacts & {\n    Region__c: Text;\n}>',
	);
	expect(hover('const More = extendModule(Contacts, { Region__c: text }); More.wher¦e("Region__c")')).toContain(
		'<"Region__c", Text>(path: "Region__c") => TextComparators<"Contacts"',
	);
	expect(hover('const More¦ = extendModule(Contacts, { Visits: text }, { replace: ["Visits"] });')).toBe(
		'const More: Module<"Contacts", Omit<Contacts, "Visits"> & {\n    Visits: Text;\n}>',
	);
});
