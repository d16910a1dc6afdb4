import { describe, expect, test } from "vitest";
import { type GenerateOptions, generateModules } from "../../src/generate/generate.js";
import { type MetadataAnswers, parseMetadata } from "../../src/generate/metadata/metadata.js";
import { formatterFindings } from "./formatter.js";
import { org } from "./org.js";
import { compile, runGenerated } from "./typescript.js";

const generate = (options?: GenerateOptions, answers: MetadataAnswers = org()) =>
	generateModules(parseMetadata(answers), options);

describe("names", () => {
	const named = (...names: string[]) =>
		generate(
			{},
			{
				modules: { modules: names.map((api_name) => ({ api_name })) },
				fields: Object.fromEntries(
					names.map((name) => [
						name,
						{
							fields: [
								{ api_name: "Me", data_type: "lookup", lookup: { module: { api_name: name } } },
								{ api_name: "Next", data_type: "lookup", lookup: { module: { api_name: names.at(-1) } } },
							],
						},
					]),
				),
			},
		).files;

	test("a module may be called like a descriptor, a keyword, a file of its own, or another module", () => {
		const names = [
			"Text",
			"Module",
			"class",
			"index",
			"con",
			"2fast",
			"A b",
			"A_b",
			"leads",
			"Leads",
			"客户",
			"顧客",
			"__proto__",
		];
		const files = named(...names);
		const paths = files.map(({ path }) => path.toLowerCase());
		expect(new Set(paths).size).toBe(names.length + 1);
		expect(paths).not.toContain("con.ts");
		const modules = [...runGenerated(files).values()];
		expect(modules.map((module) => module.apiName).sort()).toEqual([...names].sort());
		for (const module of modules) {
			expect(module.fields.get("Me")?.target?.()).toBe(module);
			expect(module.fields.get("Next")?.target?.().apiName).toBe("__proto__");
		}
		expect(compile(files)).toEqual([]);
	});
});

describe("the compiler", () => {
	test("accepts a directory and a single file, checked as strictly as it can", () => {
		expect(compile(generate().files)).toEqual([]);
		expect(compile(generate({ file: "zoho.ts" }).files)).toEqual([]);
		expect(compile(generate({ usersFrom: false, include: ["Leads"] }).files)).toEqual([]);
	});

	test("knows the org's fields, values and lookups", () => {
		const uses = {
			'Leads.where("Favourite.2nd_Phone").contains("5")': "",
			'Shoes.where("Buyer.$converted").equal(true)': "",
			'Leads.where("Owner.last_name").startsWith("A")': "",
			'Leads.where("Lead_Source").equal("Advertisement")': "",
			'Shoes.where("Maker").in(["554023000000470421"])': "",
			'Leads.where("Shoe_Sise").equal(1)': 'UnknownField<"Shoe_Sise", Leads>',
			'Leads.where("Story").isEmpty()': "NotFilterable",
			'Leads.where("Visits").isEmpty()': "NotFilterable",
			'Shoes.where("Maker.Name").isEmpty()': 'TargetNotDescribed<"Maker", "Vendors", Shoes>',
		};
		const files = Object.keys(uses).map((use, index) => ({
			path: `use-${index}.ts`,
			text: `import * as org from "./index.js";\norg.${use};\n`,
		}));
		const messages = compile([...generate().files, ...files]);
		for (const [index, [use, expected]] of Object.entries(uses).entries()) {
			const said = messages.filter((message) => message.startsWith(`use-${index}.ts`)).join("\n");
			if (expected === "") expect(said, use).toBe("");
			else expect(said, use).toContain(expected);
		}
	});

	test("reports a library that is not there, though the modules are not checked", () => {
		const { files } = generate({ from: "zoho-bulk-raed" });
		const index = files.filter(({ path }) => path === "index.ts");
		expect(index.map(({ text }) => text.includes("@ts-nocheck"))).toEqual([false]);
		expect(compile(files).filter((message) => message.startsWith("index.ts"))).toEqual([
			expect.stringContaining("Cannot find module 'zoho-bulk-raed'"),
		]);
	});
});

describe("formatting", () => {
	test("a formatter changes nothing, whatever the length of a line", () => {
		const answers = org();
		const values = (length: number) =>
			[length >> 1, length - (length >> 1)].map((size, index) => ({ actual_value: String(index).repeat(size) }));
		for (let length = 60; length < 110; length++) {
			answers.fields.Shoes?.fields.push(
				{ api_name: `Values_${length}`, data_type: "picklist", pick_list_values: values(length) },
				{ api_name: `Value_${length}`, data_type: "picklist", pick_list_values: values(length).slice(1) },
				{ api_name: `Far_${"x".repeat(length)}`, data_type: "lookup", lookup: { module: { api_name: "Far_away" } } },
				{ api_name: `Near_${"x".repeat(length)}`, data_type: "lookup", lookup: { module: { api_name: "Leads" } } },
			);
		}
		for (const name of ["it's", 'so "called"', `both' and "`, "2", "a-b", "constructor"]) {
			answers.fields.Shoes?.fields.push({
				api_name: name,
				data_type: "picklist",
				pick_list_values: [{ actual_value: `${name}!` }],
			});
		}
		const many = { ...answers, fields: { ...answers.fields } };
		for (let count = 0; count < 12; count++) {
			const name = `Module_Number_${count}`;
			many.fields[name] = { fields: [{ api_name: "Name", data_type: "text" }] };
			many.fields.Leads?.fields.push({
				api_name: `To_${count}`,
				data_type: "lookup",
				lookup: { module: { api_name: name } },
			});
		}
		const files = [...generate({}, many).files, ...generate({ file: "all.ts" }, answers).files];
		expect(formatterFindings(files)).toBe("");
	});
});
