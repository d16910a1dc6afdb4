import { describe, expect, test } from "vitest";
import { knownDataTypes, mapField } from "../../src/generate/map-field.js";
import { parseFields } from "../../src/generate/metadata/metadata.js";

const map = (field: Record<string, unknown>, module = "Leads", heedFilterable = true) => {
	const [metadata] = parseFields([{ api_name: "A", ...field }]);
	if (!metadata) throw new Error("No field.");
	return mapField(metadata, module, heedFilterable);
};

/** What Zoho's pages and samples say about each data type, and what this means for a query. */
const expected: readonly [zoho: string, ours: string, restriction?: "filter" | "export"][] = [
	["text", "text"],
	["textarea", "textarea"],
	["email", "email"],
	["phone", "phone"],
	["website", "url"],
	["picklist", "picklist"],
	["multiselectpicklist", "multi-select"],
	["integer", "integer"],
	["bigint", "bigint"],
	["long", "bigint"],
	["double", "decimal"],
	["currency", "currency"],
	["percent", "percent"],
	["date", "date"],
	["datetime", "datetime"],
	["boolean", "boolean"],
	["lookup", "lookup"],
	["ownerlookup", "owner"],
	["userlookup", "user"],
	["autonumber", "autonumber"],
	["mediumtext", "text"],
	["multi_module_lookup", "text", "filter"],
	["multiselectlookup", "text", "export"],
	["multiuserlookup", "text", "filter"],
	["formula", "text", "filter"],
	["rollup_summary", "text", "filter"],
	["profileimage", "text", "filter"],
	["fileupload", "text", "export"],
	["imageupload", "text", "filter"],
	["subform", "text", "export"],
	["layout", "text", "filter"],
	["territories", "text", "filter"],
	["consent_lookup", "text", "filter"],
	["event_reminder", "text", "filter"],
	["multireminder", "text", "filter"],
	["RRULE", "text", "filter"],
	["ALARM", "text", "filter"],
	["linetax", "text", "filter"],
	["time_range", "text", "filter"],
	["module", "text", "filter"],
	["profilelookup", "text", "filter"],
	["richtextarea", "textarea", "filter"],
	["address", "text", "filter"],
];

describe("data types", () => {
	test.each(expected)("%s is %s %s", (data_type, dataType, restriction) => {
		const mapped = map({ data_type });
		expect(mapped.dataType).toBe(dataType);
		expect(mapped.restriction).toBe(restriction);
		expect(mapped.reason?.restriction).toBe(restriction);
	});

	test("no other is known", () => {
		expect([...knownDataTypes].sort()).toEqual(expected.map(([name]) => name).sort());
	});

	test.each(["hologram", "constructor", "__proto__", "TEXT"])("%s is taken for text, with a warning", (data_type) => {
		expect(map({ data_type })).toMatchObject({
			dataType: "text",
			warning: `The data type "${data_type}" is unknown; it is treated as text.`,
		});
		expect(map({ data_type })).not.toHaveProperty("restriction");
	});
});

describe("what is computed", () => {
	const formula = (return_type?: string) => map({ data_type: "formula", formula: { return_type } });
	const rollup = (return_type: string) => map({ data_type: "rollup_summary", rollup_summary: { return_type } });

	test.each([
		["double", "decimal"],
		["currency", "currency"],
		["date", "date"],
		["datetime", "datetime"],
		["boolean", "boolean"],
	])("a formula that results in %s is %s", (returnType, dataType) => {
		expect(formula(returnType)).toMatchObject({ dataType });
		expect(formula(returnType)).not.toHaveProperty("restriction");
	});

	test.each([
		["currency", "currency"],
		["double", "decimal"],
		["integer", "integer"],
		["datetime", "datetime"],
	])("a roll-up summary that results in %s is %s", (returnType, dataType) => {
		expect(rollup(returnType)).toMatchObject({ dataType });
		expect(rollup(returnType)).not.toHaveProperty("restriction");
	});

	test("a formula that results in text is not filterable", () => {
		expect(formula("text")).toMatchObject({
			dataType: "text",
			restriction: "filter",
			reason: { certainty: "documented" },
		});
		expect(formula("text")).not.toHaveProperty("warning");
	});

	test.each([undefined, "hologram", "formula"])(
		"a formula that results in %s is text, with a warning",
		(returnType) => {
			expect(formula(returnType)).toMatchObject({
				dataType: "text",
				restriction: "filter",
				warning: expect.stringContaining("it is treated as text"),
			});
		},
	);
});

describe("restrictions", () => {
	test("filterable: false keeps a field out of criteria, unless that is ignored", () => {
		const field = { data_type: "textarea", filterable: false };
		expect(map(field)).toMatchObject({ restriction: "filter", reason: { certainty: "inferred" } });
		expect(map(field, "Leads", false)).not.toHaveProperty("restriction");
		expect(map({ data_type: "textarea", filterable: true })).not.toHaveProperty("restriction");
	});

	test("a data type without comparators is not filterable, whatever the metadata says", () => {
		expect(map({ data_type: "layout", filterable: true })).toMatchObject({ restriction: "filter" });
		expect(map({ data_type: "multiselectlookup", filterable: true })).toMatchObject({ restriction: "export" });
	});

	test("what Zoho stores no value for is not exported", () => {
		expect(map({ data_type: "text", virtual_field: true })).toMatchObject({ restriction: "export" });
	});

	test.each([
		["Calls", "CTI_Entry", true],
		["Leads", "CTI_Entry", false],
		["Events", "Participants", true],
		["Leads", "nearby_distance__s", true],
	])("clients report that bulk read refuses %s.%s: %s", (module, api_name, refused) => {
		expect(map({ api_name, data_type: "bigint" }, module).restriction).toBe(refused ? "export" : undefined);
	});
});

describe("lookups and picklists", () => {
	test("a lookup names its module, an owner and a user are of Users", () => {
		const lookup = { module: { api_name: "Accounts" } };
		expect(map({ data_type: "lookup", lookup }).target).toBe("Accounts");
		expect(map({ data_type: "ownerlookup", lookup: {} }).target).toBe("Users");
		expect(map({ data_type: "userlookup", lookup: null }).target).toBe("Users");
		expect(map({ data_type: "lookup", lookup: {} })).not.toHaveProperty("target");
		expect(map({ data_type: "text", lookup })).not.toHaveProperty("target");
		expect(map({ data_type: "lookup", lookup, filterable: false })).not.toHaveProperty("target");
	});

	test("a picklist has its actual values, other types have none", () => {
		const pick_list_values = [{ actual_value: "a", display_value: "A" }, { actual_value: "b" }];
		expect(map({ data_type: "picklist", pick_list_values }).values).toEqual(["a", "b"]);
		expect(map({ data_type: "multiselectpicklist", pick_list_values }).values).toEqual(["a", "b"]);
		expect(map({ data_type: "text", pick_list_values }).values).toEqual([]);
	});
});

test("a field named like the column of the record's id is not exported, and said so", () => {
	const mapped = map({ api_name: "Id", data_type: "text" });
	expect(mapped).toMatchObject({ apiName: "Id", restriction: "export" });
	expect(mapped.reason?.why).toContain("the record's own id");
	expect(mapped.warning).toContain("left out of jobs");
	expect(map({ api_name: "ID", data_type: "text" }).warning).toBeUndefined();
});
