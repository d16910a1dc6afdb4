import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { unescapeHtml } from "../../docs/finish-page.js";
import { readShareHash } from "../../docs/playground/share-link.js";
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

	describe("blocks of code", () => {
		const blocks = paths.flatMap((path) =>
			[
				...htmlOf(path).matchAll(
					/<pre class="shiki[^>]* data-language="(\w*)"[^>]*>([\s\S]*?)<\/pre>(?:<\/div>)?(?:<a class="to-playground" href="[^#"]*(#[^"]*)">)?/g,
				),
			].map(([, language = "", html = "", hash]) => ({ path, language, code: textOf(html), hash })),
		);

		test("open what they are about in the playground, and it is whole", () => {
			const opened = blocks.flatMap(({ hash }) => hash ?? []);
			expect(opened.length).toBeGreaterThan(80);
			for (const hash of new Set(opened)) {
				const link = readShareHash(hash);
				expect(typeof link === "object" && link.text).toMatch(/^export const \w+ = /m);
			}
		});

		/** Why a block of TypeScript has no query that the playground could show. */
		const reasons: readonly (readonly [why: string, code: RegExp])[] = [
			["a client or a job that stands elsewhere", /\b(?:zoho|job|granted|createClient|refreshToken)\b/],
			["a sandbox", /\b(?:createSandbox|sandbox)\b/],
			["a server, or what listens to one", /\b(?:receive|Hono|RequestEvent|TokenStore)\b/],
			["JSON that is refused", /\bsafeParseCriteria\(/],
			["a type, or a module", /^(?:interface|type) /m],
		];

		test("have no such link if no query is in them, or none in TypeScript", () => {
			const closed = blocks.filter(({ hash }) => hash === undefined);
			const others = new Set(closed.map(({ language }) => language).filter((language) => language !== "ts"));
			expect([...others].sort()).toEqual(["js", "json", "sh", "text"]);
			const unexplained = closed
				.filter(({ language }) => language === "ts")
				.filter(({ code }) => /\b(?:bulkRead|where)\(/.test(code) || !reasons.some(([, about]) => about.test(code)));
			expect(unexplained.map(({ path, code }) => `${path}: ${code}`)).toEqual([]);
			for (const [why, about] of reasons)
				expect(
					closed.some(({ code }) => about.test(code)),
					why,
				).toBe(true);
		});
	});
});

function textOf(html: string): string {
	const text = html
		.replaceAll(/<[^>]+>/g, "")
		.replaceAll(/&#x([\dA-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
	return unescapeHtml(text);
}
