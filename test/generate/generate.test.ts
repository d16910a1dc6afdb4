import { describe, expect, test } from "vitest";
import { type GenerateOptions, generateModules } from "../../src/generate/generate.js";
import { type MetadataAnswers, parseMetadata } from "../../src/generate/metadata/metadata.js";
import type { GeneratedFile } from "../../src/generate/write-files.js";
import { org } from "./org.js";
import { runGenerated } from "./typescript.js";

const generate = (options?: GenerateOptions, answers: MetadataAnswers = org()) =>
	generateModules(parseMetadata(answers), options);

const textOf = (files: readonly GeneratedFile[], path: string): string => {
	const file = files.find((candidate) => candidate.path === path);
	if (!file) throw new Error(`${path} was not generated: ${files.map((candidate) => candidate.path).join(", ")}`);
	return file.text;
};

describe("what is written", () => {
	test("a directory: a file for each module, and an index", async () => {
		const { files } = generate();
		expect(files.map(({ path }) => path)).toEqual(["index.ts", "leads.ts", "shoes.ts"]);
		await expect(textOf(files, "leads.ts")).toMatchFileSnapshot("snapshots/leads.ts.txt");
		await expect(textOf(files, "shoes.ts")).toMatchFileSnapshot("snapshots/shoes.ts.txt");
		await expect(textOf(files, "index.ts")).toMatchFileSnapshot("snapshots/index.ts.txt");
	});

	test("one file holds the same modules", () => {
		const directory = generate().files;
		const { files } = generate({ file: "zoho.ts" });
		expect(files.map(({ path }) => path)).toEqual(["zoho.ts"]);
		const code = (text: string) => text.slice(text.indexOf("export "));
		const [leads, shoes] = [code(textOf(directory, "leads.ts")), code(textOf(directory, "shoes.ts"))];
		const comment = (text: string) => text.slice(0, text.indexOf("export "));
		expect(textOf(files, "zoho.ts")).toContain(leads);
		expect(textOf(files, "zoho.ts")).toContain(shoes);
		expect(comment(textOf(files, "zoho.ts"))).toContain('import { Users } from "zoho-bulk-read/standard";');
	});

	test("the same from metadata in another order", () => {
		const reversed = org();
		for (const answer of Object.values(reversed.fields)) answer.fields.reverse();
		const fields = Object.fromEntries(Object.entries(reversed.fields).reverse());
		expect(generate({}, { ...reversed, fields }).files).toEqual(generate().files);
	});

	test("imports as they are asked for", () => {
		const { files } = generate({
			from: "../criteria/descriptors.js",
			importExtension: ".ts",
			usersFrom: "./users-of-mine.js",
			header: "Made */ by\nme",
		});
		const leads = textOf(files, "leads.ts");
		expect(leads.split("\n")[0]).toBe("// Made *\\/ by me");
		expect(leads).toContain('from "../criteria/descriptors.js";');
		expect(leads).toContain('import { Shoes } from "./shoes.ts";\n');
		expect(leads).toContain('import { Users } from "./users-of-mine.js";\n');
		expect(textOf(files, "index.ts")).toContain('export * from "./leads.ts";');
	});

	test("without Users, no path leads through an owner, and a comment says so", () => {
		const leads = textOf(generate({ usersFrom: false }).files, "leads.ts");
		expect(leads).toContain('Owner: Owner<Undescribed<"Users">>;');
		expect(leads).toContain("Refers to Users, which is not described here, so no path can go through it.");
		expect(leads).toContain('\n\tOwner owner ~"Lead Owner"\n');
		expect(leads).not.toContain("zoho-bulk-read/standard");
	});

	test("Users of the org take the place of the standard ones", () => {
		const answers = org();
		const { files } = generate(
			{},
			{ ...answers, fields: { ...answers.fields, Users: { fields: [{ api_name: "Badge", data_type: "text" }] } } },
		);
		expect(textOf(files, "leads.ts")).toContain('import { Users } from "./users.js";');
		expect(textOf(files, "users.ts")).toContain("Badge: Text;");
	});
});

