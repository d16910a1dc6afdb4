import type { WireScalar } from "../node/criteria-json.js";
import type { CompleteEvaluateOptions } from "./evaluate-options.js";
import { oneOf } from "./ordered-comparison.js";
import type { Positive } from "./positive-comparator.js";

/** Makes the test of a text, for a comparator that is no negation. */
export function textComparison(
	comparator: Positive,
	expected: readonly WireScalar[],
	{ caseSensitive }: CompleteEvaluateOptions,
): (text: string) => boolean {
	const texts = expected.map(String);
	if (caseSensitive) return exactComparison(comparator, texts);
	if (comparator === "equal" && texts.length === 1) return sameLetters(texts[0] ?? "");
	const test = exactComparison(comparator, texts.map(lowerCase));
	return (text) => test(text.toLowerCase());
}

function exactComparison(comparator: Positive, expected: readonly string[]): (text: string) => boolean {
	const [first = ""] = expected;
	switch (comparator) {
		case "contains":
			return (text) => text.includes(first);
		case "starts_with":
			return (text) => text.startsWith(first);
		case "ends_with":
			return (text) => text.endsWith(first);
		default:
			return oneOf(expected);
	}
}

/** Equality whatever the case, that changes the case of a text only where it might matter. */
function sameLetters(expected: string): (text: string) => boolean {
	const lower = lowerCase(expected);
	// Only a text of the same length has the lower case of an ASCII text.
	const length = /^[\0-\x7f]*$/.test(lower) ? lower.length : undefined;
	return (text) => text === expected || ((length === undefined || text.length === length) && lowerCase(text) === lower);
}

const lowerCase = (text: string): string => text.toLowerCase();
