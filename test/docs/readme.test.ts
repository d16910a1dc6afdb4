import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeComparatorTable } from "../../docs/comparator-table.js";
import { startTypeCheck } from "../types/type-check.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("the comparator table is the one that the code runs on", () => {
	expect(between(readme, "<!-- comparators -->\n", "\n<!-- /comparators -->")).toBe(writeComparatorTable());
});

test("every file that it links to is there", () => {
	const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? "");
	expect(links.length).toBeGreaterThan(5);
	for (const path of links) expect(existsSync(new URL(`../../${path}`, import.meta.url)), path).toBe(true);
});

test("the refusals are the compiler's own words", () => {
	const check = startTypeCheck();
	const rows = [...readme.matchAll(/^\| `(where.+)` \| `(.+)` \|$/gm)];
	expect(rows.length).toBeGreaterThan(3);
	for (const [, written, refusal] of rows) {
		const source = `import { Contacts } from "zoho-bulk-read/standard";\nconst { where } = Contacts;\n${written};`;
		expect(check.findings(source).map(({ message }) => message.split("\n")[0])).toEqual([
			expect.stringMatching(new RegExp(`parameter of type '${escaped(refusal ?? "")}'\\.$`)),
		]);
	}
});

function between(text: string, start: string, end: string): string {
	const from = text.indexOf(start) + start.length;
	return text.slice(from, text.indexOf(end, from));
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
