import { checkOptions } from "../../checks/check-argument.js";
import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { showGiven } from "../../checks/show-given.js";
import type { Criteria } from "../node/criteria.js";
import { asNode, type CriteriaNode } from "../node/criteria-node.js";
import { describeCondition } from "./describe-condition.js";

/** The layout of a drawing of a filter. */
export interface TreeOptions {
	/** The maximum width of a line, in columns. */
	readonly width?: number;
}

/**
 * Draws a filter as text, one condition per line. Longer conditions wrap, so that the drawing keeps to its width as far
 * as names and values can be broken.
 *
 * @example
 * ```text
 * and
 * ├ Created_Time is between 2026-01-01T00:00:00+05:30 and 2026-06-30T23:59:59+05:30
 * └ or
 *   ├ Lead_Source is "Advertisement"
 *   └ Account_Name.Phone contains "5"
 * ```
 */
export function tree(criteria: Criteria, options?: TreeOptions): string {
	const { width = 80 } = checkOptions(options);
	if (typeof width !== "number" || Number.isNaN(width)) {
		throw new InvalidOptionError("width", `${showGiven(width)} is not a number of columns.`);
	}
	return draw(asNode(criteria), width).join("\n");
}

function draw(node: CriteriaNode, width: number): string[] {
	if (node.kind === "condition") return wrap(describeCondition(node), width);
	const { operator, members } = node;
	const lines: string[] = [operator];
	members.forEach((member, index) => {
		const isLast = index === members.length - 1;
		const [head = "", ...rest] = draw(member, width - indent);
		lines.push(`${isLast ? "└" : "├"} ${head}`, ...rest.map((line) => `${isLast ? " " : "│"} ${line}`));
	});
	return lines;
}

const indent = 2;

/** The room that a condition gets at any depth. */
const leastWidth = 20;

/** Breaks a text at spaces, or anywhere if it must; lines after the first are indented. */
function wrap(text: string, width: number): string[] {
	const room = Math.max(width, leastWidth);
	const margin = " ".repeat(indent);
	const lines: string[] = [];
	let rest = text;
	while (rest.length > room) {
		const space = rest.lastIndexOf(" ", room);
		const end = space > indent ? space : room;
		lines.push(rest.slice(0, end));
		rest = margin + rest.slice(space > indent ? end + 1 : end);
	}
	return [...lines, rest];
}
