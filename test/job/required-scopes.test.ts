import { expect, test } from "vitest";
import { defineModule, text } from "../../src/criteria/build/define-module.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { requiredScopes } from "../../src/job/required-scopes.js";
import { Contacts, Sales_Orders } from "../../src/standard/index.js";

test("a job needs the scope of bulk read and the one of its module", () => {
	expect(requiredScopes(bulkRead(Contacts))).toEqual(["ZohoCRM.bulk.READ", "ZohoCRM.modules.contacts.READ"]);
	expect(requiredScopes(bulkRead(Sales_Orders))).toEqual(["ZohoCRM.bulk.READ", "ZohoCRM.modules.salesorders.READ"]);
});

test("a module without a scope of its own needs the one for all", () => {
	for (const name of ["Projects", "constructor"]) {
		expect(requiredScopes(bulkRead(defineModule(name, { Name: text })))).toEqual([
			"ZohoCRM.bulk.READ",
			"ZohoCRM.modules.READ",
		]);
	}
});
