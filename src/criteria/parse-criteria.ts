import { type Comparator, comparatorsFor, comparatorTraits } from "../schema/comparators.js";
import { limits } from "../schema/limits.js";
import type { AnyModule, FieldDescriptor } from "../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../schema/path.js";
import type { Criteria } from "./criteria.js";
import { Condition, type CriteriaNode, type FieldReference, Group } from "./criteria-node.js";
import { pairProblem } from "./field-comparators.js";
import { type CriteriaCode, type CriteriaIssue, InvalidCriteriaError, showGiven } from "./invalid-criteria-error.js";
import { readValue, writeExpectation } from "./value.js";
import type { GroupOperator, WireScalar, WireValue } from "./wire.js";

/** What reading a criteria may allow beyond the API's documented rules. */
export interface ParseCriteriaOptions {
	/**
	 * Whether a group may have one member. The API documents that it refuses one (`AMBIGUOUS_GROUP_IN_CRITERIA`), while
	 * a sample on its own page has one; the default is to refuse.
	 */
	readonly allowGroupOfOne?: boolean;
}

/** What {@link safeParseCriteria} gives: the criteria, or what is wrong with it. */
export type ParsedCriteria<Name extends string = string> =
	| { readonly success: true; readonly criteria: Criteria<Name> }
	| { readonly success: false; readonly issues: readonly CriteriaIssue[] };

/** A module whose name the compiler knows, or any module. */
type Named<Name extends string> = AnyModule & { readonly apiName: Name };

/** How deep groups may nest. Ours: the API documents no limit, and its own samples nest five. */
const maxDepth = 50;

/** After this many problems, or this many members of groups, reading stops: input may be hostile. */
const maxIssues = 100;
const maxMembers = 1_000;

/** Longer text is the name of no field. */
const maxPathLength = 255;

/**
 * Reads a criteria from JSON, as API v2 (`api_name`) or v8 (`field: { api_name }`) spells it. What is accepted is
 * printed back unchanged in v2's spelling: same nesting, same values.
 *
 * @param module - the module that the criteria filters.
 * @param json - the parsed JSON of a criteria.
 * @throws {@link InvalidCriteriaError} that lists everything that is wrong, each with its path (the first 100 of them).
 */
export function parseCriteria<Name extends string>(
	module: Named<Name>,
	json: unknown,
	options: ParseCriteriaOptions = {},
): Criteria<Name> {
	const parsed = safeParseCriteria(module, json, options);
	if (parsed.success) return parsed.criteria;
	throw new InvalidCriteriaError(parsed.issues);
}

/** Like {@link parseCriteria}, but gives the list of what is wrong instead of throwing it. */
export function safeParseCriteria<Name extends string>(
	module: Named<Name>,
	json: unknown,
	options: ParseCriteriaOptions = {},
): ParsedCriteria<Name> {
	const reading = new Reading(module, options);
	const node = reading.criteria(json, ["criteria"], 0);
	if (reading.conditions > limits.conditions) reading.report(tooManyConditions(reading.conditions));
	if (node === undefined || reading.issues.length > 0) return { success: false, issues: reading.issues };
	return { success: true, criteria: node as CriteriaNode & Criteria<Name> };
}

type Path = readonly (string | number)[];
type JsonObject = Readonly<Record<string, unknown>>;

const conditionKeys: ReadonlySet<string> = new Set(["api_name", "field", "comparator", "value"]);
const groupKeys: ReadonlySet<string> = new Set(["group", "group_operator"]);

/** One reading: what was found so far. */
class Reading {
	readonly issues: CriteriaIssue[] = [];
	conditions = 0;
	#members = 0;
	readonly #module: AnyModule;
	readonly #options: ParseCriteriaOptions;

	constructor(module: AnyModule, options: ParseCriteriaOptions) {
		this.#module = module;
		this.#options = options;
	}

	report(issue: CriteriaIssue): undefined {
		if (this.issues.length < maxIssues) this.issues.push(issue);
	}

	criteria(json: unknown, path: Path, depth: number): CriteriaNode | undefined {
		if (!isObject(json)) {
			return this.#refuse("INVALID_CRITERIA", path, json, json, `${showGiven(json)} is not a criteria. ${shapes}`);
		}
		const keys = Object.keys(json);
		const isCondition = keys.some((key) => conditionKeys.has(key));
		const isGroup = keys.some((key) => groupKeys.has(key));
		if (isCondition === isGroup) {
			const problem = isGroup ? "This is both a condition and a group." : "This is neither a condition nor a group.";
			return this.#refuse("AMBIGUOUS_CRITERIA", path, json, json, `${problem} ${shapes}`);
		}
		const known = isGroup ? groupKeys : conditionKeys;
		for (const key of keys) {
			if (!known.has(key)) {
				const message = `"${key}" is no part of a ${isGroup ? "group" : "condition"}. ${shapes}`;
				this.#refuse("INVALID_CRITERIA", [...path, key], json[key], json, message);
			}
		}
		return isGroup ? this.#group(json, path, depth) : this.#condition(json, path);
	}

