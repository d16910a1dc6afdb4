import { checkOptions } from "../../checks/check-argument.js";
import { didYouMean } from "../../checks/closest-names.js";
import { isJsonObject, type JsonObject } from "../../checks/json-object.js";
import type { JsonPath } from "../../checks/json-path.js";
import { showGiven } from "../../checks/show-given.js";
import { limits } from "../../facts/limits.js";
import { checkModule } from "../../schema/check-module.js";
import type { AnyModule } from "../../schema/module-schema.js";
import type { Criteria } from "../node/criteria.js";
import type { GroupOperator } from "../node/criteria-json.js";
import { type CriteriaNode, Group } from "../node/criteria-node.js";
import { tooManyConditions } from "../node/group-issue.js";
import { type CriteriaIssue, InvalidCriteriaError } from "../node/invalid-criteria-error.js";
import { incomplete, mistake, shapes } from "./json-mistake.js";
import { readCondition } from "./read-condition.js";

/** What parsing may allow beyond the API's documented rules. */
export interface ParseCriteriaOptions {
	/**
	 * Whether a group may have a single member. The API documents that it refuses one (`AMBIGUOUS_GROUP_IN_CRITERIA`),
	 * but a sample on its own pages has one; the default is to refuse it.
	 */
	readonly allowGroupOfOne?: boolean;
}

/** What {@link safeParseCriteria} returns: the criteria, or what is wrong with it. */
export type ParsedCriteria<Name extends string = string> =
	| { readonly success: true; readonly criteria: Criteria<Name> }
	| { readonly success: false; readonly issues: readonly CriteriaIssue[] };

/** A module whose name the compiler knows, or any module. */
export type NamedModule<Name extends string> = AnyModule & { readonly apiName: Name };

/**
 * Reads a filter from JSON, as API v2 (`api_name`) or v8 (`field: { api_name }`) spells it. The result serialises in
 * v2's spelling, with the same nesting and values.
 *
 * @param module - the module to filter.
 * @param json - the criteria, as `JSON.parse` returns it; anything else is refused.
 * @throws {@link InvalidCriteriaError} that lists everything that is wrong, each with its path (the first 100
 * mistakes).
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function parseCriteria<Name extends string>(
	module: NamedModule<Name>,
	json: unknown,
	options: ParseCriteriaOptions = {},
): Criteria<Name> {
	const parsed = safeParseCriteria(module, json, options);
	if (parsed.success) return parsed.criteria;
	throw new InvalidCriteriaError(parsed.issues);
}

/** Like {@link parseCriteria}, but returns the list of mistakes instead of throwing. */
export function safeParseCriteria<Name extends string>(
	module: NamedModule<Name>,
	json: unknown,
	options: ParseCriteriaOptions = {},
): ParsedCriteria<Name> {
	checkModule(module);
	const reading = new Reading(module, checkOptions(options));
	const node = reading.criteria(json, ["criteria"], 0);
	if (reading.conditions > limits.conditions) {
		reading.report({ ...tooManyConditions(reading.conditions), path: ["criteria"], criteria: json });
	}
	if (node === undefined || reading.issues.length > 0) return { success: false, issues: reading.issues };
	// It was read for this module, whose name is `Name`.
	return { success: true, criteria: node as CriteriaNode & Criteria<Name> };
}

/** How deep groups may nest. Our own limit: the API documents none, and its samples nest five deep. */
const maxDepth = 50;

/** How many nodes are read. Nobody needs more: there are too many conditions, or something else is wrong. */
// A function, because bundlers keep a constant that is computed, also where nothing reads it.
const maxNodes = (): number => (limits.conditions + 1) * (maxDepth + 1);

const maxIssues = 100;

const conditionKeys: ReadonlySet<string> = new Set(["api_name", "field", "comparator", "value"]);
const groupKeys: ReadonlySet<string> = new Set(["group_operator", "group"]);
const groupOperators = ["and", "or"] as const;

/** One parse, and what it has found so far. */
class Reading {
	readonly issues: CriteriaIssue[] = [];
	conditions = 0;
	#nodes = 0;
	readonly #module: AnyModule;
	readonly #allowGroupOfOne: boolean;

	constructor(module: AnyModule, { allowGroupOfOne = false }: ParseCriteriaOptions) {
		this.#module = module;
		this.#allowGroupOfOne = allowGroupOfOne;
	}

