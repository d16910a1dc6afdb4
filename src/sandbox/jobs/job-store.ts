import { makeId } from "../org/ids.js";
import type { ServedVersion } from "../requests/api-versions.js";
import type { ReadRequest } from "../requests/read-request.js";
import { type JobContext, type JobFate, ServedJob } from "./job.js";

/** The jobs that were created, oldest first; beyond the limit the oldest is dropped. */
export class JobStore implements Iterable<ServedJob> {
	readonly #context: JobContext;
	readonly #jobs = new Map<string, ServedJob>();
	#made = 0;

	constructor(context: JobContext) {
		this.#context = context;
	}

	add(request: ReadRequest, version: ServedVersion, fate: JobFate): ServedJob {
		const id = makeId("job", this.#made++);
		const job = new ServedJob({ id, version, request, fate }, this.#context);
		this.#jobs.set(id, job);
		if (this.#jobs.size > this.#context.limits.jobs) {
			for (const oldest of this.#jobs.keys()) {
				this.#jobs.delete(oldest);
				break;
			}
		}
		return job;
	}

	find(id: string): ServedJob | undefined {
		return this.#jobs.get(id);
	}

	/** The latest jobs, newest first. */
	newest(count: number): readonly ServedJob[] {
		return [...this.#jobs.values()].slice(-count).reverse();
	}

	[Symbol.iterator](): Iterator<ServedJob> {
		return this.#jobs.values();
	}
}