describe("what is generated", () => {
	test("modules and fields by pattern", () => {
		const { files, warnings } = generate({ include: ["leads.S*", "Shoes"], exclude: ["*.story", "Shoes.Pairs"] });
		const modules = runGenerated(files);
		expect([...(modules.get("Leads")?.fields.keys() ?? [])]).toEqual(["Score", "Shoe_Size", "Shoes_Sold"]);
		expect([...(modules.get("Shoes")?.fields.keys() ?? [])]).toEqual(["2nd_Phone", "Buyer", "id", "Maker", "Name"]);
		expect(warnings).toEqual([]);
	});

	test("a lookup to a module that is left out is a lookup without paths", () => {
		const { files } = generate({ exclude: ["Shoes"] });
		expect(textOf(files, "leads.ts")).toContain('Favourite: Lookup<Undescribed<"Shoes">>;');
		const favourite = runGenerated(files).get("Leads")?.fields.get("Favourite");
		expect(favourite).toMatchObject({ dataType: "lookup", filterable: true });
		expect(favourite).not.toHaveProperty("target");
	});

	test("a pattern that matches no module is warned of", () => {
		expect(generate({ include: ["Leads", "Shoos"], exclude: ["Hats.*"] }).warnings).toEqual([
			{ message: '"Shoos" does not match any module.' },
			{ message: '"Hats.*" does not match any module.' },
		]);
	});

	test("what bulk read does not serve is left out with its reason, unless it is named", () => {
		const answers = org();
		const fields = Object.fromEntries(
			["Home", "Leads", "Notes", "LeadsXShoes"].map((name) => [
				name,
				{ fields: [{ api_name: "A", data_type: "text" }] },
			]),
		);
		const both = { modules: answers.modules, fields: { ...fields, Empty: null } };
		expect(generate({}, both).leftOut).toEqual([
			{ module: "Empty", why: "the metadata has no fields for it" },
			{ module: "Home", why: expect.stringContaining("(documented)") },
			{ module: "LeadsXShoes", why: expect.stringContaining("linking modules (observed)") },
			{ module: "Notes", why: expect.stringContaining("limitations says that bulk read does not serve") },
		]);
		expect(generate({}, both).files.map(({ path }) => path)).toEqual(["index.ts", "leads.ts"]);
		expect(generate({ include: ["notes"] }, both).files.map(({ path }) => path)).toEqual(["index.ts", "notes.ts"]);
		expect(generate({ include: ["N*"] }, both).files.map(({ path }) => path)).toEqual(["index.ts"]);
	});

	test("an unknown data type is text, and is warned of", () => {
		const { files, warnings } = generate();
		expect(warnings).toEqual([
			{
				module: "Shoes",
				field: "Pairs",
				message: 'The data type "shoe_pairs" is unknown; it is treated as text.',
			},
		]);
		expect(runGenerated(files).get("Shoes")?.fields.get("Pairs")?.dataType).toBe("text");
	});

	test("if the metadata lists something twice, the first is used, with a warning", () => {
		const answers = org();
		answers.fields.Shoes?.fields.push({ api_name: "Name", data_type: "integer" });
		const { files, warnings } = generate({ include: ["Shoes"] }, answers);
		expect(runGenerated(files).get("Shoes")?.fields.get("Name")?.dataType).toBe("text");
		expect(warnings).toContainEqual({
			module: "Shoes",
			field: "Name",
			message: "The metadata lists this field twice; the first one is used.",
		});
	});

	test("fields that the metadata does not list: the id of every record, and whether a lead was converted", () => {
		const answers = org();
		answers.fields.Shoes?.fields.shift();
		const modules = runGenerated(generate({}, answers).files);
		expect(modules.get("Shoes")?.fields.get("id")).toMatchObject({ dataType: "bigint", filterable: true });
		expect(modules.get("Leads")?.fields.get("$converted")).toMatchObject({ dataType: "boolean", filterable: true });
		expect(modules.get("Shoes")?.fields.has("$converted")).toBe(false);
	});

	test("fields marked as not filterable are taken into criteria on request", () => {
		const story = (options: GenerateOptions) => runGenerated(generate(options).files).get("Leads")?.fields.get("Story");
		expect(story({})).toMatchObject({ filterable: false, exportable: true });
		expect(story({ ignoreFilterable: true })).toMatchObject({ filterable: true, exportable: true });
	});
});

