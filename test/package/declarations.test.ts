import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as library from "zoho-bulk-read";
import * as render from "zoho-bulk-read/render";
import * as sandbox from "zoho-bulk-read/sandbox";
import description from "../../package.json" with { type: "json" };
import { ensureBuilt, root } from "../cli/build.js";
import { emptyFolder } from "../cli/command.js";

const execute = promisify(execFile);
const source = new URL("../types/declarations/one-of-each.ts", import.meta.url);

/** A project with the library installed as if from a registry: only its build, in its own folder. */
let project: string;

beforeAll(async () => {
	await ensureBuilt();
	project = await emptyFolder();
	const installed = join(project, "node_modules", description.name);
	await mkdir(installed, { recursive: true });
	await cp(join(root, "package.json"), join(installed, "package.json"));
	await cp(join(root, "dist"), join(installed, "dist"), { recursive: true });
	for (const name of [...Object.keys(description.dependencies), "@types", "undici-types"]) {
		const to = join(project, "node_modules", name);
		await mkdir(join(to, ".."), { recursive: true });
		await symlink(join(root, "node_modules", name), to);
	}
	await cp(source, join(project, "src/one-of-each.ts"));
	await writeFile(join(project, "package.json"), '{ "name": "a-library", "private": true, "type": "module" }');
}, 300_000);

afterAll(() => rm(project, { recursive: true }));

/** Writes a configuration and has a compiler follow it. */
async function compile(compiler: string, name: string, options: object, files: readonly string[]): Promise<string> {
	const compilerOptions = {
		target: "ES2022",
		lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
		module: "NodeNext",
		strict: true,
		types: ["node"],
		...options,
	};
	const file = join(project, `tsconfig.${name}.json`);
	await writeFile(file, JSON.stringify({ compilerOptions, files }));
	const tsc = join(root, "node_modules", compiler, "bin/tsc");
	return execute(process.execPath, [tsc, "-p", file], { cwd: project }).then(
		({ stdout }) => stdout,
		(error: { readonly stdout: string }) => error.stdout,
	);
}

/** The words before the colon of an import type, and the sources of import declarations. */
const imported = /(?:import\(|from )"([^"]+)"/g;

describe.each([
	["5.4", "typescript54"],
	["5.9", "typescript59"],
	["6", "typescript"],
	["7", "typescript7"],
])("a library that exports one of each, with TypeScript %s", (_, compiler) => {
	test("has declarations, which name nothing but what is exported", async () => {
		const out = `out-${compiler}`;
		const write = { declaration: true, emitDeclarationOnly: true, outDir: out, rootDir: "src", skipLibCheck: true };
		expect(await compile(compiler, compiler, write, ["src/one-of-each.ts"])).toBe("");
		const written = await readFile(join(project, out, "one-of-each.d.ts"), "utf8");
		const entries = Object.keys(description.exports).map((entry) => description.name + entry.slice(1));
		const names = [...written.matchAll(imported)].map(([, name]) => name);
		expect(names.filter((name) => !entries.includes(name ?? ""))).toEqual([]);
		expect(written).not.toMatch(/: any\b/);
	});

	test("is used by its declarations alone", async () => {
		const out = `out-${compiler}`;
		const use = `
import { aMoment, contacts, Offers, rows } from "./one-of-each.js";
for await (const row of rows) contacts.push(row);
aMoment.between("2026-01-01T00:00:00Z", "2026-06-30T00:00:00Z");
Offers.where("Contact.Last_Name").startsWith("A");
// @ts-expect-error not a month
aMoment.equal("2026-13-01T00:00:00Z");
// @ts-expect-error not a field
Offers.where("Titel");
`;
		await writeFile(join(project, out, "use.ts"), use);
		expect(await readdir(join(project, out))).toContain("one-of-each.d.ts");
		const options = { noEmit: true, skipLibCheck: true };
		expect(await compile(compiler, `${compiler}-use`, options, [`${out}/use.ts`])).toBe("");
	});
});

test.each([
	["lib", library],
	["renders", render],
	["sandboxes", sandbox],
])("every function and table of %s is among them", async (name, entry) => {
	const text = await readFile(source, "utf8");
	const isError = (value: unknown): boolean => typeof value === "function" && value.prototype instanceof Error;
	const values = Object.entries(entry).filter(([, value]) => !isError(value));
	const forgotten = values.filter(([value]) => !text.includes(`${name}.${value}`)).map(([value]) => value);
	expect(forgotten).toEqual([]);
});
