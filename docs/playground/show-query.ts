import {
	type AnyJob,
	type ApiVersion,
	type Criteria,
	type DataCenter,
	describe,
	requiredScopes,
	type WireCondition,
	type WireCriteria,
} from "zoho-bulk-read";
import { type Language, languages, render, toJson, toSource } from "zoho-bulk-read/render";
import { closestNames } from "../../src/checks/closest-names.js";
import { asNode, type CriteriaNode } from "../../src/criteria/node/criteria-node.js";
import type { Fix, Hint, Look, Mistake, Shown, Target, TreeNode } from "./messages.js";
import { findJob, NoQueryError } from "./user-code.js";

export function lookAt(script: string, target: Target): Look {
	try {
		return { shown: show(findJob(script), target) };
	} catch (error) {
		return { mistake: writeMistake(error) };
	}
}

function show(job: AnyJob, { dataCenter, apiVersion }: Target): Shown {
	const { criteria } = job;
	const options = { dataCenter: dataCenter as DataCenter, apiVersion: apiVersion as ApiVersion };
	const programs = Object.keys(languages).map((name) => [name, render(job, name as Language, options)]);
	return {
		module: job.module.apiName,
		...(criteria === undefined
			? { english: `Every record of ${job.module.apiName}: this job has no filter.`, size: 0 }
			: { english: describe(criteria), tree: drawNode(asNode(criteria)), size: criteria.size }),
		request: JSON.stringify(job),
		json: toJson(job, options.apiVersion),
		programs: { builder: toSource(job), ...Object.fromEntries(programs) },
		scopes: requiredScopes(job),
		hints: criteria === undefined ? [] : listHints(job, criteria),
	};
}

function drawNode(node: CriteriaNode): TreeNode {
	if (node.kind === "group") {
		return { kind: "group", operator: node.operator, members: node.members.map(drawNode) };
	}
	const { path } = node.reference;
	return { kind: "condition", field: path, words: describe(node).slice(path.length).trim() };
}

/** Warns about unknown picklist values: the org may have them, or they may be typos. */
function listHints({ module }: AnyJob, criteria: Criteria): readonly Hint[] {
	return listConditions(criteria.toJSON()).flatMap(({ api_name, comparator, value }) => {
		const { dataType, values } = module.fields.get(api_name) ?? {};
		const isChoice = dataType === "picklist" || dataType === "multi-select";
		if (!isChoice || values === undefined || values.length === 0) return [];
		if (!["equal", "not_equal", "in", "not_in"].includes(comparator)) return [];
		return [value].flat().flatMap((given): Hint[] => {
			if (typeof given !== "string" || given === "${EMPTY}" || values.includes(given)) return [];
			const [likely] = closestNames(given, values);
			const message = `"${given}" is not one of the values of ${api_name} known here.`;
			return [
				likely === undefined
					? { message: `${message} Your org may have it.` }
					: { message: `${message} Did you mean "${likely}"?`, fix: { given, wanted: likely } },
			];
		});
	});
}

function listConditions(criteria: WireCriteria): readonly WireCondition[] {
	return "group" in criteria ? criteria.group.flatMap(listConditions) : [criteria];
}

function writeMistake(error: unknown): Mistake {
	if (!(error instanceof Error)) return { message: String(error), isPlain: false };
	const isPlain = error instanceof NoQueryError || /^Invalid\w+Error$/.test(error.name);
	return { message: error.message, isPlain, ...findFix(error) };
}

/** The messages of errors name the fix: reads it from there. */
function findFix(error: Error): { readonly fix?: Fix } {
	const [, wanted] = /Did you mean "([^"]+)"/.exec(error.message) ?? [];
	if (wanted === undefined) return {};
	const [issue] = "issues" in error && Array.isArray(error.issues) ? error.issues : [];
	const given = [issue?.given, issue?.field].find((name) => typeof name === "string" && name !== wanted);
	return given === undefined ? {} : { fix: { given, wanted } };
}
