import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fillGuide } from "../../docs/fill-guides.js";
import { readGuides } from "../../docs/menu.js";

test.each(readGuides().map(({ title, path }) => [title, path] as const))(
	"%s shows the code of the tested files and the tables of the library's data (docs/fill-guides.ts writes them)",
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
