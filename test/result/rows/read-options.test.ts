import { describe, expect, test } from "vitest";
import { InvalidOptionError } from "../../../src/checks/invalid-option-error.js";
import type { ReadRowsOptions } from "../../../src/result/rows/read-options.js";
import { readRows } from "../../../src/result/rows/read-rows.js";
import { isRows } from "../../../src/result/rows/rows.js";
import { toCsv } from "../../../src/result/rows/to-csv.js";
import { toNdjson } from "../../../src/result/rows/to-ndjson.js";
import { rowsOf, Things } from "../rows-of.js";

const stream = (): ReadableStream<Uint8Array> => new Blob(["x"]).stream();

function refusalOf(use: () => unknown): InvalidOptionError {
	try {
		use();
	} catch (error) {
		expect(error).toBeInstanceOf(InvalidOptionError);
		return error as InvalidOptionError;
	}
	throw new Error("It was not refused.");
}

const words = {
	invalidCells: ["error", "text"],
	longNumbers: ["error", "text"],
	unknownColumns: ["text", "error"],
	missingColumns: ["error", "null"],
	quotes: ["strict", "lenient"],
} as const;

describe("each option of reading takes what it says", () => {
	test.each<[keyof ReadRowsOptions, readonly unknown[], readonly unknown[]]>([
		...Object.entries(words).map(([name, right]): [keyof ReadRowsOptions, readonly unknown[], readonly unknown[]] => [
			name as keyof typeof words,
			right,
			["", "Text", true, null],
		]),
		["multiSelectDelimiter", [",", "; "], ["", 5, null]],
		["copyText", [true, false], ["true", 1, null]],
		["maxCellBytes", [1, 1e9, Number.POSITIVE_INFINITY], [0, -1, Number.NaN, "5", null]],
		["maxRowBytes", [1, 1e9, Number.POSITIVE_INFINITY], [0, -1, Number.NaN, "5", null]],
		["maxInflatedBytes", [1, 1e9, Number.POSITIVE_INFINITY], [0, -1, Number.NaN, "5", null]],
		["count", [0, 1, 200_000], [-1, 0.5, Number.NaN, "5", null]],
		["onProgress", [() => {}], ["", {}, null]],
	])("%s", (name, right, wrong) => {
		const read = (value: unknown): unknown =>
			readRows(stream(), { module: Things }, { [name]: value } as ReadRowsOptions);
		for (const value of right) expect(() => read(value)).not.toThrow();
		expect(() => read(undefined)).not.toThrow();
		for (const value of wrong) expect(refusalOf(() => read(value)).option).toBe(name);
	});

	test.each(Object.entries(words))("%s is told with its words", (name, [one, other]) => {
		const { message } = refusalOf(() => readRows(stream(), { module: Things }, { [name]: "x" } as ReadRowsOptions));
		expect(message).toBe(`${name}: "x" is not one of "${one}", "${other}".`);
	});
});

test.each<[string, unknown]>([
	["nothing", undefined],
	["null", null],
	["a text", "Contacts"],
	["no module", {}],
	["null for a module", { module: null }],
	["a module by its name", { module: "Contacts" }],
	["a module without fields", { module: {} }],
	["a module with fields of another kind", { module: { fields: {} } }],
])("columns cannot be %s", (_, columns) => {
	const error = refusalOf(() => readRows(stream(), columns as never));
	expect(error.option).toBe("columns");
	expect(error.message).toMatch(
		/^columns: .+ has no module\. Give the job that the file is the result of, or \{ module, selection \}\.$/,
	);
});

test("a module needs nothing but its fields", () => {
	expect(() => readRows(stream(), { module: { fields: new Map() } } as never)).not.toThrow();
});

test("what is read must be a stream", () => {
	for (const wrong of [null, undefined, "x", {}, { getReader: true }, () => {}, new Uint8Array()]) {
		const error = refusalOf(() => readRows(wrong as never, { module: Things }));
		expect(error.option).toBe("zip");
		expect(error.message).toMatch(
			/ is not a ReadableStream of bytes\. Give what download\(\) returns, the body of a Response, or the stream\(\) of a file's blob\.$/,
		);
	}
});

describe("what is written must be rows", () => {
	test.each<[unknown, string, RegExp]>([
		[[{ a: 1 }, null], "rows[1]", /null is not a row\.$/],
		[[[1]], "rows[0]", / is not a row\.$/],
		[[{}, {}, 5, "x"], "rows[2]", /5 is not a row\.$/],
		[["x"], "rows[0]", /"x" is not a row\.$/],
		[null, "rows", /null is not rows\. Give what rows\(\.\.\.\) returns, or a list of rows\.$/],
		[undefined, "rows", /undefined is not rows\./],
		["x", "rows", /"x" is not rows\./],
		[{}, "rows", / is not rows\./],
		[5, "rows", /5 is not rows\./],
	])("%j", (given, option, message) => {
		for (const write of [isRows, toCsv, toNdjson] as readonly ((given: never) => unknown)[]) {
			const error = refusalOf(() => write(given as never));
			expect(error.option).toBe(option);
			expect(error.message).toMatch(message);
		}
	});

	test("rows that are still to be read, or a list", () => {
		expect(isRows(readRows(stream(), { module: Things }))).toBe(true);
		expect(isRows([])).toBe(false);
		expect(isRows([{}, { a: 1 }])).toBe(false);
	});
});

test("each option of writing takes what it says", () => {
	const wrong: readonly (readonly [string, readonly unknown[]])[] = [
		["columns", ["Id", {}, null]],
		["header", ["yes", 1, null]],
		["multiSelectDelimiter", ["", 5, null]],
		["bom", ["yes", 1, null]],
		["safeForSpreadsheets", ["yes", 1, null]],
		["delimiter", ["", "ab", null]],
		["quote", ["never", null]],
		["lineEnding", ["cr", null]],
		["delimeter", [";"]],
	];
	for (const [name, values] of wrong) {
		for (const value of values) expect(refusalOf(() => toCsv([], { [name]: value })).option).toBe(name);
	}
	for (const options of [{}, { columns: [] }, { header: false }, { bom: true }, { safeForSpreadsheets: true }]) {
		expect(() => toCsv([], options)).not.toThrow();
	}
});

test("with as many rows as Zoho counted there is no error, with others there is", async () => {
	expect(await rowsOf("Id\n1\n2\n", { count: 2 })).toHaveLength(2);
	expect(await rowsOf("Id\n", { count: 0 })).toHaveLength(0);
	await expect(rowsOf("Id\n1\n2\n", { count: 3 })).rejects.toThrow("it has 2 rows, but Zoho counted 3");
	await expect(rowsOf("Id\n1\n2\n", { count: 0 })).rejects.toThrow("it has 2 rows, but Zoho counted 0");
});
