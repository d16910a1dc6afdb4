import type { Comparator } from "../../schema/comparators.js";

/** Comparators that match where another does not, as far as records with a value go. */
const positives = { not_equal: "equal", not_in: "in", not_contains: "contains", not_between: "between" } as const;

type Negative = keyof typeof positives;

/** A comparator that is not the negation of another one. */
export type Positive = Exclude<Comparator, Negative>;

/** Takes the negation from a comparator: `"not_in"` is `"in"`, negated. */
export function positiveOf(comparator: Comparator): { readonly positive: Positive; readonly negated: boolean } {
	return isNegative(comparator)
		? { positive: positives[comparator], negated: true }
		: { positive: comparator, negated: false };
}

const isNegative = (comparator: Comparator): comparator is Negative => Object.hasOwn(positives, comparator);
