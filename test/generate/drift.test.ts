import { expect, test } from "vitest";
import { findDrift, writeDrift } from "../../src/generate/drift.js";
import { generateModules } from "../../src/generate/generate.js";
import { InvalidGeneratedFileError } from "../../src/generate/invalid-generated-file-error.js";
import { type MetadataAnswers, parseMetadata } from "../../src/generate/metadata/metadata.js";
import { outlineFiles } from "../../src/generate/outline.js";
import type { GeneratedFile } from "../../src/generate/write-files.js";
import { org } from "./org.js";

const generate = (answers: MetadataAnswers, file?: string) =>
	generateModules(parseMetadata(answers), file === undefined ? {} : { file }).files;

const drift = (before: readonly GeneratedFile[], after: readonly GeneratedFile[]) =>
	findDrift(outlineFiles(before), outlineFiles(after)).map(writeDrift);

test("an org that did not change has not drifted, however its files are laid out", () => {
	expect(drift(generate(org()), generate(org()))).toEqual([]);
	expect(drift(generate(org()), generate(org(), "zoho.ts"))).toEqual([]);
});

test("fields, types, values and modules that came, went or changed", () => {
	const changed = org();
	const [leads, shoes] = [changed.fields.Leads?.fields ?? [], changed.fields.Shoes];
	const field = (name: string) => leads.find(({ api_name }) => api_name === name) ?? {};
	changed.fields.Hats = shoes ?? { fields: [] };
	delete changed.fields.Shoes;
	leads.splice(leads.indexOf(field("Score")), 1);
	leads.push({ api_name: "Nickname", data_type: "text" });
	field("Shoe_Size").data_type = "double";
	field("Story").filterable = true;
	field("Shoes_Sold").virtual_field = true;
	field("Lead_Source").pick_list_values = [
		{ actual_value: "Trade Show", display_value: "Fair" },
		{ actual_value: "-None-" },
		{ actual_value: 'Web "2.0"' },
	];
	expect(drift(generate(org()), generate(changed))).toEqual([
		"+ Hats",
		"~ Leads.Favourite: lookup to Shoes -> lookup",
		'+ Leads.Lead_Source: "Web \\"2.0\\""',
		'- Leads.Lead_Source: "Advertisement"',
		"+ Leads.Nickname: text",
		"- Leads.Score: decimal",
		"~ Leads.Shoe_Size: integer -> decimal",
		"~ Leads.Shoes_Sold: currency -> currency, not exported",
		"~ Leads.Story: textarea, not in criteria -> textarea",
		"- Shoes",
	]);
});

test("labels, help texts and the order of fields and values are no drift", () => {
	const changed = org();
	for (const { fields } of Object.values(changed.fields)) {
		for (const field of fields) {
			field.field_label = "Another label";
			field.tooltip = { value: "Another help text" };
			if (Array.isArray(field.pick_list_values)) field.pick_list_values.reverse();
		}
		fields.reverse();
	}
	const after = generate(changed);
	expect(after).not.toEqual(generate(org()));
	expect(drift(generate(org()), after)).toEqual([]);
});

test("files that a formatter or a version control system has been over are read all the same", () => {
	const files = generate(org());
	const reformatted = files.map(({ path, text }) => ({
		path,
		text: text
			.replaceAll("\t", "  ")
			.replace(/generatedModule\(\n\s*"(\w+)",\n\s*`/, "generatedModule('$1', `")
			.replace(/= (?=\/\* @__PURE__)/, "=\n  ")
			.replaceAll("\n", "\r\n"),
	}));
	expect(reformatted).not.toEqual(files);
	expect(outlineFiles(reformatted)).toEqual(outlineFiles(files));
	expect(outlineFiles(files).map(({ apiName }) => apiName)).toEqual(["Leads", "Shoes"]);
});

test("other files hold no modules", () => {
	expect(outlineFiles([{ path: "a.ts", text: "export const a = 1;\n" }])).toEqual([]);
	expect(outlineFiles([{ path: "a.ts", text: "" }])).toEqual([]);
});

test("a file that was edited beyond reading is named", () => {
	const files = generate(org()).map(({ path, text }) => ({
		path,
		text: text.replace("Shoe_Size integer", "Shoe_Size big"),
	}));
	const read = () => outlineFiles(files);
	expect(read).toThrow(InvalidGeneratedFileError);
	expect(read).toThrow("leads.ts was changed after it was generated: This packed field cannot be read: Shoe_Size big");
});