describe("what a comment says", () => {
	const docOf = (field: Record<string, unknown>, module = "Shoes") => {
		const answers = { modules: [], fields: { [module]: [{ api_name: "A", data_type: "text", ...field }] } };
		const text = textOf(generate({ usersFrom: false }, answers).files, `${module.toLowerCase()}.ts`);
		const [, doc = ""] = /\t\/\*\*([^/]*)\*\/\n\tA: /.exec(text) ?? [];
		return doc.replace(/\n\t \*/g, "").trim();
	};

	test("the org's words, each a sentence", () => {
		expect(docOf({})).toBe("");
		expect(docOf({ field_label: "Size" })).toBe("Size.");
		expect(docOf({ field_label: "Size?", tooltip: { value: " In\r\n the EU system. " } })).toBe(
			"Size? In the EU system.",
		);
		expect(docOf({ display_label: "Size" })).toBe("Size.");
	});

	test("the values of a picklist, as far as a reader looks", () => {
		const values = (count: number) => Array.from({ length: count }, (_, index) => ({ actual_value: `v${index}` }));
		const doc = (pick_list_values: unknown, data_type = "picklist") => docOf({ data_type, pick_list_values });
		expect(doc([{ actual_value: "a", display_value: "A" }])).toBe('Values: "a" (shown as "A").');
		expect(doc(values(30))).toMatch(/"v28", "v29"\.$/);
		expect(doc(values(32))).toMatch(/"v28", "v29", and 2 more\.$/);
		expect(doc(values(1), "multiselectpicklist")).toBe('Values: "v0".');
		expect(doc(values(1), "text")).toBe("");
	});

	test("why a field may not be used everywhere", () => {
		expect(docOf({ data_type: "layout" })).toMatch(
			/^Not filterable \(inferred\): .*comparators does not name this data type\.$/,
		);
		expect(docOf({ data_type: "territories" })).toMatch(
			/^Not filterable \(documented\): .*whether bulk read exports it/,
		);
		expect(docOf({ data_type: "subform", associated_module: { module: "Soles" } })).toMatch(
			/^Neither exported nor filterable \(documented\): .* Export Soles instead\.$/,
		);
		expect(docOf({ crypt: { mode: "decryption" } })).toContain("Zoho refuses some comparators");
		expect(docOf({ external: { type: "user", show: true } })).toContain("An external id");
	});

	test("where a lookup leads", () => {
		const lookup = (api_name: string) => docOf({ data_type: "lookup", lookup: { module: { api_name } } });
		expect(lookup("se_module")).toBe("Refers to records of several modules, so no path can go through it.");
		expect(lookup("Vendors")).toBe("Refers to Vendors, which is not described here, so no path can go through it.");
		expect(lookup("Shoes")).toBe("");
	});

	test("how certain the statements of our own metadata are", () => {
		const provenance = {
			certainty: "observed",
			lookup: "inferred",
			condition: "multi-currency enabled",
			legacy: true,
			note: "A note",
		};
		const field = { data_type: "lookup", lookup: { module: { api_name: "Shoes" } }, provenance };
		expect(docOf(field)).toBe(
			"Observed. A note. Only with: multi-currency enabled. Only in older versions of the API. The module that it refers to is inferred.",
		);
		const values = { certainty: "documented", values: "inferred", values_complete: false };
		expect(docOf({ data_type: "picklist", pick_list_values: [{ actual_value: "a" }], provenance: values })).toBe(
			'Documented. Values (inferred, perhaps not all): "a".',
		);
	});
});
