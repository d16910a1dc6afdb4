import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, test } from "vitest";
import * as standard from "zoho-bulk-read/standard";
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

	test("every page has names for its links, pictures and inputs, headings in order, and one main part", () => {
		// In the reference TypeDoc leaves levels of headings out, which axe calls moderate.
		const isTypedocs = (path: string, barrier: string): boolean =>
			/^h\d follows/.test(barrier) && !path.startsWith("documents/");
		const wrong = paths.flatMap((path) =>
			findBarriers(htmlOf(path))
				.filter((barrier) => !isTypedocs(path, barrier))
				.map((barrier) => `${path}: ${barrier}`),
		);
		expect(wrong).toEqual([]);
	});

	test("each of these barriers is found", () => {
		const page = '<html lang="en"><main><h1 id="a">A</h1><h2>B</h2><a href="x">C</a></main></html>';
		expect(findBarriers(page)).toEqual([]);
		const broken: Readonly<Record<string, readonly [part: string, instead: string]>> = {
			"the id a stands twice": ["<h2>", '<h2 id="a">'],
			"h4 follows h1": ["<h2>B</h2>", "<h4>B</h4>"],
			"1 link or button without a name": [">C<", "><svg></svg><"],
			"1 picture without words": [">C<", '>C<img src="x"><'],
			"1 input without a label": [">C<", ">C<input><"],
			"0 main parts": ["main>", "div>"],
			"no language": [' lang="en"', ""],
		};
		for (const [barrier, [part, instead]] of Object.entries(broken))
			expect(findBarriers(page.replaceAll(part, instead))).toEqual([barrier]);
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

	describe("the reference", () => {
		const mainOf = (path: string): string => {
			const [, main = ""] = /<main[^>]*>([\s\S]*?)<\/main>/.exec(htmlOf(path)) ?? [];
			return main;
		};
		/** The title in the browser's tab, in links from other sites and in the page, each once. */
		const titlesOf = (path: string): readonly string[] => {
			const places = [/<title>(.*?) \| zoho-bulk-read<\/title>/, /"og:title" content="([^"]*)"/, /<h1>([^<]*)/];
			return [...new Set(places.map((place) => place.exec(htmlOf(path))?.[1] ?? ""))];
		};
		const entries = paths.filter((path) => path.startsWith("modules/"));
		const kinds = ["Function", "Variable", "Class", "Interface", "Type Alias"];

		test.each(entries)("%s says what it is for, and lists what one calls before what types are made of", (path) => {
			const main = mainOf(path);
			const [, first = ""] = /<p>([\s\S]*?)<\/p>/.exec(main) ?? [];
			expect(textOf(first)).toMatch(/^(?:\S+ ){4,}/);
			const groups = main.split(/(?=<h2)/).slice(1);
			for (const group of groups) {
				// What another entry exports too comes last.
				const own = group.replaceAll(/<dt(?:(?!<\/dt>)[\s\S])*→[\s\S]*?<\/dt>/g, "");
				const ranks = [...own.matchAll(/tsd-kind-icon"[^>]*aria-label="([^"]+)"/g)].map(([, kind = ""]) =>
					kinds.indexOf(kind),
				);
				expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
				expect(ranks).not.toContain(-1);
			}
			const ofMessages = groups.findIndex((group) => group.includes('id="in-the-compilers-messages"'));
			expect([-1, groups.length - 1]).toContain(ofMessages);
			for (const name of ["OneOrMore", "UncheckedComparators"])
				if (main.includes(`>${name}</a>`)) expect(groups.at(-1)).toContain(`>${name}</a>`);
		});

		const modules = Object.values(standard).map(({ apiName, fields }) => [apiName, fields.size] as const);

		test.each(modules)("%s: what it is for and can do, and then its fields in a table", (name, fields) => {
			const main = mainOf(`variables/zoho-bulk-read_standard.${name}.html`);
			const places = ["<p>Filters and exports ", "bulkRead", ">where()</code>", "<details>", "<tbody><tr><td><code>"];
			const found = places.map((place) => main.indexOf(place));
			expect(found).toEqual(found.toSorted((one, other) => one - other));
			expect(found).not.toContain(-1);
			expect(titlesOf(`variables/zoho-bulk-read_standard.${name}.html`)).toEqual([`${name}, a standard module`]);
			expect(titlesOf(`interfaces/zoho-bulk-read_standard.${name}.html`)).toEqual([`Fields of ${name}`]);
			const ofFields = mainOf(`interfaces/zoho-bulk-read_standard.${name}.html`);
			expect(ofFields).toMatch(/<p>The \d+ fields of /);
			expect(ofFields).not.toContain("tsd-member");
			// The field of every record's id is not in the interface.
			expect(ofFields.match(/<tr id="/g)?.length).toBeGreaterThanOrEqual(fields - 1);
		});

		test("what never changes is called a constant", () => {
			expect(htmlOf("variables/zoho-bulk-read.EMPTY.html")).toContain("<h1>Constant EMPTY");
			expect(paths.filter((path) => htmlOf(path).includes("<h1>Variable "))).toEqual([]);
		});

		test("no page is of a type without a name", () => {
			expect(paths.filter((path) => path.includes("__type"))).toEqual([]);
		});
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

/** Finds barriers in a page's HTML. Those that depend on its looks need a browser, in another test. */
function findBarriers(html: string): readonly string[] {
	const body = html.replaceAll(/<(script|template)\b[\s\S]*?<\/\1>/g, "");
	const ids = [...body.matchAll(/<[^>]* id="([^"]*)"/g)].map(([, id = ""]) => id);
	const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
	const [, main = ""] = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(body) ?? [];
	const levels = [...main.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
	const jumps = levels.flatMap((level, index) => {
		const before = levels[index - 1] ?? level;
		return level > before + 1 ? [`h${level} follows h${before}`] : [];
	});
	const isNamed = (tag: string, content = ""): boolean =>
		/ aria-label(?:ledby)?="[^"]+"/.test(tag) ||
		textOf(content).trim() !== "" ||
		/ (?:alt|aria-label)="[^"]+"/.test(content);
	const links = [...body.matchAll(/(<(a(?= [^>]*href)|button)\b[^>]*>)([\s\S]*?)<\/\2>/g)].filter(
		([, tag = "", , content]) => !isNamed(tag, content),
	);
	const pictures = [...body.matchAll(/<img\b[^>]*>/g)].filter(([tag]) => !/ alt="/.test(tag));
	const labels = new Set([...body.matchAll(/<label\b[^>]* for="([^"]+)"/g)].map(([, id]) => id));
	const wrapped = body.replaceAll(/<label\b[\s\S]*?<\/label>/g, "");
	const inputs = [...wrapped.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].filter(
		([tag]) => !isNamed(tag) && !labels.has(/ id="([^"]+)"/.exec(tag)?.[1] ?? ""),
	);
	const mains = body.match(/<main\b/g)?.length ?? 0;
	const count = (found: readonly unknown[], what: string): readonly string[] =>
		found.length === 0 ? [] : [`${found.length} ${what}`];
	return [
		...[...twice].map((id) => `the id ${id} stands twice`),
		...jumps,
		...count(links, "link or button without a name"),
		...count(pictures, "picture without words"),
		...count(inputs, "input without a label"),
		...(mains === 1 ? [] : [`${mains} main parts`]),
		...(/<html[^>]* lang="[a-z]/.test(html) ? [] : ["no language"]),
	];
}

function textOf(html: string): string {
	const text = html
		.replaceAll(/<[^>]+>/g, "")
		.replaceAll(/&#x([\dA-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
	return unescapeHtml(text);
}
