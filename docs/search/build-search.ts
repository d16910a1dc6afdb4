import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { PageEvent } from "typedoc";
import { errorCodes } from "../../src/facts/error-codes.js";
import { unescapeHtml } from "../finish-page.js";
import { plainText, readGuides } from "../menu.js";
import { moduleTitle } from "../module-pages.js";
import type { Section } from "./section.js";

/**
 * The sections of a page. For a guide they are read from its Markdown, because its HTML also contains the types that appear on
 * hover, which nobody searches for. For the reference, a section is the first words about a symbol.
 */
export function sectionsOf(page: PageEvent): readonly Section[] {
	const { url, model, contents: html = "" } = page;
	const guide = url.startsWith("documents/") ? readGuides().find(({ title }) => title === model.name) : undefined;
	if (guide) return [...guideSections(url, guide.title, guide.text, html), ...codeSections(url, guide.title, html)];
	if (!/^(?:functions|classes|interfaces|types|variables|modules)\//.test(url)) return [];
	const [, comment = ""] = /<div class="tsd-comment tsd-typography">([\s\S]*?)<\/div>/.exec(html) ?? [];
	const text = unescapeHtml(plainText(comment)).slice(0, 600);
	// Somebody who types a module's name wants the module; its fields are another result.
	const heading = (url.startsWith("interfaces/") && moduleTitle(page)) || model.name;
	return [{ id: url, page: "Reference", heading, words: "", text, kind: "reference" }];
}

/** The API's error codes that have an anchor on a page. */
function codeSections(url: string, page: string, html: string): readonly Section[] {
	return Object.entries(errorCodes)
		.filter(([code]) => html.includes(`<a id="${code}">`))
		.map(([heading, { advice: text }]) => ({
			id: `${url}#${heading}`,
			page,
			heading,
			words: "",
			text,
			kind: "reference",
		}));
}

function guideSections(url: string, page: string, markdown: string, html: string): readonly Section[] {
	const anchors = [...html.matchAll(/<h[123] id="([^"]+)"/g)].map(([, anchor = ""]) => anchor);
	const parts = splitAtHeadings(markdown);
	return parts.map(({ heading, text }, index) => ({
		id: index === 0 ? url : `${url}#${anchors[index] ?? ""}`,
		page,
		heading: plainText(heading),
		words: /<!-- also found by: (.*) -->/.exec(text)?.[1] ?? "",
		text: plainText(text.replace(/^```.*$/gm, "").replace(/^- /gm, "")),
		kind: "guide",
	}));
}

function splitAtHeadings(markdown: string): readonly { readonly heading: string; readonly text: string }[] {
	const parts: { heading: string; text: string }[] = [];
	let isCode = false;
	for (const line of markdown.split("\n")) {
		if (line.startsWith("```")) isCode = !isCode;
		const [, heading] = isCode ? [] : (/^#{1,3} (.+)$/.exec(line) ?? []);
		if (heading !== undefined) parts.push({ heading, text: "" });
		else if (parts.length > 0) (parts.at(-1) as { text: string }).text += `${line}\n`;
	}
	return parts;
}

/** Writes the search and its sections as a script: unlike a JSON file, it also loads when the site is opened from a disk. */
export async function buildSearch(sections: readonly Section[], assets: string): Promise<void> {
	writeFileSync(`${assets}/sections.js`, `globalThis.siteSections=${JSON.stringify(sections)};`);
	await build({
		entryPoints: [fileURLToPath(new URL("site-search.ts", import.meta.url))],
		outfile: `${assets}/site-search.js`,
		bundle: true,
		minify: true,
		format: "iife",
		target: "es2022",
		logLevel: "error",
	});
}
