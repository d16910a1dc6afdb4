import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeComparatorSection } from "../../docs/comparator-section.js";
import { comparators, methodName } from "../../src/schema/comparators.js";
import { startTypeCheck } from "../types/type-check.js";

const guide = readFileSync(new URL("../../docs/guides/comparators.md", import.meta.url), "utf8");
const compiler = startTypeCheck();

test("the guide has a section for every comparator, and no other", () => {
	const sections = [...guide.matchAll(/^## (\w+)\n\n<!-- comparator (\w+) -->$/gm)].map(([, heading, name]) => [
		heading,
		name,
	]);
	expect(sections.sort()).toEqual(comparators.map((comparator) => [methodName(comparator), comparator]).sort());
});

test.each(comparators)("what the section of %s shows is true", (comparator) => {
	const section = writeComparatorSection(comparator);
	const [right = "", wrong = ""] = [...section.matchAll(/---cut---\n(.+)/g)].map(([, code]) => code);
	const json = /```json\n([^`]+)```/.exec(section)?.[1] ?? "";
	expect(JSON.parse(json)).toMatchObject({ comparator });
	const findings = (code: string): readonly unknown[] =>
		compiler.findings(`import { Deals } from "zoho-bulk-read/standard";\nconst { where } = Deals;\n${code}`);
	expect(findings(right)).toEqual([]);
	expect(findings(wrong)).toHaveLength(1);
	for (const code of [right, wrong]) expect(code).toContain(`.${methodName(comparator)}(`);
});
