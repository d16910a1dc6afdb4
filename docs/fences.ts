import type MarkdownIt from "markdown-it";
import { limits } from "../src/facts/limits.js";
import { toCurl } from "../src/render/index.js";
import { toJson } from "../src/render/request/to-json.js";
import { type Example, readExample } from "./example.js";
import { codeOf, languageOf } from "./fill-guides.js";
import type { Highlight } from "./highlight.js";
import type { Block, Opener, Opening } from "./playground/open-queries.js";
import { writeShareHash } from "./playground/share-link.js";
import type { SnippetCompiler } from "./snippet-compiler.js";

/** Turns the content of a fence into HTML. */
type WriteFence = (content: string, more?: string) => string;

export interface Writers {
	readonly highlight: Highlight;
	readonly compiler: SnippetCompiler;
	readonly opener: Opener;
}

/**
 * Teaches a Markdown parser the fences of the guides:
 *
 * - `ts example NAME` and `ts wrong NAME` show a file in `docs/examples`, `ts recipe NAME` one in `docs/recipes`.
 * - `text terminal NAME` shows a session in `docs/terminal`; with a number, only its first commands.
 * - `ts` must compile, and `refused` must not.
 * - Only the front page has `ts front NAME`, `ts compare EXAMPLE RECIPE`, `ways` and `numbers`.
 *
 * @param report - is called with each mistake: an example that is missing, or does not compile.
 */
export function teachFences(parser: MarkdownIt, writers: Writers, report: (mistake: string) => void): void {
	const { highlight } = writers;
	const fences: Readonly<Record<string, WriteFence>> = {
		example: (name) => writeExample(name, writers),
		wrong: (name) => writeRefused(codeOf("wrong", name), writers),
		recipe: (name) =>
			languageOf("recipe", name) === "js" ? writeLong(name, highlight) : writeChecked(codeOf("recipe", name), writers),
		compare: (name, other = "") => writeComparison(name, other, writers),
		front: (name) => writeFront(name, writers),
		terminal: (name, most) => writeSession(firstCommands(codeOf("terminal", name), Number(most)), highlight),
	};
	const languages: Readonly<Record<string, WriteFence>> = {
		refused: (code) => writeRefused(code, writers),
		ts: (code) => writeChecked(code, writers),
		numbers: writeNumbers,
		ways: () =>
			'<p class="front-ways"><a href="playground.html">Open the playground</a><a href="documents/First_export.html">First export</a></p>',
	};
	let tables = 0;
	parser.renderer.rules.table_open = () =>
		`<div class="table" tabindex="0" role="region" aria-label="Table ${++tables}"><table>`;
	parser.renderer.rules.table_close = () => "</table></div>";
	parser.renderer.rules.fence = (tokens, index) => {
		const { info = "", content = "" } = tokens[index] ?? {};
		const [language = "", kind = "", name = "", more] = info.trim().split(" ");
		try {
			return fences[kind]?.(name, more) ?? languages[language]?.(content.trim()) ?? highlight.plain(content, language);
		} catch (error) {
			report(`${language}: ${content}\n${error instanceof Error ? error.message : String(error)}`);
			return "";
		}
	};
}

/** The code blocks of a text, with their imports. */
export function blocksOf(markdown: string, compiler: SnippetCompiler): readonly Block[] {
	return [...markdown.matchAll(/^```(ts.*|refused)\n([\s\S]*?)^```$/gm)].flatMap(
		([, info = "", content = ""]): Block[] => {
			const [, kind = "", name = ""] = info.trim().split(" ");
			const refused = {
				code: kind === "front" || kind === "wrong" ? codeOf("wrong", name) : content.trim(),
				isRefused: true,
			};
			if (kind === "wrong" || info === "refused") return [refused];
			const code =
				kind === "compare"
					? codeOf("example", name)
					: kind === "example" || kind === "recipe"
						? codeOf(kind, name)
						: content.trim();
			const isRecorded = kind === "example" || kind === "front" || kind === "compare";
			const { request, source } = isRecorded ? readExample(name) : { request: undefined, source: "" };
			return kind === "front"
				? [refused, { code: queryOf(source), request }]
				: [{ code: compiler.addImports(code), request }];
		},
	);
}

interface Tab {
	readonly title: string;
	readonly html: string;
}

/** Shows an example as tabs: its TypeScript, and its results. */
function writeExample(name: string, writers: Writers): string {
	const source = { title: "TypeScript", html: writeChecked(codeOf("example", name), writers) };
	return writeTabs(name, [source, ...recordedTabs(readExample(name), writers.highlight)]);
}

