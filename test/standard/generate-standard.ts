import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { generateModules } from "../../src/generate/generate.js";
import { parseMetadata } from "../../src/generate/metadata/metadata.js";
import type { GeneratedFile } from "../../src/generate/write-files.js";

/** The folder of the standard modules. */
export const standardDirectory: URL = new URL("../../src/standard/", import.meta.url);

const metadataDirectory = new URL("metadata/", standardDirectory);

/** Generates the standard modules from the metadata that is committed beside them. */
export function generateStandard(): readonly GeneratedFile[] {
	const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, metadataDirectory), "utf8"));
	const names = readdirSync(metadataDirectory)
		.filter((file) => file !== "modules.json")
		.map((file) => file.replace(/\.json$/, ""));
	const fields = Object.fromEntries(names.map((name) => [name, read(`${name}.json`)]));
	return generateModules(parseMetadata({ modules: read("modules.json"), fields }), {
		from: "../criteria/build/descriptors.js",
		header: "Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.",
	}).files;
}

/** The generated files that stand in the directory of the standard modules. */
export function committedFiles(): readonly GeneratedFile[] {
	return readdirSync(standardDirectory)
		.filter((path) => path.endsWith(".ts"))
		.map((path) => ({ path, text: readFileSync(new URL(path, standardDirectory), "utf8") }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	for (const { path } of committedFiles()) rmSync(new URL(path, standardDirectory));
	for (const { path, text } of generateStandard()) writeFileSync(new URL(path, standardDirectory), text);
}
