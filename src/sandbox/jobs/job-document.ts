import type { WireCriteria } from "../../criteria/node/criteria-json.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import type { Org } from "../org/org.js";
import { type ServedVersion, versionTraits } from "../requests/api-versions.js";
import { mergedCriteria, type ReadRequest } from "../requests/read-request.js";

/** What every document shows of a job. */
export interface JobView {
	readonly id: string;
	readonly version: ServedVersion;
	readonly request: ReadRequest;
	readonly state: string;
	/** The moment of its creation, as the API spells it. */
	readonly createdTime: string;
	readonly result: object | undefined;
}

/** The answer to a request that created a job. */
export function writeAddedJob(job: Pick<JobView, "id" | "createdTime">, org: Org): object {
	const { id, createdTime } = job;
	const details = { id, operation: "read", state: "ADDED", created_by: org.user, created_time: createdTime };
	const added = { status: "success", code: "ADDED_SUCCESSFULLY", message: "Added successfully.", details };
	return { data: [added], info: {} };
}

/** The answer to a request for a job's details. */
export function writeJobDetails(job: JobView, org: Org): object {
	return {
		data: [
			{
				id: job.id,
				operation: "read",
				state: job.state,
				...(job.result === undefined ? {} : { result: job.result }),
				query: writeQuery(job, org),
				created_by: org.user,
				created_time: job.createdTime,
				file_type: job.request.fileType,
			},
		],
	};
}

/** The body of a callback, flat as v2 documents it. */
export function writeCallback(job: JobView, org: Org): object {
	return { job_id: job.id, operation: "read", state: job.state, query: writeQuery(job, org), result: job.result };
}

/** The query as echoed, in the version's spelling. */
function writeQuery({ version, request }: JobView, org: Org): object {
	const { module, fields, view, page } = request;
	const byObject = versionTraits[version].names === "object";
	const criteria = mergedCriteria(request);
	return {
		module: byObject ? { id: org.moduleId(module), api_name: module.apiName } : module.apiName,
		...(fields === undefined ? {} : { fields }),
		...(criteria === undefined ? {} : { criteria: byObject ? writeObjectCriteria(criteria, request, org) : criteria }),
		page,
		...(view === undefined ? {} : { cvid: view.id }),
	};
}

function writeObjectCriteria(criteria: WireCriteria, request: ReadRequest, org: Org): object {
	if ("group" in criteria) {
		const group = criteria.group.map((member) => writeObjectCriteria(member, request, org));
		return { group, group_operator: criteria.group_operator };
	}
	const { api_name, comparator, value } = criteria;
	return { field: { id: echoedFieldId(api_name, request, org), api_name }, comparator, value };
}

/** Fields whose name begins with `$` have no metadata, and so no id. */
function echoedFieldId(path: string, { module }: ReadRequest, org: Org): string | null {
	const found = resolvePath(module, path);
	return isPathProblem(found) || path.startsWith("$") ? null : org.fieldId(found.module, found.field.apiName);
}
