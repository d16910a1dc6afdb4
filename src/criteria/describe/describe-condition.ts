import { type Comparator, type Family, familyOf, isComparator } from "../../schema/comparators.js";
import type { WireScalar, WireValue } from "../node/criteria-json.js";
import type { Condition } from "../node/criteria-node.js";
import { emptyText } from "../node/empty.js";

/** Says a condition in English: `Amount is at least 1000`. */
export function describeCondition(condition: Condition): string {
	const { path, field } = condition.reference;
	const { comparator, value } = condition.toJSON();
	const family = field === undefined ? "text" : familyOf[field.dataType];
	const phrase = isComparator(comparator) ? phraseOf(comparator, family) : comparator;
	const last = comparator === "between" || comparator === "not_between" ? "and" : "or";
	return `${path} ${phrase} ${describeValue(value, family, last)}`;
}

const phrases: Readonly<Record<Comparator, string>> = {
	equal: "is",
	not_equal: "is not",
	in: "is any of",
	not_in: "is none of",
	less_than: "is less than",
	less_equal: "is at most",
	greater_than: "is more than",
	greater_equal: "is at least",
	contains: "contains",
	not_contains: "does not contain",
	starts_with: "starts with",
	ends_with: "ends with",
	between: "is between",
	not_between: "is not between",
};

const datePhrases: Readonly<Partial<Record<Comparator, string>>> = {
	less_than: "is before",
	less_equal: "is on or before",
	greater_than: "is after",
	greater_equal: "is on or after",
};

function phraseOf(comparator: Comparator, family: Family): string {
	return (family === "date" ? datePhrases[comparator] : undefined) ?? phrases[comparator];
}

/** `["A", "B", "C"]` gives `"A", "B" or "C"`. */
function describeValue(value: WireValue, family: Family, last: string): string {
	if (typeof value !== "object") return describeScalar(value, family);
	const described = value.map((scalar) => describeScalar(scalar, family));
	const end = described.pop() ?? "nothing";
	return described.length === 0 ? end : `${described.join(", ")} ${last} ${end}`;
}

function describeScalar(scalar: WireScalar, family: Family): string {
	if (scalar === emptyText) return "empty";
	return typeof scalar === "string" && family === "text" ? JSON.stringify(scalar) : String(scalar);
}
