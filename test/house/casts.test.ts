import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../src/", import.meta.url));

/** The casts of a file, and whether a comment above gives the reason for each. */
function castsIn(path: string): { readonly place: string; readonly hasReason: boolean }[] {
	const text = readFileSync(join(root, path), "utf8");
	const lines = text.split("\n");
	const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line;
	const found: { place: string; hasReason: boolean }[] = [];
	const walk = (node: ts.Node): void => {
		if (ts.isAsExpression(node) && !isConst(node) && !isElement(node.expression)) {
			const statement = ts.findAncestor(node, (outer) => ts.isStatement(outer) || ts.isClassElement(outer)) ?? node;
			const hasReason = [node, statement].some((begun) => lines[lineOf(begun) - 1]?.trim().startsWith("//"));
			found.push({ place: `${path}:${lineOf(node) + 1}: ${node.getText(source)}`, hasReason });
		}
		ts.forEachChild(node, walk);
	};
	walk(source);
	return found;
}

const isConst = ({ type }: ts.AsExpression): boolean => ts.isConstTypeReference(type);

/**
 * Whether it is an element of a list: there a cast says no more than that the index is within the list. A check at run time
 * would cost the loops over bytes a part of their speed.
 */
const isElement = (cast: ts.Expression): boolean => ts.isElementAccessExpression(cast);

const casts = readdirSync(root, { recursive: true, encoding: "utf8" })
	.filter((path) => path.endsWith(".ts") && !path.startsWith("standard/"))
	.flatMap(castsIn);

test("there are casts", () => {
	expect(casts.length).toBeGreaterThan(10);
});

test("what the compiler is told against its own knowledge has a reason above it", () => {
	expect(casts.filter(({ hasReason }) => !hasReason).map(({ place }) => place)).toEqual([]);
});
