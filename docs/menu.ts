import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const directory = new URL("guides/", import.meta.url);

/** The groups of the menu, each with its guides in reading order. */
const order: Readonly<Record<string, readonly string[]>> = {
	Start: ["first-export", "first-hour", "your-own-org", "why", "coming-from"],
	Query: ["filters", "comparators", "modules", "recipes"],
	Run: ["jobs", "rows", "exports-on-disk", "going-on", "a-copy", "errors"],
	Operate: ["limits", "security", "many-machines", "performance", "testing", "assumptions"],
	"Command line": ["command-line"],
};

/** A guide, and its group in the menu. */
export interface Guide {
	/** For example `/…/docs/guides/filters.md`. */
	readonly path: string;
	readonly title: string;
	readonly group: string;
	/** Its first paragraph as plain text, for search engines. */
	readonly description: string;
	/** Its Markdown, without the front matter. */
	readonly text: string;
}

/** Every guide in the menu's order. A guide that the menu does not list comes last in "Operate". */
export function readGuides(): readonly Guide[] {
	const names = readdirSync(directory)
		.filter((file) => file.endsWith(".md"))
		.map((file) => file.slice(0, -".md".length));
	const named = Object.values(order).flat();
	const unnamed = names.filter((name) => !named.includes(name)).sort();
	return Object.entries(order).flatMap(([group, guides]) =>
		[...guides, ...(group === "Operate" ? unnamed : [])]
			.filter((name) => names.includes(name))
			.map((name) => readGuide(name, group)),
	);
}

function readGuide(name: string, group: string): Guide {
	const path = fileURLToPath(new URL(`${name}.md`, directory));
	const source = readFileSync(path, "utf8");
	const [front = ""] = /^---\n[\s\S]*?\n---\n+/.exec(source) ?? [];
	const text = source.slice(front.length);
	const [, title = name] = /^title: (.+)$/m.exec(front) ?? [];
	return { path, title, group, description: firstParagraph(text), text };
}

function firstParagraph(text: string): string {
	const [, paragraph = ""] = /^# .+\n+([^\n#`|<][\s\S]*?)\n\n/m.exec(text.replace(/^<!-- .* -->\n+/gm, "")) ?? [];
	return plainText(paragraph).slice(0, 300);
}

/** Removes Markdown's marks from a text. */
export function plainText(markdown: string): string {
	return markdown
		.replace(/\{@link ([^}]+)\}/g, "$1")
		.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
		.replace(/<[^>]+>/g, " ")
		.replace(/[`*#|]/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}
