import { arities, type Comparator } from "../../schema/comparators.js";
import { emptyText } from "../node/empty.js";
import { ValueRefusal } from "./value-refusal.js";

const refuseCount = (problem: string): ValueRefusal =>
	new ValueRefusal(problem, "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE");

/** Says that a list is needed. */
export const noList: ValueRefusal = refuseCount("this comparator takes a list of values");

/** Says that a list needs a value. */
export const emptyList: ValueRefusal = refuseCount("this list is empty, and the API needs at least one value");

const noSingle: ValueRefusal = refuseCount("this comparator takes one value, not a list");

/** Says why the number of values does not fit the comparator, if it does not. */
export function refuseValueCount(comparator: Comparator, given: unknown): ValueRefusal | undefined {
	const arity = arities[comparator];
	if (!Array.isArray(given)) return arity === "one" ? undefined : noList;
	if (arity === "one") return noSingle;
	if (given.length === 0) return emptyList;
	return arity === "list" || given.length === 2
		? undefined
		: refuseCount(`a range has two ends, and this has ${given.length} value${given.length === 1 ? "" : "s"}`);
}

/** Says why two values are not a range, if they are not. */
export function refusePair(from: string, to: string): ValueRefusal | undefined {
	if (from === emptyText || to === emptyText) return refuseCount("a range has two ends, and EMPTY cannot be one");
	const inOrder = sharesOffset(from, to) ? from <= to : momentAt(from) <= momentAt(to);
	return inOrder ? undefined : refuseCount("the range ends before it begins");
}

/** Whether two days, or two date-times at the same offset, are spelled so that they sort like text. */
function sharesOffset(from: string, to: string): boolean {
	if (from.length !== to.length) return false;
	for (let at = 19; at < from.length; at++) if (from.charCodeAt(at) !== to.charCodeAt(at)) return false;
	return true;
}

/** Enough for what was checked to have the API's form; an engine need not read an offset without a colon. */
function momentAt(checked: string): number {
	return Date.parse(checked.replace(/(\d\d)(\d\d)$/, "$1:$2"));
}
