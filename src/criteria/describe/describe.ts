import type { Criteria } from "../node/criteria.js";
import type { GroupOperator } from "../node/criteria-json.js";
import { asNode, type CriteriaNode } from "../node/criteria-node.js";
import { describeCondition } from "./describe-condition.js";

/**
 * Writes a filter in English, with fields by their API names and text in quotes. Brackets appear only where `and` and
 * `or` meet.
 *
 * @example
 * ```ts
 * describe(or(where("Lead_Source").equal("Web"), where("Annual_Revenue").greaterEqual(1000).and(where("Email").isNotEmpty())));
 * // Lead_Source is "Web", or (Annual_Revenue is at least 1000, and Email is not empty)
 * ```
 */
export function describe(criteria: Criteria): string {
	return describeUnder(asNode(criteria), undefined);
}

function describeUnder(node: CriteriaNode, outer: GroupOperator | undefined): string {
	if (node.kind === "condition") return describeCondition(node);
	const { operator, members } = node;
	const [only] = members;
	if (only !== undefined && members.length === 1) return describeUnder(only, outer);
	const joined = members.map((member) => describeUnder(member, operator)).join(`, ${operator} `);
	return outer === undefined || outer === operator ? joined : `(${joined})`;
}
