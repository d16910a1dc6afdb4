import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { GeneratedFile } from "../../src/generate/write-files.js";

const biome = join(dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")), "bin/biome");

/** The changes that a formatter would make, with tabs and 120 columns; none if the files are formatted. */
export function formatterFindings(files: readonly GeneratedFile[]): string {
	const directory = mkdtempSync(join(tmpdir(), "generated-"));
	try {
		const settings = { formatter: { indentStyle: "tab", lineWidth: 120 } };
		writeFileSync(join(directory, "biome.json"), JSON.stringify(settings));
		for (const { path, text } of files) writeFileSync(join(directory, path), text);
		const paths = files.map(({ path }) => path);
		const { status, stderr } = spawnSync(process.execPath, [biome, "format", ...paths], {
			cwd: directory,
			encoding: "utf8",
		});
		return status === 0 ? "" : stderr;
	} finally {
		rmSync(directory, { recursive: true });
	}
}