	readonly report = (issue: CriteriaIssue): undefined => {
		if (this.issues.length < maxIssues) this.issues.push(issue);
	};

	criteria(json: unknown, path: JsonPath, depth: number): CriteriaNode | undefined {
		if (++this.#nodes > maxNodes()) return undefined;
		if (!isJsonObject(json)) {
			const message = `${showGiven(json)} is not a filter. ${shapes}`;
			return this.report(mistake("INVALID_CRITERIA", message, path, json, json));
		}
		const keys = Object.keys(json);
		const isCondition = keys.some((key) => conditionKeys.has(key));
		const isGroup = keys.some((key) => groupKeys.has(key));
		if (isCondition === isGroup) {
			const problem = isGroup
				? "This is both a condition and a group."
				: `This is neither a condition nor a group.${this.#hint(keys)}`;
			return this.report(mistake("AMBIGUOUS_CRITERIA", `${problem} ${shapes}`, path, json, json));
		}
		this.#refuseOtherKeys(json, keys, isGroup ? groupKeys : conditionKeys, path);
		if (isGroup) return this.#group(json, path, depth);
		this.conditions++;
		return readCondition(this.#module, json, path, this.report);
	}

	/** Suggests what was probably meant by the first key, if none is right. */
	#hint(keys: readonly string[]): string {
		for (const key of keys.slice(0, maxIssues)) {
			const hint = didYouMean(key, [...conditionKeys, ...groupKeys]);
			if (hint !== "") return ` ${showGiven(key)} is not a part of either.${hint}`;
		}
		return "";
	}

	#refuseOtherKeys(json: JsonObject, keys: readonly string[], known: ReadonlySet<string>, path: JsonPath): void {
		for (const key of keys) {
			if (known.has(key)) continue;
			if (this.issues.length === maxIssues) return;
			const message = `${showGiven(key)} is not a part of a filter.${didYouMean(key, known)} ${shapes}`;
			this.report(mistake("INVALID_CRITERIA", message, [...path, key], json, json[key]));
		}
	}

	#group(json: JsonObject, path: JsonPath, depth: number): Group | undefined {
		const operator = this.#operator(json, path);
		const members = this.#members(json, path, depth);
		if (operator === undefined || members === undefined) return undefined;
		const size = members.reduce((sum, member) => sum + member.size, 0);
		return new Group(this.#module, operator, members, size);
	}

	#operator(json: JsonObject, path: JsonPath): GroupOperator | undefined {
		if (!Object.hasOwn(json, "group_operator")) return this.report(incomplete("group_operator", json, path));
		const given = json.group_operator;
		if (given === "and" || given === "or") return given;
		const message = `${showGiven(given)} is not a group operator.${didYouMean(given, groupOperators)} Allowed: and, or.`;
		const issue = mistake("GROUP_OPERATOR_NOT_SUPPORTED", message, [...path, "group_operator"], json, given);
		return this.report({ ...issue, allowed: groupOperators });
	}

	#members(json: JsonObject, path: JsonPath, depth: number): readonly CriteriaNode[] | undefined {
		if (!Object.hasOwn(json, "group")) return this.report(incomplete("group", json, path));
		const at = [...path, "group"];
		const given = json.group;
		if (!Array.isArray(given)) {
			const message = `${showGiven(given)} is not a list of criteria.`;
			return this.report(mistake("INVALID_CRITERIA", message, at, json, given));
		}
		if (given.length === 0 || (given.length === 1 && !this.#allowGroupOfOne)) {
			const message =
				given.length === 0
					? "A group has two or more members, and this one has none. Give it the criteria that it combines, or leave it out."
					: "A group has two or more members, and this one has 1. Replace the group with its condition.";
			this.report(mistake("AMBIGUOUS_GROUP_IN_CRITERIA", message, at, json, given));
		}
		if (depth >= maxDepth) {
			const message = `Groups are nested deeper than ${maxDepth}, and are not read any further.`;
			return this.report(mistake("INVALID_CRITERIA", message, at, json, given));
		}
		const members: CriteriaNode[] = [];
		for (let index = 0; index < given.length && this.#nodes <= maxNodes(); index++) {
			const member = this.criteria(given[index], [...at, index], depth + 1);
			if (member !== undefined) members.push(member);
		}
		return members.length === given.length ? members : undefined;
	}
}
