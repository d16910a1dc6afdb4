import { type Comparator, comparatorsFor, comparatorTraits, type DataType } from "../schema/comparators.js";
import { EMPTY } from "./empty.js";
import { type CriteriaIssue, showGiven } from "./invalid-criteria-error.js";
import { momentOf } from "./moment.js";
import { Refusal } from "./refusal.js";
import { writeExpectation } from "./value.js";

/** The issue for a comparator that the table does not permit for the field's data type. */
export function forbiddenComparator(field: string, dataType: DataType, comparator: string): CriteriaIssue {
	const allowed = comparatorsFor(dataType);
	return {
		code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
		message: `${field} ${comparator}: a ${dataType} field does not take the comparator ${comparator}. Allowed: ${allowed.join(", ")}.`,
		path: [],
		field,
		comparator,
		given: comparator,
		allowed,
	};
}

/** The issue for a value that does not fit the field's data type or the comparator. */
export function wrongValue(
	field: string,
	dataType: DataType,
	comparator: string,
	given: unknown,
	{ problem, code }: Refusal,
): CriteriaIssue {
	return {
		code,
		message: `${field} ${comparator} ${showGiven(given)}: ${problem}. ${writeExpectation(dataType)}`,
		path: [],
		field,
		comparator,
		given,
	};
}

/** Says that a comparator takes another number of values than it was given. */
export function refuseCount(problem: string): Refusal {
	return new Refusal(problem, "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE");
}

/** Says why something is not as many values as a comparator takes, if it is not. */
export function refuseShape(comparator: Comparator, given: unknown): Refusal | undefined {
	const { arity } = comparatorTraits[comparator];
	const count = Array.isArray(given) ? given.length : undefined;
	if (arity === "one")
		return count === undefined ? undefined : refuseCount("this comparator takes one value, not a list");
	if (count === undefined) return refuseCount("this comparator takes a list of values");
	if (arity === "list") {
		return count > 0 ? undefined : refuseCount("this list is empty, and the API takes one value or more");
	}
	return count === 2 ? undefined : refuseCount(`a range has two ends, and this has ${count} values`);
}

/** Says why two values are not a range, if they are not. */
export function refusePair(from: string, to: string): Refusal | undefined {
	if (from === EMPTY || to === EMPTY) return refuseCount("a range has two ends, and EMPTY is none");
	const inOrder = sharesOffset(from, to) ? from <= to : momentOf(from) <= momentOf(to);
	return inOrder ? undefined : refuseCount("the range ends before it begins");
}

/** Whether two days, or two date-times at the same offset, are written so that they order like text. */
function sharesOffset(from: string, to: string): boolean {
	if (from.length !== to.length) return false;
	for (let at = 19; at < from.length; at++) if (from.charCodeAt(at) !== to.charCodeAt(at)) return false;
	return true;
}
