import { readFileSync } from "node:fs";
import type MarkdownIt from "markdown-it";
import { toCurl } from "../src/render/index.js";
import { toJson } from "../src/render/request/to-json.js";
import { writeComparatorSection } from "./comparator-section.js";
import { type Example, readExample, readWrongExample } from "./example.js";
import { writeGeneratedTable } from "./generated-table.js";
import type { Highlight } from "./highlight.js";

/** Writes what stands between fences as HTML. */
type WriteFence = (content: string) => string;

/**
 * Teaches a Markdown parser the fences of the guides: `example` and `wrong` name a file in `docs/examples`, `recipe` one in
 * `docs/recipes`, `comparator` one of the table, `table` a table that is made from the library's data, and `ts` is checked by the compiler.
 *
 * @param report - is told of what does not hold: an example that is not there, or does not compile.
 */
export function teachFences(parser: MarkdownIt, highlight: Highlight, report: (mistake: string) => void): void {
	const fences: Readonly<Record<string, WriteFence>> = {
		example: (name) => writeExample(name, highlight),
		wrong: (name) => `<div class="refused">${highlight.refused(readWrongExample(name).source)}</div>`,
		refused: (code) => `<div class="refused">${highlight.refused(code)}</div>`,
		comparator: (name) => parser.render(writeComparatorSection(name)),
		recipe: (name) => highlight.checked(readRecipe(name)),
		table: (name) =>
			`<div class="table" tabindex="0" role="region" aria-label="${name}">${parser.render(writeGeneratedTable(name))}</div>`,
		ts: (code) => highlight.checked(code),
	};
	parser.renderer.rules.fence = (tokens, index) => {
		const { info = "", content = "" } = tokens[index] ?? {};
		const language = info.trim();
		try {
			return fences[language]?.(content.trim()) ?? highlight.plain(content, language);
		} catch (error) {
			report(`${language}: ${content}\n${error instanceof Error ? error.message : String(error)}`);
			return "";
		}
	};
}

/** The source of a recipe. */
export function readRecipe(name: string): string {
	return readFileSync(new URL(`recipes/${name}.ts`, import.meta.url), "utf8");
}

interface Tab {
	readonly title: string;
	readonly html: string;
}

/** Writes an example as tabs: TypeScript, and what becomes of it. */
function writeExample(name: string, highlight: Highlight): string {
	const example = readExample(name);
	const source = { title: "TypeScript", html: highlight.checked(example.source) };
	return writeTabs(name, [source, ...recordedTabs(example, highlight)]);
}

function recordedTabs({ request, english, svg, output }: Example, highlight: Highlight): readonly Tab[] {
	const tabs: Tab[] = [];
	if (output !== undefined) tabs.push({ title: "Output", html: highlight.plain(output, "text") });
	if (request !== undefined) tabs.push({ title: "JSON", html: highlight.plain(toJson(request), "json") });
	if (english !== undefined) tabs.push({ title: "English", html: `<p>${escapeHtml(english)}</p>${svg ?? ""}` });
	if (request !== undefined) tabs.push({ title: "curl", html: highlight.plain(toCurl(request), "sh") });
	return tabs;
}

/** Radio buttons and no script: they take the arrow keys, are read out, and work where scripts do not. */
function writeTabs(name: string, tabs: readonly Tab[]): string {
	const buttons = tabs.map(({ title }, index) => {
		const id = `${name}-${index}`;
		const checked = index === 0 ? " checked" : "";
		return `<input type="radio" name="${name}" id="${id}"${checked}><label for="${id}">${title}</label>`;
	});
	const panels = tabs.map(({ html }) => `<div class="panel">${html}</div>`);
	return `<fieldset class="example"><legend>Shown as</legend>${buttons.join("")}${panels.join("")}</fieldset>`;
}

function escapeHtml(text: string): string {
	return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
