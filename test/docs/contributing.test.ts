import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import description from "../../package.json" with { type: "json" };

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("CONTRIBUTING.md", root), "utf8");

/** The rows of the table between two comments. */
function rowsOf(name: string): readonly (readonly [string, string])[] {
	const [, table = ""] = text.split(`<!-- ${name} -->`, 2);
	const lines = (table.split(`<!-- /${name} -->`, 1)[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
	return lines.slice(2).map((line) => {
		const [, what = "", where = ""] = line.split("|");
		return [what.trim(), where.trim()];
	});
}

const pathsIn = (part: string): readonly string[] =>
	[...part.matchAll(/`((?:src|test|docs|\.ci)\/[\w./-]+)`/g)].map(([, path = ""]) => path);

describe("CONTRIBUTING", () => {
	test.each([...rowsOf("changes"), ...rowsOf("places")])("%s: the files exist", (_what, where) => {
		const paths = pathsIn(where);
		expect(paths).not.toEqual([]);
		for (const path of paths) expect(existsSync(new URL(path, root)), path).toBe(true);
	});

	test("has the ten commonest changes and ten places", () => {
		expect([rowsOf("changes").length, rowsOf("places").length]).toEqual([10, 10]);
	});

	test("every path in it exists", () => {
		for (const path of pathsIn(text.replaceAll(/`[^`\n]*(?:NAME|\*)[^`\n]*`/g, ""))) {
			// What is built is not there in a fresh clone.
			if (path.startsWith("docs/site/")) continue;
			expect(existsSync(new URL(path, root)), path).toBe(true);
		}
	});

	test("every script in it exists", () => {
		const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
		expect(scripts.filter((name) => !(name in description.scripts))).toEqual([]);
	});

	test.each(["A request", "A result", "A condition"])("%s: the walk leads through six files at most", (walk) => {
		const [, steps = ""] = text.split(`**${walk}, from`);
		const paths = pathsIn(steps.split(/\n\n/, 1)[0] ?? "");
		expect(paths.length).toBeGreaterThan(3);
		expect(paths.length).toBeLessThanOrEqual(walk === "A condition" ? 5 : 6);
	});

	test.each(["A request", "A result", "A condition"])("%s: each file of the walk imports one further on", (walk) => {
		const [, steps = ""] = text.split(`**${walk}, from`);
		const paths = pathsIn(steps.split(/\n\n/, 1)[0] ?? "");
		const names = paths.map((path) => path.slice(path.lastIndexOf("/") + 1).replace(/\.ts$/, ".js"));
		for (const name of names.slice(1)) {
			const importers = paths.filter((path) => readFileSync(new URL(path, root), "utf8").includes(`/${name}"`));
			expect(importers, name).not.toEqual([]);
		}
	});
});
