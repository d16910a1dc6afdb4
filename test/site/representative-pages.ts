import { readdirSync, readFileSync } from "node:fs";
import { siteDirectory } from "./site-server.js";

/** Elements without an end tag. */
const empty = new Set([
	"meta",
	"link",
	"br",
	"hr",
	"img",
	"input",
	"source",
	"wbr",
	"path",
	"rect",
	"circle",
	"use",
	"line",
]);

/** Every page of the built site, by its path from the root. The playground has tests of its own. */
export function listPages(): readonly string[] {
	return readdirSync(siteDirectory, { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => path.endsWith(".html") && path !== "playground.html")
		.sort();
}

/**
 * Some pages that have, together, everything that any page has: each kind of element, by name, class and role, in each kind of
 * element around it. What
 * follows from how an element looks is the same on the others.
 */
export function findRepresentativePages(paths: readonly string[]): readonly string[] {
	const kinds = new Map(paths.map((path) => [path, kindsIn(readFileSync(siteDirectory + path, "utf8"))]));
	const missing = new Set([...kinds.values()].flatMap((all) => [...all]));
	const chosen: string[] = [];
	while (missing.size > 0) {
		let best: readonly [path: string, adds: readonly string[]] = ["", []];
		for (const [path, all] of kinds) {
			const adds = [...all].filter((kind) => missing.has(kind));
			if (adds.length > best[1].length) best = [path, adds];
		}
		chosen.push(best[0]);
		for (const kind of best[1]) missing.delete(kind);
	}
	return chosen;
}

function kindsIn(html: string): ReadonlySet<string> {
	const kinds = new Set<string>();
	const open: string[] = [];
	const body = html.slice(html.indexOf("<body")).replaceAll(/<(script|template)\b[\s\S]*?<\/\1>/g, "");
	for (const [, slash = "", tag = "", attributes = ""] of body.matchAll(/<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>/g)) {
		if (slash === "/") {
			open.pop();
			continue;
		}
		const [, classes = ""] = /\bclass="([^"]*)"/.exec(attributes) ?? [];
		const [, style = ""] = /\bstyle="([^"]*)"/.exec(attributes) ?? [];
		const [, role = ""] = /\brole="([^"]*)"/.exec(attributes) ?? [];
		const kind = `${tag}.${classes}[${role}]{${style}}`;
		kinds.add(`${open.at(-1) ?? ""} > ${kind}`);
		if (!empty.has(tag) && !attributes.endsWith("/")) open.push(kind);
	}
	return kinds;
}
