import { createHash } from "node:crypto";
import { createHighlighter, type DecorationItem, type Highlighter, type ShikiTransformer } from "shiki";
import type { NamedPlace, ReadSnippet, SnippetCompiler, WrongPlace } from "./snippet-compiler.js";

/** Writes code as HTML. */
export interface Highlight {
	/** Code in a language, coloured. */
	plain(code: string, language: string): string;
	/**
	 * TypeScript, checked as users' code is, whose names lead to cards with their types: see `writeCards`. What the package
	 * exports need not be imported.
	 *
	 * @throws with the compiler's words where it does not compile.
	 */
	checked(code: string): string;
	/** TypeScript that does not compile, with the compiler's words beneath the lines. */
	refused(code: string): string;
	/** The cards that a page's names lead to, each once: `<template id="type-…">`. */
	writeCards(html: string): string;
}

const languages = ["ts", "js", "json", "sh"] as const;

/** Every colour of these themes can be read by everyone (WCAG AA). */
const appearance = {
	themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
	defaultColor: "light-dark()",
} as const;

/** Starts the highlighter. */
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

/** The comment of a function stands at each of its overloads, and on the page of its module: it is written once. */
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

/** What a block is written in stands on it, for scripts and tests. */
function sayLanguage(language: string): ShikiTransformer {
	return {
		name: "say-language",
		pre(node) {
			node.properties["data-language"] = language;
		},
	};
}

/** Puts the compiler's words beneath the lines that they are about. */
function wordsBeneath(code: string, mistakes: readonly WrongPlace[]): ShikiTransformer {
	return {
		name: "words-beneath",
		// Shiki counts the lines of the code before that.
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

/** Shiki writes each colour twice: for `light-dark()`, and as variables that no style of ours reads. */
function slim(html: string): string {
	return html.replace(/;--shiki-(?:light|dark)(?:-bg)?:#\w+/g, "");
}

/** The compiler says where a name comes from; a reader sees that in the code. */
function tidy(type: string): string {
	return type
		.replace(/^\([\w-]+\)\s+/gm, "")
		.replace(/\nimport .*$/, "")
		.trim();
}

/** `{@link Criteria}` gives `Criteria`: a card has no links. */
function plainLinks(docs: string): string {
	return docs.replace(/\{@link ([^}]+)\}/g, "$1");
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
