import { expect, test } from "vitest";
import { InvalidJobError, parseJob, safeParseCriteria } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const condition = { api_name: "Email", comparator: "equal", value: "x" };
const messageOf = (json: unknown): string => {
	const parsed = safeParseCriteria(Contacts, json);
	return parsed.success ? "" : parsed.issues.map(({ message }) => message).join("\n");
};

test.each([
	["equals", "equal"],
	["Equal", "equal"],
	["not equal", "not_equal"],
	["notEqual", "not_equal"],
	["start_with", "starts_with"],
	["startsWith", "starts_with"],
	["constains", "contains"],
	["IN", "in"],
])("the comparator %j", (comparator, meant) => {
	expect(messageOf({ ...condition, comparator })).toContain(`Did you mean "${meant}"?`);
});

test.each([
	["greater_than_or_equal", "greater_equal"],
	["lessThan", "less_than"],
	["beetween", "between"],
])("the comparator %j of a moment", (comparator, meant) => {
	const json = { api_name: "Created_Time", comparator, value: "2026-01-01T00:00:00Z" };
	expect(messageOf(json)).toContain(`Did you mean "${meant}"?`);
	expect(messageOf({ ...json, api_name: "Nowhere" })).toContain(`Did you mean "${meant}"?`);
});

test.each(["AND", "And", "an", " or"])("the group operator %j", (group_operator) => {
	const meant = group_operator.toLowerCase().includes("o") ? "or" : "and";
	expect(messageOf({ group_operator, group: [condition, condition] })).toContain(`Did you mean "${meant}"?`);
});

test.each([
	[{ ...condition, Value: 1 }, "value"],
	[{ ...condition, comparators: 1 }, "comparator"],
	[{ group_operator: "and", group: [condition, condition], groups: 1 }, "group"],
	[{ apiName: "Email", operator: "equal", values: "x" }, "api_name"],
	[{ groupOperator: "and", members: [] }, "group_operator"],
])("the keys of %j", (json, meant) => {
	expect(messageOf(json)).toContain(`Did you mean "${meant}"?`);
});

test.each([
	[{ query: { module: "Contacts" }, fileType: "csv" }, "file_type"],
	[{ query: { module: "Contacts", Fields: ["Email"] } }, "fields"],
	[{ query: { module: "Contacts", critera: condition } }, "criteria"],
])("the keys of the request %j", (json, meant) => {
	expect(() => parseJob(json, [Contacts])).toThrow(InvalidJobError);
	expect(() => parseJob(json, [Contacts])).toThrow(`Did you mean "${meant}"?`);
});

test.each(["like", "=", "", "x".repeat(100_000), "__proto__", 5, null, {}])(
	"nothing where nothing is near: %#",
	(comparator) => {
		expect(messageOf({ ...condition, comparator })).not.toContain("Did you mean");
	},
);
