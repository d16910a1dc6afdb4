import { didYouMean } from "../../checks/closest-names.js";
import { isJsonObject } from "../../checks/json-object.js";
import { showGiven } from "../../checks/show-given.js";
import { checkModule } from "../../schema/check-module.js";
import { arities, comparators, isComparator, methodName } from "../../schema/comparators.js";
import type { AnyModule } from "../../schema/module-schema.js";
import type { Criteria } from "../node/criteria.js";
import { asNode } from "../node/criteria-node.js";
import { type CriteriaIssue, InvalidCriteriaError } from "../node/invalid-criteria-error.js";
import { FieldComparators } from "./field-comparators.js";
import { findFilterableField } from "./find-filterable-field.js";

/** A condition whose parts were chosen at run time. Any of them may be wrong. */
export interface ChosenCondition {
	/** API name of a field, or a path through a lookup. */
	readonly field: string;
	/** A comparator, as the API spells it. */
	readonly comparator: string;
	/** What the builder's method takes: one value, or a list for `in`, `not_in` and the two ends of a range. */
	readonly value: unknown;
}

/** What {@link safeCondition} returns: the criteria, or what is wrong with which part. */
export type BuiltCondition<Name extends string = string> =
	| { readonly success: true; readonly criteria: Criteria<Name> }
	| { readonly success: false; readonly issues: readonly CriteriaIssue[] };

/**
 * Builds a condition whose parts were chosen at run time, as in a form. It is checked and typed like the builder's own,
 * but never throws. The path of an issue names the part to show it beside: `["field"]`, `["comparator"]`, `["value"]`,
 * or `["value", 1]` for one of several.
 *
 * Whatever somebody types is a value: unlike in JSON, the text `${EMPTY}` does not mean "no value".
 *
 * @param module - the module that is filtered.
 * @param chosen - the field, the comparator, and the value or values.
 * @example
 * ```ts
 * const built = safeCondition(Contacts, { field: form.field, comparator: form.comparator, value: form.value });
 * if (built.success) console.log(bulkRead(Contacts).where(built.criteria));
 * else for (const { path, message } of built.issues) console.log(`${path[0]}: ${message}`);
 * ```
 */
export function safeCondition<Name extends string>(
	module: AnyModule & { readonly apiName: Name },
	chosen: ChosenCondition,
): BuiltCondition<Name> {
	checkModule(module);
	try {
		// What is built of a module is of its name.
		return { success: true, criteria: build(module, isJsonObject(chosen) ? chosen : nothingChosen) as Criteria<Name> };
	} catch (error) {
		if (!(error instanceof InvalidCriteriaError)) throw error;
		return { success: false, issues: error.issues };
	}
}

// What is no object has no field: it is refused in the words for one that was left out.
const nothingChosen = {} as ChosenCondition;

function build(module: AnyModule, { field, comparator, value }: ChosenCondition): Criteria {
	const about = beside(["field"], () => {
		if (typeof field !== "string") throw unknownName(`${showGiven(field)} is not a field's API name.`, field);
		return new FieldComparators(findFilterableField(module, field));
	});
	const method: unknown = beside(["comparator"], () => {
		if (isComparator(comparator)) return Reflect.get(about, methodName(comparator));
		throw unknownName(
			`${showGiven(comparator)} is not a comparator of the API.${didYouMean(comparator, comparators)}`,
			comparator,
			comparators,
		);
	});
	if (!isComparator(comparator) || typeof method !== "function")
		throw new TypeError("Every comparator has its method.");
	const isPair = arities[comparator] === "pair";
	if (isPair && !(Array.isArray(value) && value.length === 2)) {
		throw new InvalidCriteriaError([
			{
				code: "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
				message: `${field} ${comparator} ${showGiven(value)}: a range has two ends. Give a list of two.`,
				path: ["value"],
				field,
				comparator,
				given: value,
			},
		]);
	}
	try {
		return asNode(method.apply(about, isPair ? value : [value]));
	} catch (error) {
		throw error instanceof InvalidCriteriaError ? placed(error, value) : error;
	}
}

/** The part that the mistake belongs to: the comparator if the field does not take it, otherwise the value. */
function placed({ issues }: InvalidCriteriaError, value: unknown): InvalidCriteriaError {
	return new InvalidCriteriaError(
		issues.map((issue) => {
			if (issue.code === "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED") return { ...issue, path: ["comparator"] };
			const index = Array.isArray(value) ? value.indexOf(issue.given) : -1;
			return { ...issue, path: index === -1 ? ["value"] : ["value", index] };
		}),
	);
}

function beside<Found>(path: readonly string[], find: () => Found): Found {
	try {
		return find();
	} catch (error) {
		if (!(error instanceof InvalidCriteriaError)) throw error;
		throw new InvalidCriteriaError(error.issues.map((issue) => ({ ...issue, path })));
	}
}

function unknownName(message: string, given: unknown, allowed?: readonly string[]): InvalidCriteriaError {
	const code = allowed ? "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED" : "FIELD_IN_CRITERIA_NOT_AVAILABLE";
	return new InvalidCriteriaError([{ code, message, path: [], given, ...(allowed && { allowed }) }]);
}