	#group(json: JsonObject, path: Path, depth: number): Group | undefined {
		const operator = this.#operator(json, path);
		if (!Object.hasOwn(json, "group"))
			return this.#refuse("AMBIGUOUS_CRITERIA", path, json, json, `"group" is missing. ${shapes}`);
		const given = json.group;
		const at = [...path, "group"];
		if (!Array.isArray(given)) {
			return this.#refuse("INVALID_CRITERIA", at, given, json, `${showGiven(given)} is not a list of criteria.`);
		}
		if (given.length === 0 || (given.length === 1 && this.#options.allowGroupOfOne !== true)) {
			const message = `A group has two members or more, and this has ${given.length}. Put a single condition in the group's place.`;
			this.#refuse("AMBIGUOUS_GROUP_IN_CRITERIA", at, given, json, message);
		}
		if (depth >= maxDepth) {
			return this.#refuse(
				"INVALID_CRITERIA",
				at,
				given,
				json,
				`Groups nest deeper than ${maxDepth}, which is not read.`,
			);
		}
		const members: CriteriaNode[] = [];
		let size = 0;
		for (let index = 0; index < given.length && this.#members < maxMembers; index++) {
			this.#members++;
			const member = this.criteria(given[index], [...at, index], depth + 1);
			if (member === undefined) continue;
			members.push(member);
			size += member.size;
		}
		const [first, ...others] = members;
		if (first === undefined || operator === undefined || members.length !== given.length) {
			return undefined;
		}
		return Group.exactly(operator, [first, ...others], size);
	}

	#operator(json: JsonObject, path: Path): GroupOperator | undefined {
		if (!Object.hasOwn(json, "group_operator")) {
			return this.#refuse("AMBIGUOUS_CRITERIA", path, json, json, `"group_operator" is missing. ${shapes}`);
		}
		const given = json.group_operator;
		if (given === "and" || given === "or") return given;
		return this.report({
			code: "GROUP_OPERATOR_NOT_SUPPORTED",
			message: `${showGiven(given)} is not a group operator. Allowed: and, or.`,
			path: [...path, "group_operator"],
			criteria: json,
			given,
			allowed: ["and", "or"],
		});
	}

	#condition(json: JsonObject, path: Path): Condition | undefined {
		this.conditions++;
		const reference = this.#field(json, path);
		const comparator = this.#comparator(json, path, reference);
		const value = this.#value(json, path, reference?.field, comparator);
		if (reference === undefined || comparator === undefined || value === undefined) return undefined;
		return new Condition(reference, comparator, value);
	}

	#field(json: JsonObject, path: Path): (FieldReference & { readonly field: FieldDescriptor }) | undefined {
		const named = this.#fieldName(json, path);
		if (named === undefined) return undefined;
		const found =
			named.name.length > maxPathLength
				? {
						problem: `${showGiven(named.name)} is not a field of ${this.#module.apiName}.`,
						path: named.name,
						allowed: [],
					}
				: resolvePath(this.#module, named.name);
		if (isPathProblem(found)) {
			return this.report({
				code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
				message: found.problem,
				path: named.path,
				criteria: json,
				field: named.name,
				given: named.name,
				allowed: found.allowed,
			});
		}
		if (!found.field.filterable) {
			return this.report({
				code: "FIELD_IN_CRITERIA_NOT_SUPPORTED",
				message: `"${named.name}" of ${this.#module.apiName} may not stand in criteria.`,
				path: named.path,
				criteria: json,
				field: named.name,
				given: named.name,
			});
		}
		return { module: this.#module, path: named.name, field: found.field };
	}

	#fieldName(json: JsonObject, path: Path): { readonly name: string; readonly path: Path } | undefined {
		const inV2 = Object.hasOwn(json, "api_name");
		const inV8 = Object.hasOwn(json, "field");
		if (inV2 === inV8) {
			const problem = inV2 ? `"api_name" and "field" both name the field; give one.` : `"api_name" is missing.`;
			return this.#refuse("AMBIGUOUS_CRITERIA", path, json, json, `${problem} ${shapes}`);
		}
		const at = inV2 ? [...path, "api_name"] : [...path, "field", "api_name"];
		const holder = inV2 ? json : json.field;
		const name = isObject(holder) && Object.hasOwn(holder, "api_name") ? holder.api_name : undefined;
		if (typeof name === "string") return { name, path: at };
		return this.#refuse("INVALID_CRITERIA", at, name, json, `${showGiven(name)} is not the API name of a field.`);
	}

	#comparator(json: JsonObject, path: Path, reference: FieldReference | undefined): Comparator | undefined {
		if (!Object.hasOwn(json, "comparator")) {
			return this.#refuse("AMBIGUOUS_CRITERIA", path, json, json, `"comparator" is missing. ${shapes}`);
		}
		const given = json.comparator;
		const allowed = reference?.field === undefined ? undefined : comparatorsFor(reference.field.dataType);
		if (typeof given === "string" && Object.hasOwn(comparatorTraits, given)) {
			const comparator = given as Comparator;
			if (allowed === undefined || allowed.includes(comparator)) return comparator;
		}
		const dataType = reference?.field?.dataType;
		return this.report({
			code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
			message:
				dataType === undefined
					? `${showGiven(given)} is not a comparator of the API.`
					: `A ${dataType} field does not take the comparator ${showGiven(given)}. Allowed: ${allowed?.join(", ")}.`,
			path: [...path, "comparator"],
			criteria: json,
			given,
			...(reference === undefined ? {} : { field: reference.path }),
			...(typeof given === "string" ? { comparator: given } : {}),
			...(allowed === undefined ? {} : { allowed }),
		});
	}

	#value(
		json: JsonObject,
		path: Path,
		field: FieldDescriptor | undefined,
		comparator: Comparator | undefined,
	): WireValue | undefined {
		if (!Object.hasOwn(json, "value")) {
			return this.#refuse("AMBIGUOUS_CRITERIA", path, json, json, `"value" is missing. ${shapes}`);
		}
		if (field === undefined || comparator === undefined) return undefined;
		const given = json.value;
		const at = [...path, "value"];
		const { arity } = comparatorTraits[comparator];
		if (arity === "one") {
			if (!Array.isArray(given)) return this.#scalar(given, at, json, field);
		} else if (Array.isArray(given) && (arity === "list" ? given.length > 0 : given.length === 2)) {
			const values: WireScalar[] = [];
			for (let index = 0; index < given.length && this.issues.length < maxIssues; index++) {
				const value = this.#scalar(given[index], [...at, index], json, field);
				if (value !== undefined) values.push(value);
			}
			if (values.length !== given.length) return undefined;
			const problem = arity === "pair" ? pairProblem(String(values[0]), String(values[1])) : undefined;
			if (problem === undefined) return Object.freeze(values);
			return this.#refuse(
				"COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
				at,
				given,
				json,
				`${showGiven(given)}: ${problem}.`,
			);
		}
		const wanted = { one: "one value", list: "a list of one value or more", pair: "a list of two values" }[arity];
		const message = `${comparator} takes ${wanted}, not ${showGiven(given)}. ${writeExpectation(field.dataType)}`;
		return this.#refuse("COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE", at, given, json, message);
	}

	#scalar(given: unknown, path: Path, json: JsonObject, field: FieldDescriptor): WireScalar | undefined {
		const checked = readValue(field.dataType, given);
		if ("value" in checked) return checked.value;
		const message = `${showGiven(given)}: ${checked.problem}. ${writeExpectation(field.dataType)}`;
		return this.#refuse("FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE", path, given, json, message);
	}

	#refuse(code: CriteriaCode, path: Path, given: unknown, criteria: unknown, message: string): undefined {
		const leaf = isObject(criteria) ? criteria : {};
		return this.report({
			code,
			message,
			path,
			criteria,
			given,
			...(typeof leaf.api_name === "string" ? { field: leaf.api_name } : {}),
			...(typeof leaf.comparator === "string" ? { comparator: leaf.comparator } : {}),
		});
	}
}

const shapes =
	"Give either a condition { api_name, comparator, value } or a group { group_operator, group } of two members or more.";

function tooManyConditions(size: number): CriteriaIssue {
	return {
		code: "CRITERIA_LIMIT_EXCEEDED",
		message: `${size} conditions are more than the ${limits.conditions} that the API takes. Use a list of values, a custom view, or several jobs.`,
		path: ["criteria"],
		given: size,
		limit: limits.conditions,
	};
}

function isObject(json: unknown): json is JsonObject {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}
