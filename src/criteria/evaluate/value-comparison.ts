import type { Comparator, DataType } from "../../schema/comparators.js";
import { comparisons } from "../../schema/comparisons.js";
import { valueKinds } from "../../schema/value-kinds.js";
import { offsetMinutes } from "../../time/moment.js";
import type { WireScalar, WireValue } from "../node/criteria-json.js";
import { emptyText } from "../node/empty.js";
import type { CompleteEvaluateOptions } from "./evaluate-options.js";
import { asNumberOrDigits, numberComparison } from "./number-comparison.js";
import { asBigInt, asBoolean, asDay, asId, asMoment, asText, asTexts, type ReadAs } from "./record-value.js";
import { textComparison } from "./text-comparison.js";

/** A condition to test. */
export interface Asked {
	readonly dataType: DataType;
	readonly comparator: Comparator;
	readonly value: WireValue;
	readonly options: CompleteEvaluateOptions;
}

/** Makes the test of one condition, for every value that a record may hold. */
export function valueComparison(asked: Asked): (value: unknown) => boolean {
	const { dataType, options } = asked;
	const dayOffset = offsetMinutes(options.dayOffset);
	switch (valueKinds[dataType]) {
		case "integer":
		case "decimal":
			return compareWith(asked, asNumberOrDigits, (expected) =>
				numberComparison(comparisons[asked.comparator].makeTest, expected),
			);
		case "digits":
			return orderedValueComparison(asked, asBigInt);
		case "day":
			return orderedValueComparison(asked, asDay(dayOffset));
		case "moment":
			return orderedValueComparison(asked, asMoment(dayOffset));
		case "boolean":
			return orderedValueComparison(asked, asBoolean);
		case "id":
			return orderedValueComparison(asked, asId);
		case "choices":
			return multiSelectComparison(asked);
		case "text":
		case "choice":
			return compareWith(asked, asText, (expected) => textComparison(asked.comparator, expected, options));
	}
}

function orderedValueComparison<Compared extends number | bigint | string | boolean>(
	asked: Asked,
	read: ReadAs<Compared>,
): (value: unknown) => boolean {
	const { makeTest } = comparisons[asked.comparator];
	return compareWith(asked, read, (expected) => makeTest(readAll(expected, read)));
}

function multiSelectComparison(asked: Asked): (value: unknown) => boolean {
	const { multiSelect, multiSelectSeparator } = asked.options;
	if (multiSelect === "whole") {
		const readWhole: ReadAs<string> = (value) => asTexts(value)?.join(multiSelectSeparator);
		return compareWith(asked, readWhole, (expected) => textComparison(asked.comparator, expected, asked.options));
	}
	return compareWith(asked, asTexts, (expected) => {
		const test = textComparison(asked.comparator, expected, asked.options);
		return (texts) => texts.some(test);
	});
}

/** The values of a condition in the form in which they are compared. */
export function readAll<Compared>(values: readonly WireScalar[], read: ReadAs<Compared>): Compared[] {
	return values.map(read).filter((value) => value !== undefined);
}

function compareWith<Compared>(
	{ comparator, value, options }: Asked,
	read: ReadAs<Compared>,
	makeTest: (expected: readonly WireScalar[]) => (value: Compared) => boolean,
): (value: unknown) => boolean {
	const { againstEmpty, negated } = comparisons[comparator];
	if (value === emptyText) {
		const { none, some } = againstEmpty;
		return (recorded) => (read(recorded) === undefined ? none : some) !== negated;
	}
	const { expected, listsEmpty } = expectedOf(value, options);
	const whenEmpty = listsEmpty ? !negated : negated && options.emptyMatchesNot;
	const test = makeTest(expected);
	return (recorded) => {
		const compared = read(recorded);
		return compared === undefined ? whenEmpty : test(compared) !== negated;
	};
}

/** The values of a condition as a list, and whether `${EMPTY}` is one of them and means "no value". */
export function expectedOf(
	value: WireValue,
	{ emptyInList }: CompleteEvaluateOptions,
): { readonly expected: readonly WireScalar[]; readonly listsEmpty: boolean } {
	if (typeof value !== "object") return { expected: [value], listsEmpty: false };
	if (emptyInList === "literal" || !value.includes(emptyText)) return { expected: value, listsEmpty: false };
	return { expected: value.filter((scalar) => scalar !== emptyText), listsEmpty: true };
}
