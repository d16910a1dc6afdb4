import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { valuePatterns } from "../../src/criteria/build/value-pattern.js";

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** Every regular expression in `src`, and those that are made from the patterns of values. */
const expressions: readonly (readonly [place: string, expression: RegExp])[] = [
	...readdirSync(root, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".ts") && !path.startsWith("standard/"))
		.flatMap((path) => literalsIn(path)),
	...Object.entries(valuePatterns).map(([name, pattern]) => [`value pattern ${name}`, new RegExp(pattern)] as const),
];

function literalsIn(path: string): (readonly [string, RegExp])[] {
	const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest);
	const found: (readonly [string, RegExp])[] = [];
	const walk = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf("/");
			const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
			found.push([`${path}:${line}`, new RegExp(node.text.slice(1, end), node.text.slice(end + 1))]);
		}
		ts.forEachChild(node, walk);
	};
	walk(source);
	return found;
}

const length = 100_000;

/** Texts that a careless expression looks at over and over: long runs of what it takes, and an end that it does not. */
function hostileTexts({ source }: RegExp): string[] {
	const classes = ["0", "1", "a", "Z", " ", "\t", "\n", "."];
	const literals = [...source.replace(/\\[dDwWsSbBu]|\(\?[:=!<]*|[[\](){}|^$*+?\\]/g, "")];
	const units = [...new Set([...classes, ...literals])];
	const runs = units.map((unit) => unit.repeat(length / unit.length));
	const pairs = literals.slice(0, 6).flatMap((one) => ["0", "a", " "].map((other) => (one + other).repeat(length / 2)));
	return [...runs, ...pairs].flatMap((run) => [`${run}\u0001`, `\u0001${run}\u0001`]);
}

test("there are such expressions", () => {
	expect(expressions.length).toBeGreaterThan(40);
});

test.each(expressions)("%s takes a time that is linear: %s", (_, expression) => {
	const begun = performance.now();
	for (const text of hostileTexts(expression)) {
		text.replace(expression, "");
		// What is worse than linear takes seconds for one of them.
		if (performance.now() - begun > 8_000) break;
	}
	expect(performance.now() - begun).toBeLessThan(2_000);
});
