import { isJsonObject, type JsonObject } from "../../checks/json-object.js";
import type { Criteria } from "../../criteria/node/criteria.js";
import type { CriteriaCode, CriteriaIssue } from "../../criteria/node/invalid-criteria-error.js";
import { safeParseCriteria } from "../../criteria/read/parse-criteria.js";
import { limits } from "../../facts/limits.js";
import { comparators } from "../../schema/comparators.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import type { Assumptions } from "../options/assumptions.js";
import type { SandboxLimits } from "../options/sandbox-limits.js";
import type { Org } from "../org/org.js";
import { ApiRefusal } from "./api-refusal.js";
import type { VersionTraits } from "./api-versions.js";

/** What a request is checked against. */
export interface CheckContext {
	readonly org: Org;
	readonly version: VersionTraits;
	readonly limits: SandboxLimits;
	readonly assumptions: Assumptions;
}

/** How deep groups may nest. Our own limit: none is documented, and Zoho's samples nest five deep. */
const maxDepth = 50;

/**
 * Checks the criteria of a request.
 *
 * @throws {@link ApiRefusal} with the API's code for the first mistake.
 */
export function checkCriteria(module: AnyModule, json: unknown, context: CheckContext): Criteria {
	if (!isJsonObject(json)) throw notSupported(json);
	const spelling = new Spelling(context.version);
	const parsed = safeParseCriteria(module, spelling.canonical(json, 0), {
		allowGroupOfOne: context.assumptions.groupOfOne,
	});
	if (!parsed.success) {
		const [first] = parsed.issues;
		throw first === undefined ? notSupported(json) : refusalFor(first, spelling);
	}
	spelling.eachLeaf((leaf, original) => checkLeaf(module, leaf, original, context));
	return parsed.criteria;
}

function notSupported(criteria: unknown): ApiRefusal {
	return new ApiRefusal("CRITERIA_NOT_SUPPORTED", { say: [show(criteria)], details: { criteria } });
}

/** Converts a version's spelling to v2's, in which criteria are parsed, and back for echoing. */
class Spelling {
	readonly #names: VersionTraits["names"];
	readonly #originals = new Map<unknown, JsonObject>();

	constructor(version: VersionTraits) {
		this.#names = version.names;
	}

	canonical(json: unknown, depth: number): unknown {
		if (!isJsonObject(json)) return json;
		if (depth > maxDepth) throw notSupported({});
		const canonical = Array.isArray(json.group)
			? { ...json, group: json.group.map((member) => this.canonical(member, depth + 1)) }
			: this.#leaf(json);
		this.#originals.set(canonical, json);
		return canonical;
	}

	#leaf(json: JsonObject): JsonObject {
		if (this.#names === "string") {
			if (Object.hasOwn(json, "field")) throw ambiguous(json);
			return json;
		}
		if (Object.hasOwn(json, "api_name")) throw ambiguous(json);
		const { field, type, ...rest } = json;
		if (!isJsonObject(field)) return json;
		if (type !== undefined && type !== "value") {
			const note = `type ${show(type)} in criteria; only "value" is known.`;
			const details = { api_name: field.api_name, supported: ["value"] };
			throw new ApiRefusal("VALUE_TYPE_NOT_SUPPORTED", { details, note });
		}
		return { api_name: field.api_name, ...rest };
	}

	original(criteria: unknown): unknown {
		return this.#originals.get(criteria) ?? criteria;
	}

	eachLeaf(visit: (leaf: JsonObject, original: JsonObject) => void): void {
		for (const [canonical, original] of this.#originals) {
			if (isJsonObject(canonical) && !Object.hasOwn(canonical, "group")) visit(canonical, original);
		}
	}
}

function ambiguous(criteria: JsonObject): ApiRefusal {
	return new ApiRefusal("AMBIGUOUS_CRITERIA", { say: [show(criteria)], details: criteria });
}

/** The parts of a mistake that fill a message's placeholders, in order. */
type Part = "field" | "comparator" | "value" | "criteria" | "limit" | "operator";

/** The codes of our own criteria parser, and one that it does not distinguish. */
type Code = CriteriaCode | "FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE";

