import { describe, expect, test } from "vitest";
import type { AnyModule } from "../../src/schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../src/schema/path.js";
import * as standard from "../../src/standard/index.js";
import { Accounts, Contacts, Events, Leads, Quotes, Tasks, Users } from "../../src/standard/index.js";
import { formatterFindings } from "../generate/formatter.js";
import { compile } from "../generate/typescript.js";
import { committedFiles, generateStandard } from "./generate-standard.js";

const modules: readonly AnyModule[] = Object.values(standard);

test("the committed files are what the generator makes of the committed metadata", () => {
	expect(committedFiles()).toEqual(generateStandard());
});

test("they compile, although the compiler is told not to check them", () => {
	const files = generateStandard().map(({ path, text }) => ({
		path,
		text: text.replaceAll("../criteria/build/descriptors.js", "zoho-bulk-read"),
	}));
	expect(compile(files)).toEqual([]);
});

test("they are formatted like everything else", () => {
	expect(formatterFindings(committedFiles())).toBe("");
});

test("every module that bulk read is documented to serve is there, the line items and Users", () => {
	expect(modules.map((module) => module.apiName).sort()).toEqual(
		[
			"Accounts Appointments__s Calls Campaigns Cases Contacts Deals Events Invoiced_Items Invoices Leads Ordered_Items",
			"Price_Books Products Purchase_Items Purchase_Orders Quoted_Items Quotes Sales_Orders Services__s Solutions Tasks",
			"Users Vendors",
		].flatMap((names) => names.split(" ")),
	);
});

describe("at run time", () => {
	test("every lookup leads to a module that is exported", () => {
		const targets = modules.flatMap((module) =>
			[...module.fields.values()].flatMap((field) => (field.target ? [field.target()] : [])),
		);
		expect(targets.length).toBeGreaterThan(100);
		for (const target of targets) expect(modules).toContain(target);
	});

	test("every module has an id", () => {
		for (const module of modules) expect(module.fields.get("id"), module.apiName).toMatchObject({ dataType: "bigint" });
	});

	test("paths through lookups resolve", () => {
		expect(resolvePath(Contacts, "Owner.last_name")).toMatchObject({ module: Users, field: { dataType: "text" } });
		expect(resolvePath(Contacts, "Account_Name.Phone")).toMatchObject({
			module: Accounts,
			field: { dataType: "phone" },
		});
		const found = resolvePath(Tasks, "What_Id.Last_Name");
		expect(isPathProblem(found) && found.problem).toContain(
			'The module that "What_Id" of Tasks refers to is not described',
		);
	});

	test("of the fields with a dollar sign, $converted alone is there", () => {
		const names = modules.flatMap((module) => [...module.fields.keys()].map((name) => `${module.apiName}.${name}`));
		expect(names.filter((name) => name.includes("$"))).toEqual(["Leads.$converted"]);
	});
});

describe("the types", () => {
	test("build the requests of Zoho's pages", () => {
		expect(JSON.parse(JSON.stringify(Leads.where("$converted").equal(true)))).toEqual({
			api_name: "$converted",
			comparator: "equal",
			value: true,
		});
		const criteria = Contacts.where("Lead_Source")
			.equal("Advertisement")
			.or(Contacts.where("Owner.last_name").equal("Boyle"), Contacts.where("Account_Name.Phone").contains("5"));
		expect(JSON.parse(JSON.stringify(criteria))).toEqual({
			group_operator: "or",
			group: [
				{ api_name: "Lead_Source", comparator: "equal", value: "Advertisement" },
				{ api_name: "Owner.last_name", comparator: "equal", value: "Boyle" },
				{ api_name: "Account_Name.Phone", comparator: "contains", value: "5" },
			],
		});
	});

	test("refuse what the API would refuse", () => {
		// @ts-expect-error A lookup to any of several modules has no paths.
		expect(() => Tasks.where("What_Id.Last_Name")).toThrow("is not described");
		// @ts-expect-error The metadata says that the field is not filterable.
		expect(() => Leads.where("Description")).toThrow("cannot be filtered");
		// @ts-expect-error The rows of a subform are a module of their own.
		expect(() => Quotes.where("Quoted_Items")).toThrow("cannot be filtered");
		// @ts-expect-error A boolean takes `equal` alone.
		expect(() => Events.where("All_day").contains("x")).toThrow("does not take the comparator");
	});
});
