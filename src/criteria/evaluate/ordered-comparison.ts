import type { Positive } from "./positive-comparator.js";

/** Makes the test of a value that has an order, for a comparator that is no negation. */
export function orderedComparison<Compared extends number | bigint | string | boolean>(
	comparator: Positive,
	expected: readonly Compared[],
): (value: Compared) => boolean {
	const [first, last = first] = expected;
	if (first === undefined || last === undefined) return () => false;
	switch (comparator) {
		case "less_than":
			return (value) => value < first;
		case "less_equal":
			return (value) => value <= first;
		case "greater_than":
			return (value) => value > first;
		case "greater_equal":
			return (value) => value >= first;
		case "between":
			return (value) => value >= first && value <= last;
		default:
			return oneOf(expected);
	}
}

/** Makes the test for being one of some values. */
export function oneOf<Value>(expected: readonly Value[]): (value: Value) => boolean {
	const [only] = expected;
	if (expected.length === 1) return (value) => value === only;
	const values = new Set(expected);
	return (value) => values.has(value);
}
