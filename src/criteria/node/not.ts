import { showGiven } from "../../checks/show-given.js";
import { comparatorTraits, isComparator } from "../../schema/comparators.js";
import type { Criteria } from "./criteria.js";
import type { WireScalar, WireValue } from "./criteria-json.js";
import { asNode, Condition, type CriteriaNode, combine } from "./criteria-node.js";
import { type CriteriaIssue, InvalidCriteriaError } from "./invalid-criteria-error.js";

/**
 * The opposite of a filter. The API has no negation, so it is pushed down to the conditions: `and` becomes `or`, and
 * each comparator becomes its opposite. The number of conditions stays the same.
 *
 * Whether a record *without* a value matches a condition or its opposite is up to the API; its pages do not say.
 *
 * @throws {@link InvalidCriteriaError} that lists the conditions that have no opposite: `starts_with`, `ends_with`,
 * and raw conditions of unknown fields or comparators.
 */
export function not<Module extends string>(criteria: Criteria<Module>): Criteria<Module> {
	const issues: CriteriaIssue[] = [];
	const negated = negate(asNode(criteria), issues);
	if (negated === undefined || issues.length > 0) throw new InvalidCriteriaError(issues);
	// The opposite is of the same module.
	return negated as CriteriaNode & Criteria<Module>;
}

function negate(node: CriteriaNode, issues: CriteriaIssue[]): CriteriaNode | undefined {
	if (node.kind === "condition") return negateCondition(node, issues);
	const members = node.members.map((member) => negate(member, issues));
	return combine(node.operator === "and" ? "or" : "and", members);
}

function negateCondition(condition: Condition, issues: CriteriaIssue[]): Condition | undefined {
	const { reference } = condition;
	const { comparator, value } = condition.toJSON();
	const dataType = reference.field?.dataType;
	if (dataType === "boolean" && comparator === "equal") {
		const opposite = oppositeValues.get(value);
		if (opposite !== undefined) return new Condition(reference, comparator, opposite);
	} else if (dataType !== undefined && isComparator(comparator)) {
		const { opposite } = comparatorTraits[comparator];
		if (opposite !== undefined) return new Condition(reference, opposite, value);
	}
	issues.push({
		code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
		message: `${reference.path} ${comparator} ${showGiven(value)}: the API has no opposite of this.`,
		path: [],
		field: reference.path,
		comparator,
		given: value,
	});
	return undefined;
}

/** A boolean has one comparator, so its value is inverted instead; text stays text. */
const oppositeValues: ReadonlyMap<WireValue, WireScalar> = new Map<WireValue, WireScalar>([
	[true, false],
	[false, true],
	["true", "false"],
	["false", "true"],
]);
