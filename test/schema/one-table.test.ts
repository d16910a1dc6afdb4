import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

// Somebody who adds a row to a table should not have to search for the other places to change: the compiler names them. Each
// case adds one row to a copy of the sources, and lists the files that no longer compile.

const root = fileURLToPath(new URL("../../", import.meta.url));
let copy = "";

beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), "zoho-bulk-read-table-"));
	for (const folder of ["src", "test/render"]) cpSync(join(root, folder), join(copy, folder), { recursive: true });
	symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
	writeFileSync(join(copy, "package.json"), JSON.stringify({ type: "module" }));
	const compilerOptions = {
		target: "ES2022",
		lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
		module: "NodeNext",
		types: ["node"],
		strict: true,
		noUncheckedIndexedAccess: true,
		exactOptionalPropertyTypes: true,
		noEmit: true,
		skipLibCheck: true,
		paths: {
			"zoho-bulk-read": ["./src/index.ts"],
			"zoho-bulk-read/*": ["./src/*/index.ts"],
			...sourcesOfImports(),
		},
	};
	const include = ["src", "test/render/interpreters.ts"];
	const project = { compilerOptions, include, exclude: ["src/cli", "src/sync", "src/bundle.ts"] };
	writeFileSync(join(copy, "project.json"), JSON.stringify(project));
});

afterAll(() => rmSync(copy, { recursive: true }));

/** What `#names` lead to, as `package.json` says for what is built. */
function sourcesOfImports(): Record<string, string[]> {
	const { imports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
		imports: Record<string, { node: string }>;
	};
	return Object.fromEntries(
		Object.entries(imports).map(([name, { node }]) => [name, [node.replace("./dist/", "./src/").replace(/js$/, "ts")]]),
	);
}

/** The files that do not compile where texts of one file are replaced, each once. */
function complaints(file: string, ...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
	const path = join(copy, file);
	const before = readFileSync(path, "utf8");
	let after = before;
	for (const [from, to] of changes) {
		expect(after).toContain(from);
		after = after.replace(from, to);
	}
	writeFileSync(path, after);
	try {
		const compiler = join(root, "node_modules/typescript7/bin/tsc");
		const { stdout } = spawnSync(process.execPath, [compiler, "-p", "project.json", "--pretty", "false"], {
			cwd: copy,
			encoding: "utf8",
		});
		return [...new Set([...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, name = ""]) => name))].sort();
	} finally {
		writeFileSync(path, before);
	}
}

test("nothing is wrong with the copy", () => {
	expect(complaints("src/schema/comparators.ts")).toEqual([]);
});

const table = "src/schema/comparators.ts";
const notLike = ['"starts_with", "ends_with"]', '"starts_with", "ends_with", "not_like"]'] as const;

const comparisons = "src/schema/comparisons.ts";

test("a comparator: its record, how it decides, and then the builder's method", () => {
	expect(complaints(table, notLike)).toEqual(["src/criteria/build/comparator-types.ts", table, comparisons]);
	const arity = ['between: "pair"', 'not_like: "one",\n\tbetween: "pair"'] as const;
	const record = `not_like: { takesEmpty: true, opposite: undefined, label: "is not like" },
	between: {`;
	expect(complaints(table, notLike, arity, ["between: {", record])).toEqual([
		"src/criteria/build/comparator-types.ts",
		comparisons,
	]);
});

test("a data type: its kind of values, its type of cell, its methods, and what others call it", () => {
	expect(complaints(table, ['"percent"]', '"percent", "duration"]'])).toEqual([
		"src/criteria/build/where.ts",
		"src/generate/field-type.ts",
		"src/job/row.ts",
		"src/sandbox/org/field-metadata.ts",
		"src/schema/value-kinds.ts",
		"src/schema/zoho-data-types.ts",
	]);
});

test("a kind of values: every place that treats values apart", () => {
	expect(complaints("src/schema/value-kinds.ts", ['| "id";', '| "id"\n\t| "span";'])).toEqual([
		"src/criteria/build/write-value.ts",
		"src/criteria/evaluate/shortcut.ts",
		"src/criteria/evaluate/value-comparison.ts",
		"src/criteria/read/value-schema.ts",
		"src/result/rows/cell-kind.ts",
		"src/result/rows/convert-cell.ts",
		"src/sandbox/org/field-metadata.ts",
		"src/schema/input-kinds.ts",
	]);
});

test("a data centre: nothing but its line", () => {
	const line = 'us: { accounts: "https://accounts.zoho.com"';
	const added = `xx: { accounts: "https://accounts.example.com", domain: "api.example.com", certainty: "reported" },\n\t${line}`;
	expect(complaints("src/facts/data-centers.ts", [line, added])).toEqual([]);
});

test("a language: its program, and what runs it in the tests", () => {
	expect(complaints("src/render/render.ts", ['| "go";', '| "go"\n\t| "swift";'])).toEqual([
		"src/render/render.ts",
		"test/render/interpreters.ts",
	]);
});
