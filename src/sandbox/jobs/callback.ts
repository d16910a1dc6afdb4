import type { CallbackTarget } from "../../job/request.js";
import type { Clock } from "../../time/clock.js";
import type { Assumptions } from "../options/assumptions.js";
import type { Org } from "../org/org.js";
import { ApiRefusal, type ErrorDocument } from "../requests/api-refusal.js";
import type { ServedJob } from "./job.js";
import { writeCallback, writeJobDetails } from "./job-document.js";
import { viewJob } from "./job-endpoints.js";

/** The outcome of a callback. */
export interface CallbackOutcome {
	/** How often it was posted. */
	readonly attempts: number;
	/** Whether it was answered with a status from 200 to 299. */
	readonly delivered: boolean;
	/** If it could not be delivered: `CALLBACK_FAILURE`. It is unknown where Zoho shows this. */
	readonly failure: ErrorDocument | undefined;
}

/** What is needed to post callbacks. */
export interface CallbackSender {
	readonly fetch: (request: Request) => Promise<Response>;
	readonly clock: Clock;
	readonly assumptions: Assumptions;
	readonly org: Org;
}

/** Posts the outcome of each job with a callback, as soon as the job ends. */
export class Callbacks {
	readonly #sender: CallbackSender;
	readonly #stopped = new AbortController();
	readonly #expected = new WeakSet<ServedJob>();
	readonly #outcomes = new WeakMap<ServedJob, CallbackOutcome>();

	constructor(sender: CallbackSender) {
		this.#sender = sender;
	}

	/** Waits for the end of a job, if it has one, and posts it once. */
	expect(job: ServedJob): void {
		const { callback } = job.request;
		if (callback === undefined || job.endsAt === Number.POSITIVE_INFINITY || this.#expected.has(job)) return;
		this.#expected.add(job);
		// Nothing is posted once stopped: nobody is listening.
		this.#post(job, callback).catch(() => {});
	}

	/** The outcome of a job's callback. */
	outcome(job: ServedJob): CallbackOutcome | undefined {
		return this.#outcomes.get(job);
	}

	/** Stops posting. */
	stop(): void {
		this.#stopped.abort();
	}

	async #post(job: ServedJob, target: CallbackTarget): Promise<void> {
		const { clock, assumptions, org } = this.#sender;
		const { signal } = this.#stopped;
		await clock.sleep(job.endsAt - clock.now(), signal);
		job.end();
		const view = await viewJob(job, job.version, clock.now(), assumptions);
		const body = assumptions.callbackBody === "flat" ? writeCallback(view, org) : writeJobDetails(view, org);
		this.#outcomes.set(job, await postCallback(target, body, this.#sender, signal));
	}
}

/**
 * Posts the outcome of a job, again if it is not accepted. Assumption: how often, and that a status from 200 to 299
 * accepts it.
 */
async function postCallback(
	target: CallbackTarget,
	body: object,
	sender: CallbackSender,
	signal: AbortSignal,
): Promise<CallbackOutcome> {
	const { callbackAttempts, callbackDelay } = sender.assumptions;
	for (let attempt = 1; attempt <= callbackAttempts; attempt++) {
		if (attempt > 1) await sender.clock.sleep(callbackDelay, signal);
		if (await post(target, body, sender, signal)) return { attempts: attempt, delivered: true, failure: undefined };
	}
	const failure = new ApiRefusal("CALLBACK_FAILURE", { say: [callbackAttempts] }).toJSON();
	return { attempts: callbackAttempts, delivered: false, failure };
}

async function post(
	target: CallbackTarget,
	body: object,
	{ fetch }: CallbackSender,
	signal: AbortSignal,
): Promise<boolean> {
	const request = new Request(target.url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
		redirect: "manual",
		signal,
	});
	try {
		const answer = await fetch(request);
		await answer.body?.cancel();
		return answer.ok;
	} catch {
		return false;
	}
}
