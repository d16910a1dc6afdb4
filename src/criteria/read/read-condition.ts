import { didYouMean } from "../../checks/closest-names.js";
import { isJsonObject, type JsonObject } from "../../checks/json-object.js";
import type { JsonPath } from "../../checks/json-path.js";
import { showGiven } from "../../checks/show-given.js";
import {
	arities,
	type Comparator,
	comparators,
	comparatorsFor,
	type DataType,
	isComparator,
} from "../../schema/comparators.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import { forbiddenComparator, wrongValue } from "../build/condition-issue.js";
import type { DescribedReference } from "../build/field-comparators.js";
import { refusePair, refuseValueCount } from "../build/value-count.js";
import type { ValueRefusal } from "../build/value-refusal.js";
import { readValue } from "../build/write-value.js";
import type { WireScalar, WireValue } from "../node/criteria-json.js";
import { Condition } from "../node/criteria-node.js";
import type { CriteriaIssue } from "../node/invalid-criteria-error.js";
import { incomplete, mistake, shapes } from "./json-mistake.js";

/** Records a mistake; returns nothing, so that a reader can return what it reported. */
export type Report = (issue: CriteriaIssue) => undefined;

/** Reads one condition, or reports everything that is wrong with it. */
export function readCondition(
	module: AnyModule,
	json: JsonObject,
	path: JsonPath,
	report: Report,
): Condition | undefined {
	const reference = readField(module, json, path, report);
	const comparator = readComparator(reference, json, path, report);
	const value = readConditionValue(reference, comparator, json, path, report);
	if (reference === undefined || comparator === undefined || value === undefined) return undefined;
	return new Condition(reference, comparator, value);
}

/** Longer text cannot be a field's name, and is not compared with all of them. */
const maxPathLength = 255;

/** After this many mistakes in one list, the rest is not read: it may be huge. */
const maxMistakesInList = 100;

function readField(
	module: AnyModule,
	json: JsonObject,
	path: JsonPath,
	report: Report,
): DescribedReference | undefined {
	const named = readName(json, path, report);
	if (named === undefined) return undefined;
	const { name, at } = named;
	const found =
		name.length <= maxPathLength
			? resolvePath(module, name)
			: { path: name, problem: `${showGiven(name)} is not a field of ${module.apiName}.`, allowed: [] };
	if (isPathProblem(found)) {
		const issue = mistake("FIELD_IN_CRITERIA_NOT_AVAILABLE", found.problem, at, json, name);
		return report({ ...issue, field: name, allowed: found.allowed });
	}
	if (!found.field.filterable) {
		const message = `"${name}" of ${module.apiName} cannot be filtered.`;
		return report({ ...mistake("FIELD_IN_CRITERIA_NOT_SUPPORTED", message, at, json, name), field: name });
	}
	return { module, path: name, field: found.field };
}

/** Reads the field's name as v2 or v8 spells it. The `id` that v8 may put beside the name adds nothing. */
function readName(
	json: JsonObject,
	path: JsonPath,
	report: Report,
): { readonly name: string; readonly at: JsonPath } | undefined {
	const inV8 = Object.hasOwn(json, "field");
	if (Object.hasOwn(json, "api_name") && inV8) {
		const message = `"api_name" and "field" both name the field: give one. ${shapes}`;
		return report(mistake("AMBIGUOUS_CRITERIA", message, path, json, json));
	}
	if (!Object.hasOwn(json, "api_name") && !inV8) return report(incomplete("api_name", json, path));
	const holder = inV8 ? json.field : json;
	if (!isJsonObject(holder) || (inV8 && !isName(holder))) {
		const message = `${showGiven(holder)} does not name a field: give { api_name }.`;
		return report(mistake("INVALID_CRITERIA", message, [...path, "field"], json, holder));
	}
	const at = [...path, ...(inV8 ? ["field", "api_name"] : ["api_name"])];
	const name = holder.api_name;
	if (typeof name === "string") return { name, at };
	const message = `${showGiven(name)} is not the API name of a field.`;
	return report(mistake("INVALID_CRITERIA", message, at, json, name));
}

const isName = (field: JsonObject): boolean =>
	Object.hasOwn(field, "api_name") && Object.keys(field).every((key) => key === "api_name" || key === "id");

function readComparator(
	reference: DescribedReference | undefined,
	json: JsonObject,
	path: JsonPath,
	report: Report,
): Comparator | undefined {
	if (!Object.hasOwn(json, "comparator")) return report(incomplete("comparator", json, path));
	const given = json.comparator;
	const at = [...path, "comparator"];
	const isKnown = typeof given === "string" && isComparator(given);
	if (reference === undefined) {
		if (isKnown) return given;
		const message = `${showGiven(given)} is not a comparator of the API.${didYouMean(given, comparators)}`;
		const issue = mistake("FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED", message, at, json, given);
		return report({ ...issue, allowed: comparators });
	}
	const { dataType } = reference.field;
	if (isKnown && comparatorsFor(dataType).includes(given)) return given;
	const named = typeof given === "string" && given.length <= maxPathLength ? given : showGiven(given);
	return report({ ...forbiddenComparator(reference.path, dataType, named), path: at, criteria: json, given });
}

function readConditionValue(
	reference: DescribedReference | undefined,
	comparator: Comparator | undefined,
	json: JsonObject,
	path: JsonPath,
	report: Report,
): WireValue | undefined {
	if (!Object.hasOwn(json, "value")) return report(incomplete("value", json, path));
	if (reference === undefined || comparator === undefined) return undefined;
	const at = [...path, "value"];
	const { dataType } = reference.field;
	const refuse = (given: unknown, refusal: ValueRefusal, place: JsonPath): undefined =>
		report({
			...wrongValue(reference.path, dataType, comparator, given, refusal),
			path: place,
			criteria: json,
		});
	const refusal = refuseValueCount(comparator, json.value);
	if (refusal !== undefined) return refuse(json.value, refusal, at);
	if (!Array.isArray(json.value)) return readScalar(dataType, json.value, at, refuse);
	const values: WireScalar[] = [];
	for (let index = 0; index < json.value.length && index - values.length < maxMistakesInList; index++) {
		const value = readScalar(dataType, json.value[index], [...at, index], refuse);
		if (value !== undefined) values.push(value);
	}
	if (values.length !== json.value.length) return undefined;
	const outOfOrder = arities[comparator] === "pair" && refusePair(String(values[0]), String(values[1]));
	return outOfOrder ? refuse(json.value, outOfOrder, at) : values;
}

function readScalar(
	dataType: DataType,
	given: unknown,
	at: JsonPath,
	refuse: (given: unknown, refusal: ValueRefusal, at: JsonPath) => undefined,
): WireScalar | undefined {
	const read = readValue(dataType, given);
	return typeof read === "object" ? refuse(given, read, at) : read;
}