/** Code that compiles, with a link to the playground. */
function writeChecked(code: string, { highlight, compiler, opener }: Writers): string {
	return highlight.checked(code) + writeOpening(opener.open(compiler.addImports(code)));
}

/** Code that does not compile, with a link to the playground. */
function writeRefused(code: string, { highlight, opener }: Writers): string {
	return `<div class="refused">${highlight.refused(code)}</div>${writeOpening(opener.open(code))}`;
}

const openingWords: Readonly<Record<Opening["kind"], string>> = {
	whole: "Open in the playground",
	query: "Open its query in the playground",
	mistake: "Fix it in the playground",
};

function writeOpening(opening: Opening | undefined): string {
	if (opening === undefined) return "";
	const address = `../playground.html${writeShareHash(opening.text)}`;
	return `<a class="to-playground" href="${address}">${openingWords[opening.kind]}</a>`;
}

/** Shows a query with a mistake and the compiler's message below it, beside the corrected query and its results. */
function writeFront(name: string, writers: Writers): string {
	const example = readExample(name);
	return writeTabs(name, [
		{ title: "With a mistake", html: writeRefused(codeOf("wrong", name), writers) },
		{ title: "Right", html: writeChecked(queryOf(example.source), writers) },
		...recordedTabs(example, writers.highlight).map((tab) =>
			tab.title === "Output" ? { ...tab, title: "Rows" } : tab,
		),
	]);
}

/** The part of an example that builds the query, without the part that runs it. */
const queryOf = (source: string): string => (source.split("// ---run---")[0] ?? "").trimEnd();

/** Shows one export written in three ways, with the number of lines of each. */
function writeComparison(name: string, recipe: string, writers: Writers): string {
	const { request } = readExample(name);
	const code = codeOf("example", name);
	const linesOf = (text: string): string => `${text.split("\n").length} lines`;
	return writeTabs(name, [
		{ title: `This library, ${linesOf(code)}`, html: writeChecked(code, writers) },
		{ title: `Zoho's SDK, ${linesOf(codeOf("recipe", recipe))}`, html: writeLong(recipe, writers.highlight) },
		...(request === undefined
			? []
			: [{ title: "Raw JSON, the request alone", html: writers.highlight.plain(toJson(request), "json") }]),
	]);
}

/** Shows a long program in a box of its own that scrolls. */
function writeLong(recipe: string, highlight: Highlight): string {
	const code = highlight.plain(codeOf("recipe", recipe), "js");
	return `<div class="long" tabindex="0" role="region" aria-label="${recipe}">${code}</div>`;
}

function writeSession(session: string, highlight: Highlight): string {
	return `<div class="terminal">${highlight.plain(session, "text")}</div>`;
}

/** The first commands of a session, with their output; all of them if there is no number. */
function firstCommands(session: string, most: number): string {
	const commands = session.split(/^(?=\$ )/m);
	return commands.slice(0, most || commands.length).join("");
}

/** Shows the limits that users meet first, as large numbers. */
function writeNumbers(): string {
	const numbers: readonly (readonly [number: number, what: string])[] = [
		[limits.recordsPerPage, "records per job"],
		[limits.createCredits, "API credits per job"],
		[limits.downloadsPerMinute, "downloads per minute"],
		[limits.conditions, "conditions per filter"],
		[limits.fields, "selected fields"],
		[limits.resultHours, "hours until a result expires"],
	];
	const items = numbers.map(([number, what]) => `<div><dt>${what}</dt><dd>${number.toLocaleString("en")}</dd></div>`);
	return `<dl class="numbers">${items.join("")}</dl>`;
}

function recordedTabs({ request, english, svg, output }: Example, highlight: Highlight): readonly Tab[] {
	const tabs: Tab[] = [];
	if (output !== undefined) tabs.push({ title: "Output", html: highlight.plain(output, "text") });
	if (request !== undefined) tabs.push({ title: "JSON", html: highlight.plain(toJson(request), "json") });
	if (english !== undefined) tabs.push({ title: "English", html: `<p>${escapeHtml(english)}</p>${svg ?? ""}` });
	if (request !== undefined) tabs.push({ title: "curl", html: highlight.plain(toCurl(request), "sh") });
	return tabs;
}

/** Radio buttons instead of a script: arrow keys and screen readers work without any code, and so do browsers without scripts. */
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
