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
import { type CriteriaNode, Group, tooManyConditions } from "../node/criteria-node.js";
import { type CriteriaIssue, InvalidCriteriaError } from "../node/invalid-criteria-error.js";
import { incomplete, mistake, shapes } from "./json-mistake.js";
import { readCondition } from "./read-condition.js";

/** What reading a criteria may allow beyond the API's documented rules. */
export interface ParseCriteriaOptions {
	/**
	 * Whether a group may have one member. The API documents that it refuses one (`AMBIGUOUS_GROUP_IN_CRITERIA`), while
	 * a sample on its own pages has one; the default is to refuse.
	 */
	readonly allowGroupOfOne?: boolean;
}

/** What {@link safeParseCriteria} gives: the criteria, or what is wrong with it. */
export type ParsedCriteria<Name extends string = string> =
	| { readonly success: true; readonly criteria: Criteria<Name> }
	| { readonly success: false; readonly issues: readonly CriteriaIssue[] };

/** A module whose name the compiler knows, or any module. */
export type NamedModule<Name extends string> = AnyModule & { readonly apiName: Name };

/**
 * Reads a criteria from JSON, as API v2 (`api_name`) or v8 (`field: { api_name }`) spells it. What is accepted is
 * printed back unchanged in v2's spelling: same nesting, same values.
 *
 * @param module - the module that the criteria filters.
 * @param json - the criteria, as `JSON.parse` gives it; anything else is refused.
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

/** Like {@link parseCriteria}, but gives the list of what is wrong instead of throwing it. */
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

/** How deep groups may nest. Ours: the API documents no limit, and its samples nest five. */
const maxDepth = 50;

/** Whoever reads more than this has met too many conditions, or another mistake. */
const maxNodes = (limits.conditions + 1) * (maxDepth + 1);

const maxIssues = 100;

const conditionKeys: ReadonlySet<string> = new Set(["api_name", "field", "comparator", "value"]);
const groupKeys: ReadonlySet<string> = new Set(["group_operator", "group"]);
const groupOperators = ["and", "or"] as const;

/** One reading, and what it found so far. */
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
		if (++this.#nodes > maxNodes) return undefined;
		if (!isJsonObject(json)) {
			const message = `${showGiven(json)} is not a criteria. ${shapes}`;
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

	/** Names the first key that was probably meant, where none is right. */
	#hint(keys: readonly string[]): string {
		for (const key of keys.slice(0, maxIssues)) {
			const hint = didYouMean(key, [...conditionKeys, ...groupKeys]);
			if (hint !== "") return ` ${showGiven(key)} is no part of either.${hint}`;
		}
		return "";
	}

	#refuseOtherKeys(json: JsonObject, keys: readonly string[], known: ReadonlySet<string>, path: JsonPath): void {
		for (const key of keys) {
			if (known.has(key)) continue;
			if (this.issues.length === maxIssues) return;
			const message = `${showGiven(key)} is no part of a criteria.${didYouMean(key, known)} ${shapes}`;
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
			const message = `A group has two members or more, and this has ${given.length}. Put a single condition in the group's place.`;
			this.report(mistake("AMBIGUOUS_GROUP_IN_CRITERIA", message, at, json, given));
		}
		if (depth >= maxDepth) {
			const message = `Groups nest deeper than ${maxDepth}, and are not read further.`;
			return this.report(mistake("INVALID_CRITERIA", message, at, json, given));
		}
		const members: CriteriaNode[] = [];
		for (let index = 0; index < given.length && this.#nodes <= maxNodes; index++) {
			const member = this.criteria(given[index], [...at, index], depth + 1);
			if (member !== undefined) members.push(member);
		}
		return members.length === given.length ? members : undefined;
	}
}
