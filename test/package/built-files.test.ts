import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
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
		expect(builtFilesOf(file).length).toBeLessThanOrEqual(12);
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
	test.each([
		["the builder", "bulkRead, defineModule, text, and, or", 11_200],
		["the builder and the client", "bulkRead, createClient, accessToken", 55_500],
	])("%s", async (_what, names, most) => {
		const { outputFiles } = await build({
			stdin: { contents: `export { ${names} } from "zoho-bulk-read";`, resolveDir: root },
			bundle: true,
			minify: true,
			format: "esm",
			platform: "browser",
			write: false,
		});
		expect(gzipSync(outputFiles[0]?.contents ?? "").length).toBeLessThan(most);
	});
});
