import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { filledFiles, fillGuide } from "../../docs/fill-guides.js";

test.each(filledFiles().map((path) => [basename(path), path] as const))(
	"%s shows tested code, recorded sessions and the tables of the library's data (docs/fill-guides.ts writes them)",
	(_, path) => {
		const text = readFileSync(path, "utf8");
		expect(text).toBe(fillGuide(text));
	},
);

test("code that changed is written again, and what stands around it stays", () => {
	const guide = "before\n\n```ts example rows\nold\n```\n\nafter";
	const filled = fillGuide(guide);
	expect(filled).toMatch(/^before\n\n```ts example rows\nimport [\s\S]+\n```\n\nafter$/);
	expect(fillGuide(filled)).toBe(filled);
	expect(fillGuide("before\n\n```example\nrows\n```\n\nafter")).toBe(filled);
});
