import type { Clock } from "../../time/clock.js";
import type { PageTask, SplitTask, WaitTask } from "./checkpoint.js";

/** Since when each job has been waited for, in this process. */
export class JobsWaitedFor {
	readonly #clock: Clock;
	#since = new Map<string, number>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** The job that has been waited for longest among tasks, and how long, in milliseconds. */
	among(tasks: readonly (PageTask | SplitTask)[]): { readonly oldest: WaitTask | undefined; readonly waited: number } {
		const now = this.#clock.now();
		const waiting = tasks.filter((task) => task.step === "wait");
		this.#since = new Map(waiting.map(({ jobId }) => [jobId, this.#since.get(jobId) ?? now]));
		const waited = (task: WaitTask): number => now - (this.#since.get(task.jobId) ?? now);
		const [first, ...others] = waiting;
		if (first === undefined) return { oldest: undefined, waited: 0 };
		const oldest = others.reduce((left, right) => (waited(right) > waited(left) ? right : left), first);
		return { oldest, waited: waited(oldest) };
	}
}
