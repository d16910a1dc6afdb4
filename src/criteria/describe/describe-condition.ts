import { comparatorLabel, comparatorTraits, type Family, familyOf, isComparator } from "../../schema/comparators.js";
import type { WireScalar, WireValue } from "../node/criteria-json.js";
import type { Condition } from "../node/criteria-node.js";
import { emptyText } from "../node/empty.js";

/** Writes a condition in English: `Amount is at least 1000`. */
export function describeCondition(condition: Condition): string {
	const { path, field } = condition.reference;
	const { comparator, value } = condition.toJSON();
	const family = field === undefined ? "text" : familyOf[field.dataType];
	const isKnown = isComparator(comparator);
	const phrase = isKnown ? comparatorLabel(comparator, field?.dataType ?? "text") : comparator;
	const last = isKnown && comparatorTraits[comparator].arity === "pair" ? "and" : "or";
	return `${path} ${phrase} ${describeValue(value, family, last)}`;
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
