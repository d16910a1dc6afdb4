import type { Comparator, DataType } from "../schema/comparators.js";
import { EMPTY } from "./empty.js";
import type { CompleteEvaluateOptions } from "./evaluate-options.js";
import { offsetMinutes } from "./moment.js";
import { asBigInt, asBoolean, asDay, asId, asMoment, asNumber, asText, asTexts, type ReadAs } from "./record-value.js";
import type { WireScalar, WireValue } from "./wire.js";

/** Whether a value of a record passes. */
export type ValueTest = (value: unknown) => boolean;

/** Makes the test of one condition. */
export function testOf(
	dataType: DataType,
	comparator: Comparator,
	value: WireValue,
	options: CompleteEvaluateOptions,
): ValueTest {
	switch (dataType) {
		case "integer":
		case "decimal":
		case "currency":
		case "percent":
			return orderedTest(asNumber, comparator, value, options);
		case "bigint":
			return orderedTest(asBigInt, comparator, value, options);
		case "date":
			return orderedTest(asDay(offsetMinutes(options.dayOffset)), comparator, value, options);
		case "datetime":
			return orderedTest(asMoment(offsetMinutes(options.dayOffset)), comparator, value, options);
		case "boolean":
			return orderedTest(asBoolean, comparator, value, options);
		case "lookup":
		case "owner":
		case "user":
			return orderedTest(asId, comparator, value, options);
		case "multi-select":
			return options.multiSelect === "any"
				? anyTextTest(comparator, value, options)
				: textTest(wholeText(options), comparator, value, options);
		default:
			return textTest(asText, comparator, value, options);
	}
}

/** Comparators that match exactly where another does not, as far as records with a value go. */
const positives = { not_equal: "equal", not_in: "in", not_contains: "contains", not_between: "between" } as const;

type Negative = keyof typeof positives;
type Positive = Exclude<Comparator, Negative>;

const isNegative = (comparator: Comparator): comparator is Negative => Object.hasOwn(positives, comparator);

/** `${EMPTY}` sorts before every value: whether no value and any value match when compared with it. */
const againstEmpty: Readonly<Record<Positive, { readonly none: boolean; readonly some: boolean }>> = {
	equal: { none: true, some: false },
	in: { none: true, some: false },
	contains: { none: true, some: false },
	starts_with: { none: true, some: false },
	ends_with: { none: true, some: false },
	less_than: { none: false, some: false },
	less_equal: { none: true, some: false },
	greater_than: { none: false, some: true },
	greater_equal: { none: true, some: true },
	between: { none: true, some: false },
};

function makeTest<Compared>(
	read: ReadAs<Compared>,
	comparator: Comparator,
	value: WireValue,
	options: CompleteEvaluateOptions,
	testValue: (positive: Positive, expected: readonly WireScalar[]) => (value: Compared) => boolean,
): ValueTest {
	const negated = isNegative(comparator);
	const positive = negated ? positives[comparator] : comparator;
	if (value === EMPTY) {
		const { none, some } = againstEmpty[positive];
		return (given) => (read(given) === undefined ? none : some) !== negated;
	}
	const given: readonly WireScalar[] = typeof value === "object" ? value : [value];
	const listsEmpty = options.emptyInList === "empty" && given.includes(EMPTY);
	const expected = listsEmpty ? given.filter((scalar) => scalar !== EMPTY) : given;
	const whenEmpty = listsEmpty ? !negated : negated && options.emptyMatchesNot;
	const test = testValue(positive, expected);
	return (recorded) => {
		const compared = read(recorded);
		return compared === undefined ? whenEmpty : test(compared) !== negated;
	};
}

function orderedTest<Compared extends number | bigint | string | boolean>(
	read: ReadAs<Compared>,
	comparator: Comparator,
	value: WireValue,
	options: CompleteEvaluateOptions,
): ValueTest {
	return makeTest(read, comparator, value, options, (positive, given) => {
		const expected = given.map(read).filter((scalar) => scalar !== undefined);
		const [first, second] = expected;
		if (first === undefined) return () => false;
		switch (positive) {
			case "less_than":
				return (compared) => compared < first;
			case "less_equal":
				return (compared) => compared <= first;
			case "greater_than":
				return (compared) => compared > first;
			case "greater_equal":
				return (compared) => compared >= first;
			case "between":
				return second === undefined ? () => false : (compared) => compared >= first && compared <= second;
			case "in":
				return (compared) => expected.includes(compared);
			default:
				return (compared) => compared === first;
		}
	});
}

type TextTest = (text: string) => boolean;

function textTest(
	read: ReadAs<string>,
	comparator: Comparator,
	value: WireValue,
	options: CompleteEvaluateOptions,
): ValueTest {
	return makeTest(read, comparator, value, options, (positive, expected) => compareText(positive, expected, options));
}

function anyTextTest(comparator: Comparator, value: WireValue, options: CompleteEvaluateOptions): ValueTest {
	return makeTest(asTexts, comparator, value, options, (positive, expected) => {
		const test = compareText(positive, expected, options);
		return (texts) => texts.some(test);
	});
}

const wholeText =
	(options: CompleteEvaluateOptions): ReadAs<string> =>
	(value) =>
		asTexts(value)?.join(options.multiSelectSeparator);

function compareText(
	positive: Positive,
	given: readonly WireScalar[],
	{ caseSensitive }: CompleteEvaluateOptions,
): TextTest {
	const fold = caseSensitive ? (text: string) => text : (text: string) => text.toLowerCase();
	const expected = given.map((scalar) => fold(String(scalar)));
	const [first = ""] = expected;
	switch (positive) {
		case "in":
			return (text) => expected.includes(fold(text));
		case "contains":
			return (text) => fold(text).includes(first);
		case "starts_with":
			return (text) => fold(text).startsWith(first);
		case "ends_with":
			return (text) => fold(text).endsWith(first);
		default:
			return (text) => fold(text) === first;
	}
}
