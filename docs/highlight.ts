import { createHash } from "node:crypto";
import { createHighlighter, type DecorationItem, type Highlighter, type ShikiTransformer } from "shiki";
import type { NamedPlace, ReadSnippet, SnippetCompiler, WrongPlace } from "./snippet-compiler.js";

/** Writes code as HTML. */
export interface Highlight {
	plain(code: string, language: string): string;
	/**
	 * TypeScript, compiled as users' code would be. Its names open cards with their types: see `writeCards`. The package's own
	 * exports need no import.
	 *
	 * @throws with the compiler's message if the code does not compile.
	 */
	checked(code: string): string;
	/** TypeScript that does not compile, with the compiler's messages below the lines. */
	refused(code: string): string;
	/** The cards that the names on a page open, each once: `<template id="type-…">`. */
	writeCards(html: string): string;
}

const languages = ["ts", "js", "json", "sh"] as const;

/** Every colour of these themes has enough contrast (WCAG AA). */
const appearance = {
	themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
	defaultColor: "light-dark()",
} as const;

export async function startHighlight(compiler: SnippetCompiler): Promise<Highlight> {
	const highlighter = await createHighlighter({ langs: [...languages], themes: Object.values(appearance.themes) });
	const cards = new Map<string, string>();
	const addCard = (place: NamedPlace): string => {
		const id = createHash("sha256").update(`${place.type}\n${place.docs}`).digest("hex").slice(0, 10);
		if (!cards.has(id)) cards.set(id, writeCard(place, highlighter));
		return id;
	};
	const write = (snippet: ReadSnippet): string => slim(writeSnippet(snippet, highlighter, addCard));
	return {
		plain: (code, language) => {
			const lang = languages.find((known) => known === language) ?? "text";
			const transformers = [sayLanguage(language)];
			return slim(highlighter.codeToHtml(code.trimEnd(), { ...appearance, lang, transformers }));
		},
		checked: once((code) => {
			const snippet = compiler.read(compiler.addImports(code));
			if (snippet.mistakes.length > 0) throw new Error(snippet.mistakes.map(({ words }) => words).join("\n"));
			return write(snippet);
		}),
		refused: once((code) => write(compiler.read(code))),
		writeCards: (html) => {
			const ids = new Set([...html.matchAll(/data-type="(\w+)"/g)].map(([, id = ""]) => id));
			return [...ids].map((id) => `<template id="type-${id}">${cards.get(id) ?? ""}</template>`).join("");
		},
	};
}

/** The same comment appears at each overload of a function and on its module's page; its code is highlighted only once. */
function once(write: (code: string) => string): (code: string) => string {
	const written = new Map<string, string>();
	return (code) => {
		const html = written.get(code) ?? write(code);
		written.set(code, html);
		return html;
	};
}

function writeSnippet(
	{ shown, names, mistakes }: ReadSnippet,
	highlighter: Highlighter,
	addCard: (place: NamedPlace) => string,
): string {
	const code = shown.trimEnd();
	const named = names.map(
		(place): DecorationItem => ({
			start: place.start,
			end: place.start + place.length,
			properties: { class: "typed", "data-type": addCard(place) },
			alwaysWrap: true,
		}),
	);
	const wrong = mistakes.map(
		({ start, length }): DecorationItem => ({
			start,
			end: start + length,
			properties: { class: "mistake" },
			alwaysWrap: true,
		}),
	);
	return highlighter.codeToHtml(code, {
		...appearance,
		lang: "ts",
		decorations: [...named, ...wrong],
		transformers: [wordsBeneath(code, mistakes), sayLanguage("ts")],
	});
}

/** Scripts and tests need to know the language of a block. */
function sayLanguage(language: string): ShikiTransformer {
	return {
		name: "say-language",
		pre(node) {
			node.properties["data-language"] = language;
		},
	};
}

/** Puts each of the compiler's messages below the line that it is about. */
function wordsBeneath(code: string, mistakes: readonly WrongPlace[]): ShikiTransformer {
	return {
		name: "words-beneath",
		// Only here: Shiki has numbered the lines of the code by now, and inserted lines no longer change the numbers.
		pre() {
			for (const { start, words } of mistakes) {
				const line = this.lines[code.slice(0, start).split("\n").length - 1];
				const { children } = this.code;
				const at = line ? children.indexOf(line) : children.length - 1;
				const next = children[at + 1];
				const isBreak = next?.type === "text" && next.value === "\n";
				children.splice(at + 1, isBreak ? 1 : 0, {
					type: "element",
					tagName: "span",
					properties: { class: "compiler-words" },
					children: [{ type: "text", value: words }],
				});
			}
		},
	};
}

function writeCard({ type, docs }: NamedPlace, highlighter: Highlighter): string {
	const code = slim(highlighter.codeToHtml(tidy(type), { ...appearance, lang: "ts", structure: "inline" }));
	const words = plainLinks(docs);
	return `<code>${code}</code>${words === "" ? "" : `<div class="docs">${escapeHtml(words)}</div>`}`;
}

/** Shiki writes each colour twice: for `light-dark()`, and as variables that our styles do not use. */
function slim(html: string): string {
	return html.replace(/;--shiki-(?:light|dark)(?:-bg)?:#\w+/g, "");
}

/** Removes the file that the compiler says a name is from: the reader sees that in the code. */
function tidy(type: string): string {
	return type
		.replace(/^\([\w-]+\)\s+/gm, "")
		.replace(/\nimport .*$/, "")
		.trim();
}

/** Turns `{@link Criteria}` into `Criteria`, since a card has no links. */
function plainLinks(docs: string): string {
	return docs.replace(/\{@link ([^}]+)\}/g, "$1");
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
