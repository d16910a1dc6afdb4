import { checkOptions } from "../checks/check-argument.js";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { showGiven } from "../checks/show-given.js";
import type { WireScalar } from "../criteria/node/criteria-json.js";
import { asNode, type CriteriaNode, combine } from "../criteria/node/criteria-node.js";
import { conditionOnList, divideLists, type LongList, listOf } from "../criteria/node/long-list.js";
import { limits } from "../facts/limits.js";
import type { Job } from "./any-job.js";
import { BulkReadJob } from "./bulk-read-job.js";
import { InvalidJobError } from "./invalid-job-error.js";

/** How a job is split. */
export interface SplitOptions {
	/**
	 * How many values one list may have: 20 according to users who quote Zoho, 200 according to its OpenAPI
	 * description. Assumption: the smaller, {@link limits}`.listValues`, which works either way.
	 */
	readonly listValues?: number;
}

/**
 * Splits a job whose list of values is too long for the API's 25 conditions into jobs that the API takes. No record is
 * in two of them, and together they have every record; a job that the API takes is returned as it is.
 *
 * The list must apply to every record: it is the whole filter, or combined with the rest by "and". Values that differ
 * only in case stay together, since the API may not distinguish them.
 *
 * @example
 * ```ts
 * const job = bulkRead(Contacts).where((where) => where("Email").in(tenThousandAddresses));
 * for await (const contact of zoho.rows(splitJob(job))) console.log(contact.Email);
 * ```
 * @param job - the job; each record must have a single value in the list's field, so a multi-select cannot be divided.
 * @throws {@link InvalidJobError} if no list can be divided, or the job is for a single page.
 * @throws {@link InvalidCriteriaError} if, with lists of `listValues`, the other conditions alone are too many.
 */
export function splitJob<Row>(job: Job<Row>, options?: SplitOptions): readonly Job<Row>[] {
	const { listValues = limits.listValues } = checkOptions(options);
	if (!Number.isSafeInteger(listValues) || listValues < 1) {
		throw new InvalidOptionError("listValues", `${showGiven(listValues)} is not a whole number from 1.`);
	}
	if (!(job instanceof BulkReadJob)) {
		throw new InvalidOptionError(
			"job",
			`${showGiven(job)} is not a job. Give what bulkRead(...) or parseJob(...) returns.`,
		);
	}
	if (job.criteria === undefined) return [job];
	const node = divideLists(asNode(job.criteria), listValues);
	if (node.size <= limits.conditions) return [job.withCriteria(node)];
	if (job.request.query.page !== undefined)
		throw cannotSplit(node, "it has a page number, which means nothing for its parts. Leave out page");
	return divide(node, listValues).map((criteria) => job.withCriteria(criteria));
}

function divide(node: CriteriaNode, listValues: number): readonly CriteriaNode[] {
	const members = node.kind === "group" && node.operator === "and" ? node.members : [node];
	const lists = members.filter((member) => isDivisible(member));
	const [longest] = lists.sort((one, other) => other.size - one.size);
	const list = longest && listOf(longest);
	if (list === undefined) {
		throw cannotSplit(node, "it has no `in` list that applies to every record, on a field with one value per record");
	}
	const others = members.filter((member) => member !== longest);
	const room = limits.conditions - others.reduce((sum, { size }) => sum + size, 0);
	if (room < 1) throw cannotSplit(node, `its other conditions leave no room for the list of ${list.reference.path}`);
	const most = room * listValues;
	return chunksOf(list, most).map((values) => {
		if (values.length > most) {
			const alike = `${values.length} values of ${list.reference.path} that differ only in case`;
			throw cannotSplit(node, `${alike} do not fit in one job`);
		}
		const part = conditionOnList(list.reference, "in", values, listValues);
		return combine("and", [...others, part]) ?? part;
	});
}

/** Whether a record can match only one half of the list. */
function isDivisible(member: CriteriaNode): boolean {
	const dataType = listOf(member)?.reference.field?.dataType;
	return dataType !== undefined && dataType !== "multi-select";
}

/** Divides a list so that values which are equal, or may be for the API, stay together. */
function chunksOf({ values }: LongList, most: number): readonly (readonly WireScalar[])[] {
	const alike = new Map<string, Set<WireScalar>>();
	for (const value of values) {
		const key = String(value).toLowerCase();
		const known = alike.get(key);
		if (known === undefined) alike.set(key, new Set([value]));
		else known.add(value);
	}
	const chunks: WireScalar[][] = [[]];
	for (const together of alike.values()) {
		const last = chunks.at(-1) ?? [];
		if (last.length + together.size > most) chunks.push([...together]);
		else last.push(...together);
	}
	return chunks;
}

function cannotSplit(node: CriteriaNode, why: string): InvalidJobError {
	const message = `${node.size} conditions are more than the ${limits.conditions} that the API takes, and this job cannot be split: ${why}.`;
	return new InvalidJobError([
		{ code: "CRITERIA_LIMIT_EXCEEDED", message, path: ["query", "criteria"], given: node.size },
	]);
}
