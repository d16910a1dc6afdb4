import { didYouMean } from "../../checks/closest-names.js";
import { showGiven } from "../../checks/show-given.js";
import { comparatorsFor, type DataType, isComparator } from "../../schema/comparators.js";
import type { CriteriaIssue } from "../node/invalid-criteria-error.js";
import type { ValueRefusal } from "./value-refusal.js";
import { writeExpectation } from "./write-value.js";

/** The issue for a comparator that the table does not permit for the field's data type. */
export function forbiddenComparator(field: string, dataType: DataType, comparator: string): CriteriaIssue {
	const allowed = comparatorsFor(dataType);
	const hint = isComparator(comparator) ? "" : didYouMean(comparator, allowed);
	return {
		code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
		message: `${field} ${comparator}: ${article(dataType)} ${dataType} field does not take the comparator ${comparator}. ${hint === "" ? "" : `${hint.trim()} `}Allowed: ${allowed.join(", ")}.`,
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
	{ problem, code }: ValueRefusal,
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

const article = (dataType: DataType): string => (/^[aeio]/.test(dataType) ? "an" : "a");
