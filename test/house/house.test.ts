import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { apart, longer, longest, rooms } from "./rooms.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
	.filter((path) => path.endsWith(".ts"))
	.map((path) => `src/${path}`);

interface Import {
	readonly from: string;
	readonly to: string;
}

/** Every import of one file by another, types too. */
const imports: readonly Import[] = files.flatMap((from) =>
	[...readFileSync(join(root, from), "utf8").matchAll(/(?:from|import|import\()\s*"(\.[^"]+)"/g)].map(
		([, path = ""]) => ({
			from,
			to: relative(root, join(root, dirname(from), path)).replace(/\.js$/, ".ts"),
		}),
	),
);

/** What of a path comes after a folder: `src/client` and `src/client/auth/auth.ts` give `auth`. */
function roomIn(folder: string, path: string): string | undefined {
	const rest = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split("/") : [];
	return rest.length > 1 ? rest[0] : undefined;
}

describe("the house", () => {
	test.each(Object.entries(rooms))("every room of %s has its place in the order", (folder, order) => {
		const found = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
		expect(found.map(({ name }) => name).sort()).toEqual([...order].sort());
	});

	test.each(Object.entries(rooms))("in %s imports lead one way", (folder, order) => {
		const upwards = imports.filter(({ from, to }) => {
			if (!from.startsWith(`${folder}/`) || !to.startsWith(`${folder}/`)) return false;
			const [importer, imported] = [roomIn(folder, from), roomIn(folder, to)];
			if (importer === imported || importer === undefined) return false;
			return imported === undefined || order.indexOf(imported) > order.indexOf(importer);
		});
		expect(upwards).toEqual([]);
	});

	test("no files import each other, not by way of others either", () => {
		let left = imports;
		for (let before = -1; before !== left.length; ) {
			before = left.length;
			const [importing, imported] = [new Set(left.map(({ from }) => from)), new Set(left.map(({ to }) => to))];
			left = left.filter(({ from, to }) => imported.has(from) && importing.has(to));
		}
		expect(left).toEqual([]);
	});

	test.each(apart)("%s and %s know nothing of each other", (one, other) => {
		const between = imports.filter(
			({ from, to }) =>
				(from.startsWith(`${one}/`) && to.startsWith(`${other}/`)) ||
				(from.startsWith(`${other}/`) && to.startsWith(`${one}/`)),
		);
		expect(between).toEqual([]);
	});

	test("no two files have one name", () => {
		const paths = new Map<string, string[]>();
		for (const path of files) {
			const name = path.slice(path.lastIndexOf("/") + 1);
			if (name !== "index.ts" && !path.startsWith("src/standard/")) paths.set(name, [...(paths.get(name) ?? []), path]);
		}
		expect([...paths.values()].filter((twice) => twice.length > 1)).toEqual([]);
	});

	test("no two things that files export have one name", () => {
		const exporters = new Map<string, Set<string>>();
		for (const path of files.filter((file) => !file.startsWith("src/standard/"))) {
			const text = readFileSync(join(root, path), "utf8");
			const names = text.matchAll(/^export (?:async )?(?:type|interface|class|function\*?|const) (\w+)/gm);
			for (const [, name = ""] of names) exporters.set(name, (exporters.get(name) ?? new Set()).add(path));
		}
		const twins = [...exporters].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths]);
		// One for Node and one for everywhere else, chosen by a condition of package.json.
		const platforms = twins.filter(([, ...paths]) => !paths.every((path) => /-(node|portable)\.ts$/.test(path)));
		expect(platforms).toEqual([]);
	});

	test("no file has more lines than one can hold in mind", () => {
		const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".ts"))
			.map((path) => `test/${path}`);
		const long = [...files, ...tests].filter(
			(path) => readFileSync(join(root, path), "utf8").split("\n").length > longest + 1,
		);
		expect(long.filter((path) => !path.startsWith("src/standard/")).sort()).toEqual(Object.keys(longer));
	});
});
