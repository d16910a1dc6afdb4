import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeComparatorTable } from "../../docs/comparator-table.js";
import { startTypeCheck } from "../types/type-check.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("the comparator table is the one that the code runs on", () => {
	expect(between(readme, "<!-- comparators -->\n", "\n<!-- /comparators -->")).toBe(writeComparatorTable());
});

test("the first example compiles", () => {
	const credentials = "declare const clientId: string, clientSecret: string, token: string;\n";
	expect(startTypeCheck().findings(credentials + between(readme, "```ts\n", "\n```"))).toEqual([]);
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
