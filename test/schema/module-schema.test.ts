import { describe, expect, test } from "vitest";
import { InvalidOptionError } from "../../src/checks/invalid-option-error.js";
import { checkModule } from "../../src/schema/check-module.js";
import {
	comparatorLabel,
	comparatorsFor,
	type DataType,
	dataTypes,
	methodName,
	takesEmpty,
} from "../../src/schema/comparators.js";
import {
	type AnyModule,
	type FieldDescriptor,
	labelOf,
	nameAsWords,
	withTarget,
} from "../../src/schema/module-schema.js";
import { zohoDataTypes } from "../../src/schema/zoho-data-types.js";

const Users: AnyModule = { apiName: "Users", fields: new Map(), hops: 1 };

test.each([
	["Account_Name", "Account Name"],
	["Last_Modified_By_Me", "Last Modified By Me"],
	["$converted", "converted"],
	["Cost_in_$", "Cost in $"],
	["Region__c", "Region"],
	["Region__s", "Region"],
	["Region__C", "Region  C"],
	["Region__cd", "Region  cd"],
	["Region__c_Old", "Region  c Old"],
	["id", "id"],
])("%s in words is %s", (apiName, words) => {
	expect(nameAsWords(apiName)).toBe(words);
	expect(labelOf({ apiName })).toBe(words);
	expect(labelOf({ apiName, label: "Its_Label" })).toBe("Its_Label");
});

describe("the target of a lookup", () => {
	const plain = (): FieldDescriptor => ({
		apiName: "Owner",
		dataType: "owner",
		filterable: true,
		exportable: true,
		values: [],
	});

	test("is found when asked for, and not before; its name is what others see", () => {
		const notYet = (): AnyModule => {
			throw new Error("asked too early");
		};
		const named = withTarget(plain(), notYet, "Users");
		expect({ ...named }).toEqual({ ...plain(), targetName: "Users" });
		expect(Object.keys(named)).toContain("targetName");
		expect(() => named.target?.()).toThrow("asked too early");
	});

	test("gives its name where none was given", () => {
		const nameless = withTarget(plain(), () => Users);
		expect({ ...nameless }).toEqual({ ...plain(), targetName: "Users" });
		expect(nameless.target?.()).toBe(Users);
	});
});

describe("a module", () => {
	test("is what has a name and fields", () => {
		expect(() => checkModule(Users)).not.toThrow();
	});

	test.each([
		[undefined, "undefined"],
		[null, "null"],
		["Users", '"Users"'],
		[Object.assign(() => {}, Users), "a function"],
		[{}, "{}"],
		[{ apiName: "Users" }, '{"apiName":"Users"}'],
		[{ fields: 1 }, '{"fields":1}'],
		[{ apiName: 5, fields: 1 }, '{"apiName":5,"fields":1}'],
	])("is not %j", (given, shown) => {
		const sentence = `${shown} is not a module. Give one from "zoho-bulk-read/standard", a generated one, or what defineModule returns.`;
		expect(() => checkModule(given)).toThrow(new InvalidOptionError("module", sentence));
		expect(() => checkModule(given, "target")).toThrow(new InvalidOptionError("target", sentence));
	});
});

describe("the table is asked for what it has", () => {
	const unknown = "sounds_like";
	test.each<[string, () => unknown]>([
		["dataType", () => Reflect.apply(comparatorsFor, undefined, [unknown])],
		["comparator", () => Reflect.apply(comparatorLabel, undefined, [unknown, "text"])],
		["comparator", () => Reflect.apply(takesEmpty, undefined, [unknown, "text"])],
	])("and names the %s that it has not", (option, ask) => {
		expect(ask).toThrow(new RegExp(`^${option}: "sounds_like" is not one of `));
	});

	test("and no method has an empty name", () => {
		expect(() => Reflect.apply(methodName, undefined, [""])).toThrow('comparator: "" is not a text.');
	});

	test.each([
		["less_equal", "integer", "is at most", true],
		["less_equal", "date", "is on or before", true],
		["equal", "datetime", "is", true],
		["equal", "boolean", "is", false],
		["between", "date", "is between", false],
	] as const)("%s of %s reads %s", (comparator, dataType, label, empty) => {
		expect(comparatorLabel(comparator, dataType)).toBe(label);
		expect(takesEmpty(comparator, dataType)).toBe(empty);
	});
});

test("Zoho's names of the data types", () => {
	const other: Partial<Record<DataType, string>> = {
		decimal: "double",
		url: "website",
		"multi-select": "multiselectpicklist",
		owner: "ownerlookup",
		user: "userlookup",
	};
	expect(zohoDataTypes).toEqual(Object.fromEntries(dataTypes.map((name) => [name, other[name] ?? name])));
});
