import type { Clock } from "../../time/clock.js";
import type { SandboxLimits } from "../options/sandbox-limits.js";
import { ApiRefusal } from "./api-refusal.js";
import type { RouteName } from "./routes.js";

/** The API credits of an org. */
export interface CreditBalance {
	/** What was spent in the last 24 hours. */
	readonly used: number;
	/** What is left of the limit; `Infinity` without one. */
	readonly remaining: number;
}

const bucketLength = 60_000;
const day = 86_400_000;

/** What requests have cost in the last 24 hours: a rolling window in steps of a minute. */
export class Credits {
	readonly #clock: Clock;
	readonly #limits: SandboxLimits;
	/** What was spent in each minute. */
	readonly #spent = new Map<number, number>();

	constructor(clock: Clock, limits: SandboxLimits) {
		this.#clock = clock;
		this.#limits = limits;
	}

	/** What was spent, and what is left. */
	get balance(): CreditBalance {
		const oldest = Math.floor((this.#clock.now() - day) / bucketLength);
		let used = 0;
		for (const [bucket, credits] of this.#spent) {
			if (bucket <= oldest) this.#spent.delete(bucket);
			else used += credits;
		}
		return { used, remaining: Math.max(0, this.#limits.credits - used) };
	}

	/**
	 * Charges what a request costs.
	 *
	 * @returns a function that refunds it, if the request is refused.
	 * @throws {@link ApiRefusal} if there is not enough left.
	 */
	spend(route: RouteName): () => void {
		const cost = route === "create" ? this.#limits.jobCredits : this.#limits.requestCredits;
		if (this.balance.remaining < cost) throw new ApiRefusal("TOO_MANY_REQUESTS");
		const bucket = Math.floor(this.#clock.now() / bucketLength);
		this.#add(bucket, cost);
		return () => this.#add(bucket, -cost);
	}

	/** The header with what is left. Documented: it comes once half of the credits are used. */
	get header(): Readonly<Record<string, string>> {
		const { used, remaining } = this.balance;
		return used < remaining || remaining === Number.POSITIVE_INFINITY
			? {}
			: { "x-api-credits-remaining": String(remaining) };
	}

	#add(bucket: number, credits: number): void {
		this.#spent.set(bucket, (this.#spent.get(bucket) ?? 0) + credits);
	}
}
