import { evaluateDefaults } from "../../criteria/evaluate/evaluate-options.js";
import type { Clock } from "../../time/clock.js";
import { writeMoment } from "../../time/write-moment.js";
import type { Assumptions } from "../options/assumptions.js";
import type { SandboxLimits } from "../options/sandbox-limits.js";
import type { Org } from "../org/org.js";
import { json, streamOf } from "../requests/answer.js";
import { ApiRefusal } from "../requests/api-refusal.js";
import { type ServedVersion, versionTraits } from "../requests/api-versions.js";
import { checkRequest } from "../requests/check-request.js";
import { readJsonBody } from "../requests/read-body.js";
import { requireBulkScope, requireJobScopes } from "../requests/scopes.js";
import type { DownloadQuota } from "./download-quota.js";
import type { JobFate, ServedJob } from "./job.js";
import { type JobView, writeAddedJob, writeJobDetails } from "./job-document.js";
import type { JobStore } from "./job-store.js";
import { makePageToken, redeemPageToken } from "./page-token.js";
import { writeResultFile } from "./result-file.js";

/** What the three requests of bulk read need. */
export interface JobEndpoints {
	readonly org: Org;
	readonly jobs: JobStore;
	readonly clock: Clock;
	readonly limits: SandboxLimits;
	readonly assumptions: Assumptions;
	readonly downloads: DownloadQuota;
}

/** Who asks, in which version. */
export interface JobCaller {
	readonly version: ServedVersion;
	readonly scopes: readonly string[];
}

/** Answers `POST /crm/bulk/{version}/read`. */
export async function answerCreate(
	request: Request,
	caller: JobCaller,
	fate: JobFate,
	{ org, jobs, clock, limits, assumptions }: JobEndpoints,
): Promise<{ readonly job: ServedJob; readonly answer: Response }> {
	const version = versionTraits[caller.version];
	const body = await readJsonBody(request, limits.bodyBytes);
	const redeem = (token: string) => redeemPageToken(token, jobs, clock.now(), limits.pageTokenHours);
	const checked = checkRequest(body, { org, version, limits, assumptions }, redeem);
	requireJobScopes(caller.scopes, "create", checked.module.apiName, version);
	const job = jobs.add(checked, caller.version, fate);
	const createdTime = createdTimeOf(job, assumptions);
	return { job, answer: json(writeAddedJob({ id: job.id, createdTime }, org), 201) };
}

/** Answers `GET /crm/bulk/{version}/read/{id}`. */
export async function answerDetails(id: string, caller: JobCaller, endpoints: JobEndpoints): Promise<Response> {
	const job = findJob(id, caller, endpoints);
	const view = await viewJob(job, caller.version, endpoints.clock.now(), endpoints.assumptions);
	return json(writeJobDetails(view, endpoints.org));
}

/** Answers `GET /crm/bulk/{version}/read/{id}/result`. */
export async function answerResult(id: string, caller: JobCaller, endpoints: JobEndpoints): Promise<Response> {
	const { clock, assumptions, downloads } = endpoints;
	const wait = downloads.take(clock.now());
	if (wait > 0) {
		const headers = assumptions.retryAfter ? { "retry-after": String(Math.ceil(wait / 1_000)) } : {};
		throw new ApiRefusal("TOO_MANY_REQUESTS", { headers });
	}
	const job = findJob(id, caller, endpoints);
	// The documentation of v8 says so; what v2 answers, and what remains after the file has expired, is our assumption.
	if (!job.hasResultAt(clock.now())) throw notFound(`${id}/result`);
	return download(job, versionTraits[caller.version].downloadType, assumptions);
}

function findJob(id: string, caller: JobCaller, { jobs }: JobEndpoints): ServedJob {
	const version = versionTraits[caller.version];
	requireBulkScope(caller.scopes, version);
	const job = jobs.find(id);
	if (job === undefined) throw notFound(id);
	requireJobScopes(caller.scopes, "read", job.request.module.apiName, version);
	return job;
}

function notFound(resource: string): ApiRefusal {
	return new ApiRefusal("RESOURCE_NOT_FOUND", { details: { resource } });
}

async function download(job: ServedJob, ofVersion: string, assumptions: Assumptions): Promise<Response> {
	const chunks = writeResultFile(job, await job.page(), assumptions);
	const headers = {
		"content-type": assumptions.downloadType === "version" ? ofVersion : assumptions.downloadType,
		"content-disposition": contentDisposition(`${job.id}.zip`, assumptions.fileName),
	};
	if (!assumptions.contentLength) return new Response(streamOf(chunks), { headers });
	const whole = new Uint8Array(await new Response(streamOf(chunks)).arrayBuffer());
	return new Response(whole, { headers: { ...headers, "content-length": String(whole.length) } });
}

function contentDisposition(name: string, style: Assumptions["fileName"]): string {
	const quoted = `attachment; filename="${name}"`;
	return { plain: `attachment;filename=${name}`, quoted, extended: `${quoted}; filename*=UTF-8''${name}` }[style];
}

/** What a job shows at a moment, in a version. */
export async function viewJob(
	job: ServedJob,
	version: ServedVersion,
	now: number,
	assumptions: Assumptions,
): Promise<JobView> {
	return {
		id: job.id,
		version,
		request: job.request,
		state: job.stateAt(now),
		createdTime: createdTimeOf(job, assumptions),
		result: await resultOf(job, version, now, assumptions),
	};
}

function createdTimeOf(job: ServedJob, { evaluate }: Assumptions): string {
	return writeMoment(job.createdAt, evaluate.dayOffset ?? evaluateDefaults.dayOffset);
}

async function resultOf(
	job: ServedJob,
	version: ServedVersion,
	now: number,
	assumptions: Assumptions,
): Promise<object | undefined> {
	const state = job.stateAt(now);
	if (state === "FAILURE") return { error_message: new ApiRefusal("INTERNAL_SERVER_ERROR") };
	if (state !== "COMPLETED" && !assumptions.resultBeforeCompletion) return undefined;
	const { count, moreRecords } = await job.page();
	return {
		page: job.request.page,
		per_page: job.perPage,
		count,
		download_url: `/crm/bulk/${version}/read/${job.id}/result`,
		more_records: moreRecords,
		...(moreRecords && versionTraits[version].pageToken ? { next_page_token: makePageToken(job) } : {}),
	};
}
