import type { Job } from "../job/bulk-read.js";
import { writeRequest } from "../job/request.js";
import { joinSignals } from "./client-context.js";
import { type ClientOptions, readClientOptions } from "./client-options.js";
import { JobAtZoho, type JobHandle } from "./job-handle.js";
import type { CallOptions } from "./wait-for-job.js";

export interface Client {
	submit<Row>(job: Job<Row>, options?: CallOptions): Promise<JobHandle>;
	job(id: string): JobHandle;
}

export function createClient(options: ClientOptions): Client {
	const context = readClientOptions(options);
	return {
		async submit(job, { signal } = {}) {
			const { id, state } = await context.api.create(
				writeRequest(job.toJSON(), context.apiVersion),
				joinSignals(context, signal),
			);
			return new JobAtZoho(context, id, state);
		},
		job: (id) => new JobAtZoho(context, id),
	};
}
