import { describe, expect, test } from "vitest";
import type { AnyModule } from "../../src/schema/module-schema.js";
import { findField, isPathProblem, resolvePath } from "../../src/schema/path.js";
import { Contacts } from "../types/modules.js";

describe("a path that leads to a field", () => {
	test.each([
		["Last_Name", "Contacts", "text"],
		["Owner", "Contacts", "owner"],
		["Owner.last_name", "Users", "text"],
		["Account_Name.Industry", "Accounts", "picklist"],
		["Description", "Contacts", "textarea"],
	])("%s is a field of %s: a %s", (path, module, dataType) => {
		const found = resolvePath(Contacts, path);
		if (isPathProblem(found)) throw new Error(found.problem);
		expect(found.path).toBe(path);
		expect(found.module.apiName).toBe(module);
		expect(found.field.dataType).toBe(dataType);
	});
});

describe("a path that leads to none says where it went wrong and what would do", () => {
	test.each([
		["Las_Name", '"Las_Name" is not a field of Contacts. Did you mean "Last_Name"?', ["Last_Name"]],
		["last_name", '"last_name" is not a field of Contacts. Did you mean "Last_Name"?', ["Last_Name"]],
		["Shoe_Size", '"Shoe_Size" is not a field of Contacts.', []],
		["", '"" is not a field of Contacts.', []],
		[
			"Owner.lastname",
			'"lastname" is not a field of Users. Did you mean "last_name"? (in "Owner.lastname")',
			["last_name"],
		],
		[
			"Owners.last_name",
			'"Owners" is not a field of Contacts. Did you mean "Owner"? (in "Owners.last_name")',
			["Owner"],
		],
		[
			"Email.last_name",
			'"Email" of Contacts is not a lookup (its data type is email), so no path can go through it.',
			[],
		],
		[
			"Campaign.Name",
			'The module that "Campaign" of Contacts refers to is not described, so no path can go through it.',
			[],
		],
		[
			"Account_Name.Owner.last_name",
			'"Account_Name.Owner.last_name" goes through two lookups; the API documents one. If your org accepts more, use the module\'s anyHops().',
			[],
		],
		["toString", '"toString" is not a field of Contacts.', []],
		["__proto__", '"__proto__" is not a field of Contacts.', []],
	])("%s", (path, problem, allowed) => {
		expect(resolvePath(Contacts, path)).toEqual({ path, problem, allowed });
	});
});

test.each([
	[undefined, "undefined is not the API name of a field."],
	[5, "5 is not the API name of a field."],
	[["Email"], '["Email"] is not the API name of a field.'],
])("%j is no path", (path, problem) => {
	expect(Reflect.apply(resolvePath, undefined, [Contacts, path])).toEqual({ path, problem, allowed: [] });
});

describe("a lookup whose module is not described stops a path, whichever lookup it is", () => {
	test.each(["lookup", "owner", "user"] as const)("%s", (dataType) => {
		const field = { apiName: "Link", dataType, filterable: true, exportable: true, values: [] };
		const module: AnyModule = { apiName: "Things", fields: new Map([["Link", field]]), hops: 1 };
		expect(resolvePath(module, "Link.Name")).toMatchObject({
			problem: 'The module that "Link" of Things refers to is not described, so no path can go through it.',
		});
		expect(findField(module, "Link.Name")).toBeUndefined();
	});
});

describe("the quick way finds the field that the thorough one finds, or none", () => {
	const dotted = { apiName: "a.b", dataType: "text" as const, filterable: true, exportable: true, values: [] };
	const Dotted: AnyModule = { apiName: "Dotted", fields: new Map([["a.b", dotted]]), hops: 1 };
	const any = Contacts.anyHops();
	test.each<[AnyModule, string, string | undefined]>([
		[Contacts, "Last_Name", "text"],
		[Contacts, "Owner", "owner"],
		[Contacts, "Owner.last_name", "text"],
		[Contacts, "Account_Name.Industry", "picklist"],
		[Contacts, "Nothing", undefined],
		[Contacts, "Owner.nothing", undefined],
		[Contacts, "Owner.", undefined],
		[Contacts, ".last_name", undefined],
		[Contacts, "", undefined],
		[Contacts, ".", undefined],
		[Contacts, "Nothing.last_name", undefined],
		[Contacts, "Last_Name.last_name", undefined],
		[Contacts, "Account_Name.Owner.last_name", undefined],
		[any, "Owner.last_name", "text"],
		[any, "Account_Name.Owner", "owner"],
		[any, "Account_Name.Owner.last_name", "text"],
		[any, "Account_Name.Parent_Account.Owner.email", "email"],
		[any, "Account_Name.Owner.nothing", undefined],
		[any, "Account_Name.Phone.last_name", undefined],
		[Dotted, "a.b", "text"],
		[Dotted, "a", undefined],
	])("%#: %s", (module, path, dataType) => {
		const found = resolvePath(module, path);
		const field = findField(module, path);
		expect(field?.dataType).toBe(dataType);
		expect(isPathProblem(found) ? undefined : found.field).toBe(field);
	});
});
