import type MarkdownIt from "markdown-it";
import { limits } from "../src/facts/limits.js";
import { toCurl } from "../src/render/index.js";
import { toJson } from "../src/render/request/to-json.js";
import { type Example, readExample } from "./example.js";
import { codeOf } from "./fill-guides.js";
import type { Highlight } from "./highlight.js";
import { writeShareHash } from "./playground/share-link.js";
import type { SnippetCompiler } from "./snippet-compiler.js";

/** Writes what stands between fences as HTML. */
type WriteFence = (content: string, more?: string) => string;

/**
 * Teaches a Markdown parser the fences of the guides: `ts example NAME` and `ts wrong NAME` show a file in `docs/examples`,
 * `ts recipe NAME` one in `docs/recipes`, `text terminal NAME` one in `docs/terminal`, of which a number takes the first
 * commands; `refused` is not accepted by the compiler, and `ts` is. The front page has `ts front NAME`, `ways` and `numbers`.
 * Tables scroll in themselves.
 *
 * @param report - is told of what does not hold: an example that is not there, or does not compile.
 */
export function teachFences(parser: MarkdownIt, highlight: Highlight, report: (mistake: string) => void): void {
	const fences: Readonly<Record<string, WriteFence>> = {
		example: (name) => writeExample(name, highlight),
		wrong: (name) => `<div class="refused">${highlight.refused(codeOf("wrong", name))}</div>`,
		recipe: (name) => highlight.checked(codeOf("recipe", name)),
		front: (name) => writeFront(name, highlight),
		terminal: (name, most) => writeSession(firstCommands(codeOf("terminal", name), Number(most)), highlight),
	};
	const languages: Readonly<Record<string, WriteFence>> = {
		refused: (code) => `<div class="refused">${highlight.refused(code)}</div>`,
		ts: (code) => highlight.checked(code),
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

/** Tells a compiler which snippets a text in Markdown has, so that one program holds those of all texts. */
export function takeSnippets(markdown: string, compiler: SnippetCompiler): void {
	for (const [, info = "", content = ""] of markdown.matchAll(/^```(ts.*|refused)\n([\s\S]*?)^```$/gm)) {
		const [, kind = "", name = ""] = info.trim().split(" ");
		if (kind === "front") {
			compiler.take([codeOf("wrong", name)]);
			continue;
		}
		const code = kind === "example" || kind === "wrong" || kind === "recipe" ? codeOf(kind, name) : content.trim();
		compiler.take([kind === "wrong" || info === "refused" ? code : compiler.addImports(code)]);
	}
}

interface Tab {
	readonly title: string;
	readonly html: string;
}

/** Writes an example as tabs: TypeScript, and what becomes of it. */
function writeExample(name: string, highlight: Highlight): string {
	const example = readExample(name);
	const code = codeOf("example", name);
	const source = { title: "TypeScript", html: highlight.checked(code) + linkToPlayground(example, code) };
	return writeTabs(name, [source, ...recordedTabs(example, highlight)]);
}

/** A query with a slip in it and the compiler's words beneath, beside the right one and what becomes of that. */
function writeFront(name: string, highlight: Highlight): string {
	const example = readExample(name);
	const [query = ""] = example.source.split("// ---run---");
	return writeTabs(name, [
		{ title: "With a slip", html: `<div class="refused">${highlight.refused(codeOf("wrong", name))}</div>` },
		{ title: "Right", html: highlight.checked(query.trimEnd()) },
		...recordedTabs(example, highlight).map((tab) => (tab.title === "Output" ? { ...tab, title: "Rows" } : tab)),
	]);
}

function writeSession(session: string, highlight: Highlight): string {
	return `<div class="terminal">${highlight.plain(session, "text")}</div>`;
}

/** The first commands of a session, with what they printed; all of them where no number is given. */
function firstCommands(session: string, most: number): string {
	const commands = session.split(/^(?=\$ )/m);
	return commands.slice(0, most || commands.length).join("");
}

/** The limits that one meets first, as large numbers. */
function writeNumbers(): string {
	const numbers: readonly (readonly [number: number, what: string])[] = [
		[limits.recordsPerPage, "records a job"],
		[limits.createCredits, "API credits a job"],
		[limits.downloadsPerMinute, "downloads a minute"],
		[limits.conditions, "conditions a filter"],
		[limits.fields, "selected fields"],
		[limits.resultHours, "hours that a result is kept"],
	];
	const items = numbers.map(([number, what]) => `<div><dt>${what}</dt><dd>${number.toLocaleString("en")}</dd></div>`);
	return `<dl class="numbers">${items.join("")}</dl>`;
}

/** Queries run in the playground; what waits or needs credentials does not. */
function linkToPlayground({ request }: Example, code: string): string {
	if (request === undefined || /\b(?:await|process)\b/.test(code)) return "";
	return `<a class="to-playground" href="../playground.html${writeShareHash(code)}">Open in the playground</a>`;
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
