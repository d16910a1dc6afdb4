import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Composition, composeQuery, listFieldOptions } from "../../docs/playground/compose.js";
import { sha256 } from "../../docs/playground/digest.js";
import { importText } from "../../docs/playground/import-text.js";
import { readLook, readOutcome } from "../../docs/playground/messages.js";
import { quickScript } from "../../docs/playground/quick-script.js";
import { readShareHash, writeShareHash } from "../../docs/playground/share-link.js";
import { codePoint } from "../code-point.js";

/** Any code points except unpaired surrogates, which valid text does not contain. */
const anyText = fc.string({ unit: codePoint });

test("a link brings a text back", () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(readShareHash(writeShareHash(text))).toEqual({ text });
		}),
	);
});

test("a link that lost its end is damaged", () => {
	fc.assert(
		fc.property(anyText, fc.nat(), (text, at) => {
			const hash = writeShareHash(text);
			const begin = "#query=".length;
			expect(readShareHash(hash.slice(0, begin + (at % (hash.length - begin))))).toBe("damaged");
		}),
	);
});

test("the digest is SHA-256", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
		}),
	);
});

test("whatever a closed frame sends, text and numbers come of it", () => {
	fc.assert(
		fc.property(fc.anything(), (sent) => {
			const { columns, rows, count } = readOutcome(sent);
			for (const cell of [...columns, ...rows.flat()]) expect(typeof cell).toBe("string");
			expect(typeof count).toBe("number");
			const look = readLook({ shown: sent });
			const shown = "shown" in look ? look.shown : undefined;
			for (const text of [shown?.english, shown?.json, ...(shown?.scopes ?? [])])
				expect(typeof (text ?? "")).toBe("string");
		}),
	);
});

test.each([
	[
		'import { a, type B, c as d } from "x";\nexport const job = a(d);',
		'const { a, c: d } = require("x");\nconst job = exports.job = a(d);',
	],
	["export const job = 1 as number;", undefined],
	["interface A {}\nexport const a = 1;", undefined],
	["export default 1;", undefined],
])("a text that is JavaScript needs no compiler: %j", (text, script) => {
	expect(quickScript(text)?.replace(/\s+/g, " ")).toBe(script?.replace(/\s+/g, " "));
});

describe("the builder", () => {
	const condition = (api_name: string, value: string) => ({ api_name, comparator: "equal", value });
	const [a, b] = [condition("Last_Name", "a"), condition("Email", "b@example.com")];
	const row: Composition = {
		module: "Contacts",
		request: JSON.stringify({
			query: { module: "Contacts", fields: ["Email"], criteria: { group_operator: "and", group: [a, b] } },
		}),
		place: [],
		step: "and",
		field: "Phone",
		comparator: "contains",
		values: ["5"],
	};
	const phone = 'where("Phone").contains("5")';
	test.each<[string, Partial<Composition>, string]>([
		["begins a query", { request: undefined }, `.where((where) => ${phone})`],
		["joins the whole filter", {}, `where("Last_Name").equal("a"), where("Email").equal("b@example.com"), ${phone}`],
		[
			"joins it with or",
			{ step: "or" },
			`or(and(where("Last_Name").equal("a"), where("Email").equal("b@example.com")), ${phone})`,
		],
		[
			"makes brackets",
			{ step: "or", place: [1] },
			`and(where("Last_Name").equal("a"), or(where("Email").equal("b@example.com"), ${phone}))`,
		],
		["replaces", { step: "replace", place: [0] }, `and(${phone}, where("Email").equal("b@example.com"))`],
		[
			"removes, and leaves no group of one",
			{ step: "remove", place: [0] },
			'.where((where) => where("Email").equal("b@example.com"))',
		],
		[
			"says that a field is empty",
			{ request: undefined, comparator: "is_empty", values: [] },
			'where("Phone").isEmpty()',
		],
		[
			"writes numbers",
			{ module: "Deals", request: undefined, field: "Amount", comparator: "greater_than", values: ["5"] },
			'where("Amount").greaterThan(5)',
		],
		[
			"writes a range",
			{ request: undefined, field: "Date_of_Birth", comparator: "between", values: ["1990-01-01", "1999-12-31"] },
			'.between("1990-01-01", "1999-12-31")',
		],
		[
			"writes a list",
			{ request: undefined, field: "Lead_Source", comparator: "in", values: ["x", "y"] },
			'.in(["x", "y"])',
		],
	])("%s", (_, changed, expected) => {
		const composed = composeQuery({ ...row, ...changed });
		const source = "source" in composed ? composed.source : JSON.stringify(composed);
		const flat = (text: string): string => text.replace(/\s+/g, "").replace(/,\)/g, ")");
		expect(flat(source)).toContain(flat(expected));
		expect(source).toContain("export const job = bulkRead(");
	});

	test("keeps what else the query asks for", () => {
		expect(composeQuery(row)).toMatchObject({ source: expect.stringContaining('.select("Email")') });
	});

	test.each<[Partial<Composition>, string]>([
		[{ field: "Phnoe" }, "field"],
		[{ comparator: "between", values: ["a", "b"] }, "comparator"],
		[{ field: "Date_of_Birth", comparator: "equal", values: ["2026-02-31"] }, "value"],
	])("says which part is wrong: %j", (changed, part) => {
		expect(composeQuery({ ...row, ...changed })).toMatchObject({ issues: [{ part }] });
	});

	test("offers fields by label, and those of related records", () => {
		const fields = listFieldOptions("Contacts");
		expect(fields).toContainEqual({ name: "Lead_Source", label: expect.stringMatching(/Lead Source/) });
		expect(fields.map(({ name }) => name)).toContain("Account_Name.Phone");
	});
});

describe("an import", () => {
	const criteria = { api_name: "Last_Name", comparator: "equal", value: "a" };
	test.each<[string, unknown]>([
		["the body of a request", { query: { module: "Contacts", criteria } }],
		[
			"in v8",
			{
				query: {
					module: { api_name: "Contacts" },
					criteria: { field: { api_name: "Last_Name" }, comparator: "equal", value: "a" },
				},
			},
		],
		["a filter", criteria],
		[
			"a job's details",
			{
				data: [
					{
						id: "1",
						operation: "read",
						state: "ADDED",
						query: { module: "Contacts", page: 1, criteria },
						file_type: "csv",
					},
				],
			},
		],
	])("takes %s", (_, json) => {
		const imported = importText(JSON.stringify(json), "Contacts");
		expect(imported).toMatchObject({ query: expect.stringContaining('where("Last_Name").equal("a")') });
	});

	test("takes fields of a module, where it is told of which", () => {
		const fields = JSON.stringify({ fields: [{ api_name: "Name", data_type: "text" }] });
		expect(importText(fields, "Projects")).toMatchObject({ modules: expect.stringContaining("Projects") });
		expect(() => importText(fields, "")).toThrow("Say below which module");
	});

	test.each([
		["", "nothing here yet"],
		["not json", 'it begins with "not json"'],
		['{ "query": {', "ends before its last bracket"],
		['{\n  "query": oops }', "line 2, column 12"],
		["[]", "not an object"],
		['{ "query" 1 }', 'column 11 on: "1 }"'],
		['{ "a": 1 }', "neither a request"],
		['{ "query": { "module": "Contacts", "filter": 1 } }', "not known here"],
	])("says what is wrong in words: %j", (text, words) => {
		expect(() => importText(text, "Contacts")).toThrow(words);
	});
});
