import { describe, expect, test } from "vitest";
import { comparatorsFor, dataTypes, methodName } from "zoho-bulk-read";
import { Accounts, Contacts, Users } from "./modules.js";
import { startTypeCheck } from "./type-check.js";

const editor = startTypeCheck();

/** What an editor offers at the mark: the compiler's completions that match the text before the cursor. */
function offered(marked: string): string[] {
	const typed = /["'.]?([\w$.]*)¦/.exec(marked)?.[1] ?? "";
	const inString = /["'][^"'()]*¦/.test(marked);
	const source = `
		import { bulkRead } from "zoho-bulk-read";
		import { Contacts, Events } from "../modules.js";
		const { where } = Contacts;
		${marked}`;
	return editor
		.completions(source)
		.filter((name) => !inString || name.startsWith(typed))
		.sort();
}

const names = (module: { readonly fields: ReadonlyMap<string, unknown> }, via = ""): string[] =>
	[...module.fields.keys()].map((name) => `${via}${name}`).sort();

describe("paths", () => {
	test.each(['where("¦")', 'where("¦").equal("x")', 'bulkRead(Contacts).where((where) => where("¦"))'])(
		"%s offers the module's own fields and no others",
		(marked) => {
			expect(offered(marked)).toEqual(names(Contacts));
		},
	);

	test.each([
		'where("Owner.¦")',
		'where("Owner.¦").equal("x")',
		'bulkRead(Contacts).where((where) => where("Owner.¦"))',
	])("%s offers the fields of the lookup's target and no others", (marked) => {
		expect(offered(marked)).toEqual(names(Users, "Owner."));
	});

	test("a name that is written in part is completed", () => {
		expect(offered('where("La¦")')).toEqual(["Last_Name"]);
		expect(offered('where("Owner.la¦")')).toEqual(["Owner.last_name"]);
	});

	test("a lookup is offered before its dot", () => {
		expect(offered('where("Own¦")')).toEqual(["Owner"]);
	});

	test("a dot after what is not a lookup offers nothing", () => {
		expect(offered('where("Email.¦")')).toEqual([]);
		expect(offered('where("Campaign.¦")')).toEqual([]);
	});

	test("a second dot offers nothing, but after anyHops", () => {
		expect(offered('where("Account_Name.Owner.¦")')).toEqual([]);
		expect(offered('Contacts.anyHops().where("Account_Name.¦")')).toEqual(names(Accounts, "Account_Name."));
		expect(offered('Contacts.anyHops().where("Account_Name.Owner.¦")')).toEqual(names(Users, "Account_Name.Owner."));
	});

	test("select completes each of its paths", () => {
		expect(offered('bulkRead(Contacts).select("¦")')).toEqual(names(Contacts));
		expect(offered('bulkRead(Contacts).select("Last_Name", "¦")')).toEqual(names(Contacts));
		expect(offered('bulkRead(Contacts).select("Last_Name", "Owner.¦")')).toEqual(names(Users, "Owner."));
	});
});

describe("values", () => {
	const values = ["Advertisement", "Web"];

	test.each([
		'where("Lead_Source").equal("¦")',
		'where("Lead_Source").notEqual("¦")',
		'where("Lead_Source").in(["¦"])',
		'where("Lead_Source").notIn(["Advertisement", "¦"])',
		'where("Lead_Source").startsWith("¦")',
	])("%s offers what is known of the picklist", (marked) => {
		expect(offered(marked)).toEqual(values);
	});

	test("a multi-select offers what is known of it", () => {
		expect(offered('where("Tags").contains("¦")')).toEqual(["Blue", "Red"]);
	});

	test("a picklist behind a lookup offers what is known of it", () => {
		expect(offered('where("Account_Name.Industry").equal("¦")')).toEqual(["Banking", "Farming"]);
	});
});

describe("comparators", () => {
	const fieldOf = Object.fromEntries(
		[...Contacts.fields.values()].reverse().map((field) => [field.dataType, field.apiName]),
	);

	test.each(dataTypes)("a field of %s offers the methods that the comparator table permits it", (dataType) => {
		const permitted: string[] = comparatorsFor(dataType).map(methodName);
		if (dataType !== "boolean") permitted.push("isEmpty", "isNotEmpty");
		expect(offered(`where("${fieldOf[dataType]}").¦`)).toEqual(permitted.sort());
	});

	test("a job offers its steps, and ics for Events alone", () => {
		const steps = ["atPage", "callback", "customView", "page", "select", "toJSON", "where"];
		const facts = ["criteria", "fileType", "module", "request", "selection"];
		expect(offered("bulkRead(Contacts).¦")).toEqual([...facts, ...steps, "rowType"].sort());
		expect(offered("bulkRead(Events).¦")).toEqual([...facts, ...steps, "ics", "rowType"].sort());
	});
});
