import { limits } from "../../facts/limits.js";
import type { WireScalar } from "./criteria-json.js";
import { Condition, type CriteriaNode, combine, type FieldReference, Group } from "./criteria-node.js";
import { type CriteriaIssue, InvalidCriteriaError } from "./invalid-criteria-error.js";

/** A list of values that may take several conditions. */
export interface LongList {
	readonly reference: FieldReference;
	readonly values: readonly WireScalar[];
}

/**
 * Tests whether a field is one of some values, in as many conditions as the API needs for them: `in` lists are joined
 * with "or", `not_in` lists with "and".
 *
 * @param values - the list is kept without a copy: nobody else may hold it.
 * @param listValues - how many values one list takes.
 */
export function conditionOnList(
	reference: FieldReference,
	comparator: "in" | "not_in",
	values: readonly WireScalar[],
	listValues: number = limits.listValues,
): CriteriaNode {
	if (values.length <= listValues) return new Condition(reference, comparator, values);
	const lists: Condition[] = [];
	for (let at = 0; at < values.length; at += listValues) {
		lists.push(new Condition(reference, comparator, values.slice(at, at + listValues)));
	}
	// A list of wanted values can be divided among several jobs; a list of unwanted ones cannot.
	if (comparator === "not_in" && lists.length > limits.conditions) {
		throw new InvalidCriteriaError([tooManyLists(reference.path, values.length, lists.length)]);
	}
	return new Group(reference.module, comparator === "in" ? "or" : "and", lists, lists.length);
}

/** The list of an `in`, or of several on one field joined with "or"; `undefined` for any other filter. */
export function listOf(node: CriteriaNode): LongList | undefined {
	const members = node.kind === "group" ? node.members : [node];
	if (node.kind === "group" && node.operator !== "or") return undefined;
	const values: WireScalar[] = [];
	const [first] = members;
	if (first?.kind !== "condition") return undefined;
	const { path } = first.reference;
	for (const member of members) {
		if (member.kind !== "condition") return undefined;
		const { api_name, comparator, value } = member.toJSON();
		if (comparator !== "in" || api_name !== path || typeof value !== "object") return undefined;
		values.push(...value);
	}
	return { reference: first.reference, values };
}

/**
 * The filter with every list in as many conditions as the API needs for it.
 *
 * @param listValues - how many values one list takes.
 */
export function divideLists(node: CriteriaNode, listValues: number): CriteriaNode {
	const list = listOf(node);
	if (list !== undefined) return conditionOnList(list.reference, "in", list.values, listValues);
	if (node.kind === "group") {
		const members = node.members.map((member) => divideLists(member, listValues));
		return combine(node.operator, members) ?? node;
	}
	const { comparator, value } = node.toJSON();
	if (comparator !== "not_in" || typeof value !== "object") return node;
	return conditionOnList(node.reference, "not_in", value, listValues);
}

function tooManyLists(path: string, values: number, lists: number): CriteriaIssue {
	return {
		code: "CRITERIA_LIMIT_EXCEEDED",
		message: `${path}: ${values} values need ${lists} lists, each of which is a condition, but the API takes at most ${limits.conditions} conditions.`,
		path: [],
		field: path,
		given: values,
		limit: limits.conditions,
	};
}
