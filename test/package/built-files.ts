import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The built files that Node reads to import one of them, starting with itself. Files that load on demand do not count. */
export function builtFilesOf(entry: string): readonly string[] {
	const read = new Set([entry]);
	// A set gives what is added while it is walked.
	for (const file of read) {
		const text = readFileSync(file, "utf8");
		for (const [, from = ""] of text.matchAll(
			/(?:^|[;}])\s*(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*"(\.[^"]+)"/gm,
		)) {
			read.add(join(dirname(file), from));
		}
	}
	return [...read];
}
