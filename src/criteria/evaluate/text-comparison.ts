import type { Comparator } from "../../schema/comparators.js";
import { comparisons, oneOf } from "../../schema/comparisons.js";
import type { WireScalar } from "../node/criteria-json.js";
import type { CompleteEvaluateOptions } from "./evaluate-options.js";

/** Makes the test of a text; for a negation, the test of what it negates. */
export function textComparison(
	comparator: Comparator,
	expected: readonly WireScalar[],
	{ caseSensitive }: CompleteEvaluateOptions,
): (text: string) => boolean {
	const texts = expected.map(String);
	const { makeTest } = comparisons[comparator];
	if (caseSensitive) return makeTest(texts);
	if (makeTest === oneOf && texts.length === 1) return sameLetters(texts[0] ?? "");
	const test = makeTest(texts.map(lowerCase));
	return (text) => test(text.toLowerCase());
}

/** Case-insensitive equality that changes the case of a text only if it might matter. */
function sameLetters(expected: string): (text: string) => boolean {
	const lower = lowerCase(expected);
	// Only a text of the same length can equal an ASCII text in lower case.
	const length = /^[\0-\x7f]*$/.test(lower) ? lower.length : undefined;
	return (text) => text === expected || ((length === undefined || text.length === length) && lowerCase(text) === lower);
}

const lowerCase = (text: string): string => text.toLowerCase();
