import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeComparatorSection } from "./comparator-section.js";
import { readExample, readWrongExample } from "./example.js";
import { writeGeneratedTable } from "./generated-table.js";
import { readGuides } from "./menu.js";

/** What a fence shows: an example that works, one that the compiler refuses, or a recipe. */
export type Kind = "example" | "wrong" | "recipe";

/** The code that a fence shows, as the tested file has it. */
export function codeOf(kind: Kind, name: string): string {
	const read: Readonly<Record<Kind, () => string>> = {
		example: () => readExample(name).source,
		wrong: () => readWrongExample(name).source,
		recipe: () => readFileSync(new URL(`recipes/${name}.ts`, import.meta.url), "utf8"),
	};
	return read[kind]().replace("// ---cut---\n", "").trimEnd();
}

/**
 * Puts the code of tested files, and tables made from the library's data, where a guide names them, so that they stand in the
 * Markdown too. What stood there before is replaced.
 */
export function fillGuide(text: string): string {
	return text
		.replace(
			/^```(?:(example|wrong|recipe)\n([\w-]+)|ts (example|wrong|recipe) ([\w-]+)\n[\s\S]*?)\n```$/gm,
			(_, kind: Kind | undefined, name: string, filledKind: Kind, filledName: string) =>
				writeFence(kind ?? filledKind, name ?? filledName),
		)
		.replace(
			/^```(table|comparator)\n(\w+)\n```$|^<!-- (table|comparator) (\w+) -->$[\s\S]*?^<!-- \/\3 -->$/gm,
			(_, kind: string | undefined, name: string, filledKind: string, filledName: string) =>
				writeGenerated(kind ?? filledKind, name ?? filledName),
		);
}

function writeFence(kind: Kind, name: string): string {
	return `\`\`\`ts ${kind} ${name}\n${codeOf(kind, name)}\n\`\`\``;
}

function writeGenerated(kind: string, name: string): string {
	const content = kind === "table" ? writeGeneratedTable(name) : writeComparatorSection(name);
	return `<!-- ${kind} ${name} -->\n\n${content}\n\n<!-- /${kind} -->`;
}

/** Fills every guide that is not as it should be, and gives their files. */
export function fillGuides(): readonly string[] {
	return readGuides()
		.map(({ path }) => path)
		.filter((path) => {
			const text = readFileSync(path, "utf8");
			const filled = fillGuide(text);
			if (filled !== text) writeFileSync(path, filled);
			return filled !== text;
		});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const path of fillGuides()) console.log(path);
