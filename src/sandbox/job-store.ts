import type { ServedVersion } from "./api-versions.js";
import { makeId } from "./ids.js";
import { Job, type JobContext, type JobFate } from "./job.js";
import type { ReadRequest } from "./read-request.js";

/** The jobs that were created, the oldest first; beyond the limit the oldest is forgotten. */
export class JobStore implements Iterable<Job> {
	readonly #context: JobContext;
	readonly #jobs = new Map<string, Job>();
	#made = 0;

	constructor(context: JobContext) {
		this.#context = context;
	}

	add(request: ReadRequest, version: ServedVersion, fate: JobFate): Job {
		const id = makeId("job", this.#made++);
		const job = new Job({ id, version, request, fate }, this.#context);
		this.#jobs.set(id, job);
		if (this.#jobs.size > this.#context.limits.jobs) {
			for (const oldest of this.#jobs.keys()) {
				this.#jobs.delete(oldest);
				break;
			}
		}
		return job;
	}

	find(id: string): Job | undefined {
		return this.#jobs.get(id);
	}

	[Symbol.iterator](): Iterator<Job> {
		return this.#jobs.values();
	}
}
