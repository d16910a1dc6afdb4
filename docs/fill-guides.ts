import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeComparatorSection } from "./comparator-section.js";
import { readExample, readWrongExample } from "./example.js";
import { writeGeneratedTable } from "./generated-table.js";
import { readGuides } from "./menu.js";

/** What a fence shows. "wrong" is an example that the compiler refuses; "terminal", a recorded session. */
export type Kind = "example" | "wrong" | "recipe" | "terminal";

/** Reads what a fence shows from its tested or recorded file. */
export function codeOf(kind: Kind, name: string): string {
	const read: Readonly<Record<Kind, () => string>> = {
		example: () => readExample(name).source,
		wrong: () => readWrongExample(name).source,
		recipe: () => readFileSync(new URL(`recipes/${name}.${languageOf("recipe", name)}`, import.meta.url), "utf8"),
		terminal: () => readFileSync(new URL(`terminal/${name}.txt`, import.meta.url), "utf8"),
	};
	return read[kind]().replace("// ---cut---\n", "").trimEnd();
}

/** The language of a fence. A recipe is only JavaScript if the library that it shows has no types. */
export function languageOf(kind: Kind, name: string): "ts" | "js" | "text" {
	if (kind === "terminal") return "text";
	return kind === "recipe" && existsSync(new URL(`recipes/${name}.js`, import.meta.url)) ? "js" : "ts";
}

/**
 * Fills the marked places of a guide with the code of tested files, and with tables made from the library's data. This
 * replaces what they contained, so that the Markdown, read without the site, is up to date too.
 */
export function fillGuide(text: string): string {
	return text
		.replace(
			/^```(?:(example|wrong|recipe|terminal)\n([\w-]+)|(?:ts|js|text) (example|wrong|recipe|terminal) ([\w-]+)\n[\s\S]*?)\n```$/gm,
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
	return `\`\`\`${languageOf(kind, name)} ${kind} ${name}\n${codeOf(kind, name)}\n\`\`\``;
}

function writeGenerated(kind: string, name: string): string {
	const content = kind === "table" ? writeGeneratedTable(name) : writeComparatorSection(name);
	return `<!-- ${kind} ${name} -->\n\n${content}\n\n<!-- /${kind} -->`;
}

export function filledFiles(): readonly string[] {
	return [fileURLToPath(new URL("../README.md", import.meta.url)), ...readGuides().map(({ path }) => path)];
}

/** Updates every file that is out of date, and returns their paths. */
export function fillGuides(): readonly string[] {
	return filledFiles().filter((path) => {
		const text = readFileSync(path, "utf8");
		const filled = fillGuide(text);
		if (filled !== text) writeFileSync(path, filled);
		return filled !== text;
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const path of fillGuides()) console.log(path);
