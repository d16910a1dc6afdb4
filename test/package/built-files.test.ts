import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build as esbuild } from "esbuild";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import description from "../../package.json" with { type: "json" };
import { ensureBuilt, root } from "../cli/build.js";
import { builtFilesOf } from "./built-files.js";

beforeAll(ensureBuilt, 120_000);

const entries = Object.entries(description.exports).flatMap(([name, entry]) =>
	typeof entry === "string" ? [] : [[name, join(root, entry.default)] as const],
);

describe("what is read when an entry point is imported", () => {
	test.each(entries)("%s: few files, for each costs a program's start", (_name, file) => {
		expect(builtFilesOf(file).length).toBeLessThanOrEqual(10);
	});

	/** What works on files and databases is for Node, Bun and Deno alone. */
	const forNode = ["./files", "./sync/duckdb", "./sync/postgres"];

	test.each(entries.filter(([name]) => !forNode.includes(name)))(
		"%s: nothing of Node, which browsers lack, unless a condition chose it",
		(name, file) => {
			const imports = builtFilesOf(file).flatMap((path) =>
				[...readFileSync(path, "utf8").matchAll(/^(?:import|export)\b[^;]*?"([^"]+)";/gms)].map(([, from]) => from),
			);
			expect(imports.length, name).toBeGreaterThan(0);
			expect(imports.filter((from) => from?.startsWith("node:"))).toEqual([]);
		},
	);
});

test("every map leads to sources that are published", () => {
	const maps = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" }).filter((file) =>
		file.endsWith(".js.map"),
	);
	expect(maps.length).toBeGreaterThan(10);
	for (const map of maps) {
		const path = join(root, "dist", map);
		const { sources, sourcesContent } = JSON.parse(readFileSync(path, "utf8"));
		expect(sourcesContent ?? [], map).not.toContainEqual(expect.any(String));
		for (const source of sources) {
			const file = join(dirname(path), source);
			expect(file.startsWith(join(root, "src/")) && existsSync(file), `${map} leads to ${source}`).toBe(true);
		}
	}
});

describe("what a web page takes of the library, minified and compressed", () => {
	/**
	 * Of the builder's 28 KB before compression, values have 6.7 (their forms, days, Temporal, what is wrong with each), jobs 6.2, fields and
	 * modules 4.6, conditions and groups 4.6, the table and paths 3.0, what consoles show 1.5, and checks and suggestions 2.2. The sentences
	 * of errors are 2.0 of 10.3 KB compressed, and without any text, not even a name, the code is 6.8: 7.4 would be a builder that
	 * says nothing. What has no place here is kept out by what bundlers understand: a table that is made by a call is marked as pure, since a
	 * property that is read, `2 ** 31` or a list that is taken apart may have effects for all that they know.
	 */
	test.each([
		["the builder", "bulkRead, defineModule, text, and, or", 10_400],
		["the builder and the client, with all that they load on demand", "bulkRead, createClient, accessToken", 56_200],
	])("%s, in one file", async (_what, names, most) => {
		const { outputFiles } = await esbuild({
			stdin: { contents: programOf(names), resolveDir: root },
			bundle: true,
			minify: true,
			format: "esm",
			platform: "browser",
			write: false,
		});
		expect(gzipSync(outputFiles[0]?.contents ?? "").length).toBeLessThan(most);
	});

	/**
	 * What is there before the first request: a job is built and submitted with it. Not counted is what a page loads
	 * later: what waits, downloads, exports and reads rows, when it is first asked for; how windows are cut; the words of
	 * errors. Of what is counted the builder has 10 KB, ky 5, and the client's own 10.
	 */
	test.each([
		["accessToken", 26_000],
		["refreshToken", 28_150],
	])(
		"the builder and the client with %s, when the page starts, where the bundler makes files of what is loaded on demand",
		async (auth, most) => {
			const entry = join(root, "page.js");
			const bundle = await rolldown({
				cwd: root,
				input: entry,
				platform: "browser",
				tsconfig: false,
				plugins: [
					{
						name: "the page's program",
						resolveId: (id) => (id === entry ? id : undefined),
						load: (id) => (id === entry ? programOf(`bulkRead, createClient, ${auth}`) : undefined),
					},
				],
			});
			const { output } = await bundle.generate({ format: "esm", minify: true });
			const files = output.flatMap((file) => (file.type === "chunk" ? [file] : []));
			const sizeOf = (names: Iterable<string>): number =>
				files
					.filter(({ fileName }) => new Set(names).has(fileName))
					.reduce((size, { code }) => size + gzipSync(code).length, 0);
			const atStart = new Set(files.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
			for (const name of atStart) {
				for (const imported of files.find(({ fileName }) => fileName === name)?.imports ?? []) atStart.add(imported);
			}
			expect(sizeOf(atStart)).toBeLessThan(most);
			const later = files.map(({ fileName }) => fileName).filter((name) => !atStart.has(name));
			expect(sizeOf(later), "the rest is loaded on demand").toBeGreaterThan(20_000);
		},
	);

	const programOf = (names: string): string => `export { ${names} } from "zoho-bulk-read";`;
});
