import type { ClientContext } from "../../../src/client/jobs/client-context.js";
import type { BulkReadRequest } from "../../../src/job/request.js";
import type { ServedPage } from "../zoho-server.js";
import { apiInMemory, completed } from "./api-in-memory.js";

/** The happy path of the API without HTTP, for properties of many exports: each job is in progress once, then completed. */
export function servedPages(pages: readonly ServedPage[]): { context: ClientContext; submitted(): number } {
	const { context } = apiInMemory();
	const jobs: { page: number; looks: number }[] = [];
	const unsaid = { operation: "read", createdBy: undefined, createdTime: undefined } as const;
	const jobOf = (id: string): { page: number; looks: number } => jobs[Number(id) - 1001] ?? { page: 1, looks: 0 };
	const api: Partial<ClientContext["api"]> = {
		create: async (request) => {
			jobs.push({ page: (request as BulkReadRequest).query.page ?? 1, looks: 0 });
			return { ...unsaid, id: String(1000 + jobs.length), state: "ADDED" };
		},
		details: async (id) => {
			const job = jobOf(id);
			job.looks += 1;
			const { count = 0 } = pages[job.page - 1] ?? {};
			const found = { page: job.page, count, moreRecords: job.page < pages.length, downloadUrl: `/${id}/result` };
			const none = { query: { page: job.page }, fileType: "csv", result: undefined, failure: undefined };
			return { ...unsaid, ...none, id, state: "IN PROGRESS", ...(job.looks > 1 ? completed(found) : {}) };
		},
		openResult: async (id, url) => {
			if (url !== `/${id}/result`) throw new Error(`${url} is not of job ${id}`);
			const { zip } = pages[jobOf(id).page - 1] ?? { zip: new Uint8Array() };
			const { api: given } = apiInMemory({ files: [[zip]] }).context;
			return given.openResult(id, url, { signal: undefined });
		},
	};
	return { context: { ...context, api: api as ClientContext["api"] }, submitted: () => jobs.length };
}
