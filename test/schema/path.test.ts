import { describe, expect, test } from "vitest";
import { isPathProblem, resolvePath } from "../../src/schema/path.js";
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
