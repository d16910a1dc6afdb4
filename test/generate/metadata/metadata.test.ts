import { describe, expect, test } from "vitest";
import { InvalidMetadataError } from "../../../src/generate/metadata/invalid-metadata-error.js";
import { parseFields, parseMetadata, parseModules } from "../../../src/generate/metadata/metadata.js";

const errorOf = (run: () => unknown): InvalidMetadataError => {
	try {
		run();
	} catch (error) {
		if (error instanceof InvalidMetadataError) return error;
		throw error;
	}
	throw new Error("Nothing was thrown.");
};

describe("fields", () => {
	const bare = { apiName: "A", dataType: "text", virtual: false, encrypted: false, external: false, values: [] };

	test("need nothing but an API name and a data type", () => {
		expect(parseFields({ fields: [{ api_name: "A", data_type: "text" }] })).toEqual([bare]);
	});

	test("{}, null, an empty text and a missing key mean the same", () => {
		for (const empty of [{}, null, "", undefined]) {
			const field = {
				api_name: "A",
				data_type: "text",
				field_label: empty,
				display_label: empty,
				tooltip: empty,
				filterable: empty,
				virtual_field: empty,
				crypt: empty,
				external: empty,
				lookup: empty,
				associated_module: empty,
				formula: empty,
				rollup_summary: empty,
				pick_list_values: empty,
				provenance: empty === "" ? undefined : null,
			};
			expect(parseFields({ fields: [field] })).toEqual([bare]);
		}
	});

	test("what each key says", () => {
		const field = {
			api_name: "A",
			data_type: "picklist",
			field_label: "Label",
			display_label: "Other label",
			tooltip: { name: "static_text", value: "Help" },
			filterable: false,
			virtual_field: true,
			crypt: { mode: "decryption", status: 1 },
			external: { show: true, type: "user" },
			lookup: { module: { api_name: "Accounts", id: "5" }, display_label: "Contacts" },
			associated_module: { module: "Visits", id: "6" },
			formula: { return_type: "double" },
			pick_list_values: [
				{ display_value: "Shown", actual_value: "Kept" },
				{ display_value: "Only shown" },
				{ display_value: "Again", actual_value: "Kept" },
				{ actual_value: null },
				null,
			],
		};
		expect(parseFields({ fields: [field] })).toEqual([
			{
				apiName: "A",
				dataType: "picklist",
				label: "Label",
				helpText: "Help",
				filterable: false,
				virtual: true,
				encrypted: true,
				external: true,
				lookupModule: "Accounts",
				associatedModule: "Visits",
				returnType: "double",
				values: [
					{ actual: "Kept", display: "Shown" },
					{ actual: "Only shown", display: "Only shown" },
				],
			},
		]);
	});

	test("a roll-up summary names what it results in, and a help text may be plain text", () => {
		const [field] = parseFields([
			{ api_name: "A", data_type: "rollup_summary", rollup_summary: { return_type: "currency" }, tooltip: "Help" },
		]);
		expect(field).toMatchObject({ returnType: "currency", helpText: "Help" });
	});

	test("an empty answer means no fields", () => {
		for (const empty of [undefined, null, "", {}, { fields: [] }]) expect(parseFields(empty)).toEqual([]);
	});
});

describe("modules", () => {
	test("what each key says", () => {
		const modules = [
			{ api_name: "Leads", plural_label: "Prospects", generated_type: "default", api_supported: true },
			{ api_name: "Home", api_supported: false },
			{ api_name: "Shoes", plural_label: null, singular_label: "Shoe" },
		];
		expect(parseModules({ modules })).toEqual([
			{ apiName: "Leads", label: "Prospects", generatedType: "default", apiSupported: true },
			{ apiName: "Home", apiSupported: false },
			{ apiName: "Shoes", label: "Shoe", apiSupported: true },
		]);
	});
});

describe("a document", () => {
	test("holds fields for some modules, and perhaps for modules that the list lacks", () => {
		const document = {
			modules: { modules: [{ api_name: "Leads", plural_label: "Prospects" }, { api_name: "Deals" }] },
			fields: { Leads: { fields: [{ api_name: "A", data_type: "text" }] }, Users: null },
		};
		expect(parseMetadata(document)).toEqual([
			{
				apiName: "Leads",
				label: "Prospects",
				apiSupported: true,
				fields: [{ apiName: "A", dataType: "text", virtual: false, encrypted: false, external: false, values: [] }],
			},
			{ apiName: "Users", apiSupported: true, fields: [] },
		]);
	});
});

describe("what is not metadata is refused, with the place", () => {
	const leads = (fields: unknown) => ({ modules: { modules: [{ api_name: "Leads" }] }, fields: { Leads: fields } });
	const cases: readonly [unknown, string, string][] = [
		[undefined, "The document", "got nothing"],
		["<html>", "The document", 'got "<html>"'],
		[[], "The document", "got a list of 0"],
		[{ modules: [] }, "The document", "got an object with modules"],
		[{ modules: 5, fields: {} }, "modules", "got 5"],
		[{ modules: [{}], fields: {} }, "modules[0].api_name", "expected text, got nothing"],
		[{ modules: { modules: [null] }, fields: {} }, "modules.modules[0]", "expected an object, got null"],
		[leads({ fields: {} }), "fields.Leads", 'expected an object with a list "fields", got an object with fields'],
		[leads("x".repeat(100)), "fields.Leads", `got "${"x".repeat(59)}...`],
		[leads([{ api_name: "A" }]), "fields.Leads[0].data_type", "got nothing"],
		[leads({ fields: [{ api_name: 5, data_type: "text" }] }), "fields.Leads.fields[0].api_name", "got 5"],
		[
			leads({ code: "INVALID_MODULE", message: "the module name given seems to be invalid", status: "error" }),
			"fields.Leads",
			"got an error from Zoho, INVALID_MODULE: the module name given seems to be invalid",
		],
	];

	test.each(cases)("%j", (document, path, message) => {
		const error = errorOf(() => parseMetadata(document));
		expect(error.path).toBe(path);
		expect(error.message).toContain(message);
		expect(error.name).toBe("InvalidMetadataError");
	});
});
