import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { findDrift } from "../../src/generate/drift.js";
import { generateModules } from "../../src/generate/generate.js";
import { parseMetadata } from "../../src/generate/metadata/metadata.js";
import { outlineFiles } from "../../src/generate/outline.js";
import { codePoint } from "../code-point.js";
import { compile, parse, runGenerated } from "./typescript.js";

/** Texts that try to break out of comments, literals and templates. */
const nasty = [
	"*/",
	"/*",
	"//",
	"`",
	"${process.exit(1)}",
	"\\",
	"\\u0022",
	'"',
	"'",
	"\n",
	"\r\n",
	"\u2028",
	"\u2029",
	"\u202e",
	"\u2066",
	"\ufeff",
	"\0",
	"\ud800",
	"\udc00",
	"👩‍👩‍👧",
	"@deprecated",
	"{@link Users}",
	"<script>",
	">",
	"!filter",
	'=["A"]',
	"__proto__",
	"constructor",
	"`; throw new Error();",
	"export const Leads: Module<",
	'export const Evil: Module<"Evil", Evil> = generatedModule("Evil", `\n\tA text\n`, () => ({}))',
];

const hostileText = fc
	.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: codePoint, maxLength: 5 })), {
		minLength: 1,
		maxLength: 4,
	})
	.map((parts) => parts.join(""))
	.filter((text) => text !== "");

const field = fc.record({
	api_name: fc.oneof(hostileText, fc.constantFrom("Name", "2nd", "$converted", "a-b")),
	data_type: fc.oneof(fc.constantFrom("text", "picklist", "lookup", "ownerlookup", "subform", "formula"), hostileText),
	field_label: hostileText,
	tooltip: fc.record({ value: hostileText }),
	pick_list_values: fc.array(fc.record({ actual_value: hostileText, display_value: hostileText }), { maxLength: 3 }),
	lookup: fc.record({ module: fc.record({ api_name: fc.oneof(hostileText, fc.constantFrom("Leads", "Users")) }) }),
	associated_module: fc.record({ module: hostileText }),
});

const byApiName = { selector: ({ api_name }: { api_name: string }) => api_name };
const modules = fc.uniqueArray(
	fc.record({
		api_name: fc.oneof(hostileText, fc.constantFrom("Leads", "Text", "class")),
		plural_label: hostileText,
		fields: fc.uniqueArray(field, { ...byApiName, minLength: 1, maxLength: 4 }),
	}),
	{ ...byApiName, minLength: 1, maxLength: 3 },
);

const metadataOf = (given: typeof modules extends fc.Arbitrary<infer Value> ? Value : never) =>
	parseMetadata({
		modules: { modules: given },
		fields: Object.fromEntries(given.map(({ api_name, fields }) => [api_name, { fields }])),
	});

/** What may stand in a source file: nothing that is invisible, but tabs, line feeds and what belongs to words. */
const invisible = /(?![\t\n]|\u200c|\u200d|\u00ad)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe("metadata that is made to break out", () => {
	test("gives back its names and values at run time, and nothing else runs", () => {
		fc.assert(
			fc.property(modules, fc.constantFrom(undefined, "one.ts"), (given, file) => {
				const metadata = metadataOf(given);
				const { files, leftOut } = generateModules(metadata, file === undefined ? {} : { file });
				const ran = new Map([...runGenerated(files).values()].map((module) => [module.apiName, module]));
				expect(leftOut).toEqual([]);
				expect([...ran.keys()].sort()).toEqual(metadata.map(({ apiName }) => apiName).sort());
				for (const module of metadata) {
					const fields = ran.get(module.apiName)?.fields;
					for (const { apiName, dataType, values, lookupModule } of module.fields) {
						const made = fields?.get(apiName);
						expect(made?.apiName).toBe(apiName);
						if (dataType === "picklist") expect(made?.values).toEqual(values.map(({ actual }) => actual));
						if (dataType === "lookup" && ran.has(lookupModule ?? ""))
							expect(made?.target?.()).toBe(ran.get(lookupModule ?? ""));
					}
				}
			}),
			{ numRuns: 200 },
		);
	});

	test("stands in the syntax tree as one interface and one constant a module, without tags", () => {
		fc.assert(
			fc.property(modules, (given) => {
				const metadata = metadataOf(given);
				const [file] = generateModules(metadata, { file: "one.ts" }).files;
				const text = file?.text ?? "";
				expect(text).not.toMatch(invisible);
				const statements = parse(text).statements.filter((statement) => !ts.isImportDeclaration(statement));
				expect(statements.length).toBe(2 * metadata.length);
				for (const statement of statements) {
					expectPlainDoc(statement);
					if (!ts.isInterfaceDeclaration(statement)) continue;
					for (const member of statement.members) expectPlainDoc(member);
				}
				const written = statements.filter(ts.isInterfaceDeclaration).map(({ members }) => members.map(nameOf).sort());
				const names = metadata.map((module) => module.fields.map(({ apiName }) => apiName));
				for (const module of names)
					expect(written.some((members) => module.every((name) => members.includes(name)))).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	test("is read back from the files as it was written", () => {
		fc.assert(
			fc.property(modules, (given) => {
				const metadata = metadataOf(given);
				const directory = generateModules(metadata).files;
				const oneFile = generateModules(metadata, { file: "one.ts" }).files;
				const outline = outlineFiles(directory);
				expect(outline.map(({ apiName }) => apiName).sort()).toEqual(metadata.map(({ apiName }) => apiName).sort());
				expect(findDrift(outline, outlineFiles(oneFile))).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	test("compiles under the strictest options", () => {
		const given = nasty.map((text, index) => ({
			api_name: `${text}${index}`,
			plural_label: text,
			fields: nasty.map((name) => ({
				api_name: name,
				data_type: "picklist",
				field_label: name,
				tooltip: { value: text },
				pick_list_values: nasty.map((value) => ({ actual_value: value, display_value: `${value}${text}` })),
				lookup: { module: { api_name: "" } },
				associated_module: { module: "" },
			})),
		}));
		expect(compile(generateModules(metadataOf(given)).files)).toEqual([]);
	});
});

function expectPlainDoc(node: ts.Node): void {
	expect(ts.getJSDocTags(node)).toEqual([]);
	for (const doc of ts.getJSDocCommentsAndTags(node)) expect(typeof doc.comment).toBe("string");
}

function nameOf(member: ts.TypeElement): string {
	const { name } = member;
	return name && (ts.isStringLiteral(name) || ts.isIdentifier(name)) ? name.text : "";
}
