import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../../src/facts/error-codes.js";
import { listPages } from "./representative-pages.js";
import { isBuilt, siteDirectory } from "./site-server.js";

describe.skipIf(!isBuilt)("the pages of the built site (needs npm run docs)", () => {
	const paths = isBuilt ? listPages() : [];
	const pages = new Map(paths.map((path) => [path, readFileSync(siteDirectory + path, "utf8")]));
	const htmlOf = (path: string): string => pages.get(path) ?? "";

	test("every link leads to a page, and to a place on it", () => {
		const dead = new Set<string>();
		let links = 0;
		const anchors = new Map(
			[...pages].map(([path, html]) => [path, new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id))]),
		);
		for (const [path, html] of pages) {
			for (const [, address = ""] of html.matchAll(/<a\b[^>]* href="([^"]+)"/g)) {
				if (/^(?:[a-z]+:|\/)/.test(address)) continue;
				links++;
				const [file = "", anchor] = decodeURIComponent(address.replaceAll("&amp;", "&")).split("#");
				const target = file === "" ? path : normalize(join(dirname(path), file));
				const isThere = pages.has(target) || existsSync(siteDirectory + target);
				const isPlace = anchor === undefined || anchor === "" || !pages.has(target) || anchors.get(target)?.has(anchor);
				if (!isThere || !isPlace) dead.add(`${path} -> ${address}`);
			}
		}
		expect(links).toBeGreaterThan(10_000);
		expect([...dead]).toEqual([]);
	});

	test("every page says what it is, to search engines and to who links to it", () => {
		const without = paths.filter((path) => {
			const html = htmlOf(path);
			return (
				path !== "404.html" &&
				!["description", "og:title", "og:description"].every((name) => html.includes(`="${name}" content="`))
			);
		});
		expect(without).toEqual([]);
	});

	test("every code of the API has a place of its own among the errors", () => {
		const html = htmlOf("documents/Errors_and_what_to_do.html");
		for (const code of Object.keys(errorCodes)) expect(html).toContain(`id="${code}"`);
	});

	test("the reference is grouped, and nothing of it is left over", () => {
		for (const entry of ["zoho-bulk-read", "zoho-bulk-read_sandbox"]) {
			const groups = [...htmlOf(`modules/${entry}.html`).matchAll(/<h2 class="tsd-anchor-link" id="([\w-]+)"/g)];
			expect(groups.length).toBeGreaterThan(2);
			expect(groups.map(([, id]) => id)).not.toContain("other");
		}
	});
});