const messageParts: Readonly<Record<Code, readonly Part[]>> = {
	INVALID_CRITERIA: ["criteria"],
	CRITERIA_NOT_SUPPORTED: ["criteria"],
	AMBIGUOUS_CRITERIA: ["criteria"],
	AMBIGUOUS_GROUP_IN_CRITERIA: ["criteria"],
	CRITERIA_LIMIT_EXCEEDED: ["limit"],
	GROUP_OPERATOR_NOT_SUPPORTED: ["criteria", "operator"],
	FIELD_IN_CRITERIA_NOT_AVAILABLE: ["field", "criteria"],
	FIELD_IN_CRITERIA_NOT_SUPPORTED: ["field", "criteria"],
	FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED: ["field", "comparator", "criteria"],
	FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE: ["field", "comparator", "criteria"],
	FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: ["field", "value", "criteria"],
	COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE: ["comparator", "value", "criteria"],
	VALUE_IN_CRITERIA_NOT_SUPPORTED: ["value", "criteria"],
};

function refusalFor(issue: CriteriaIssue, spelling: Spelling): ApiRefusal {
	const code = codeFor(issue);
	const criteria = spelling.original(issue.criteria);
	const leaf = isJsonObject(issue.criteria) ? issue.criteria : {};
	const parts: Record<Part, string | number> = {
		field: String(issue.field ?? leaf.api_name),
		comparator: String(issue.comparator ?? leaf.comparator),
		value: show(leaf.value),
		criteria: show(criteria),
		limit: issue.limit ?? limits.conditions,
		operator: String(leaf.group_operator),
	};
	return new ApiRefusal(code, {
		say: messageParts[code].map((part) => parts[part]),
		details: detailsFor(code, issue, criteria),
	});
}

/**
 * The API has more codes than our own errors: it distinguishes a comparator that does not exist from one that does not
 * fit.
 */
function codeFor(issue: CriteriaIssue): Code {
	return issue.code === "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED" && !isKnownComparator(issue.comparator)
		? "FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE"
		: issue.code;
}

function isKnownComparator(name: string | undefined): boolean {
	return comparators.some((comparator) => comparator === name);
}

function detailsFor(code: Code, issue: CriteriaIssue, criteria: unknown): unknown {
	switch (code) {
		case "CRITERIA_LIMIT_EXCEEDED":
			return { max_limit: issue.limit };
		case "GROUP_OPERATOR_NOT_SUPPORTED":
			return { supported: issue.allowed };
		case "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED":
		case "FIELD_AND_COMPARATOR_IN_CRITERIA_NOT_COMPATIBLE":
			return { comparator: issue.comparator, api_name: issue.field, supported: issue.allowed };
		default:
			return criteria;
	}
}

/** What the sandbox refuses in addition to our own criteria parser. */
function checkLeaf(module: AnyModule, leaf: JsonObject, original: JsonObject, context: CheckContext): void {
	const { listValues } = context.limits;
	if (Array.isArray(leaf.value) && leaf.value.length > listValues) {
		throw new ApiRefusal("VALUE_LIMIT_EXCEEDED_IN_CRITERIA", { say: [listValues], details: { max_limit: listValues } });
	}
	const path = String(leaf.api_name);
	const found = resolvePath(module, path);
	const encrypted = !isPathProblem(found) && context.org.encrypts(found.module, found.field.apiName);
	const comparator = String(leaf.comparator);
	if (encrypted && !context.assumptions.encryptedComparators.includes(comparator)) {
		throw new ApiRefusal("COMPARATOR_AND_ENCRYPTED_VALUE_IN_CRITERIA_NOT_COMPATIBLE", {
			say: [comparator, show(leaf.value), show(original)],
			details: original,
		});
	}
}

/** It is unknown how a message shows a condition or a value; here it is JSON, cut if it is long. */
function show(piece: unknown): string {
	const text = typeof piece === "string" ? piece : (JSON.stringify(piece) ?? "null");
	return text.length > 1_000 ? `${text.slice(0, 1_000)}...` : text;
}
