import { checkEachOption, flag, numberFrom, type OptionKinds } from "../../checks/option-kinds.js";
import type { Clock } from "../../time/clock.js";
import { idle } from "../org/slices.js";

/** A clock that a test controls. */
export interface VirtualClock extends Clock {
	/**
	 * Lets this much time pass. Sleepers wake in order, each at the moment it waited for.
	 *
	 * @param milliseconds - how far the clock moves.
	 */
	advance(milliseconds: number): Promise<void>;
}

/** Where a virtual clock starts, and whether it moves by itself. */
export interface VirtualClockOptions {
	/** Its first moment, in milliseconds since 1970. Default: July 1, 2026, midnight UTC. */
	readonly start?: number;
	/**
	 * Whether the clock jumps to the next moment that somebody sleeps until, as soon as there is nothing else to do:
	 * hours of polling take milliseconds. Tokens age by it too, so give a client that shares it credentials that
	 * refresh. Default: `false`.
	 */
	readonly auto?: boolean;
}

const clockKinds: OptionKinds<VirtualClockOptions> = { start: numberFrom(Number.MIN_SAFE_INTEGER), auto: flag };

interface Sleeper {
	readonly until: number;
	readonly wake: () => void;
}

/** Makes a clock that stands still until you let time pass. */
export function virtualClock(options: VirtualClockOptions = {}): VirtualClock {
	checkEachOption(options, clockKinds);
	let now = options.start ?? Date.UTC(2026, 6, 1);
	const sleepers = new Set<Sleeper>();

	const next = (): Sleeper | undefined => {
		let first: Sleeper | undefined;
		for (const sleeper of sleepers) if (first === undefined || sleeper.until < first.until) first = sleeper;
		return first;
	};
	const wake = (sleeper: Sleeper): void => {
		sleepers.delete(sleeper);
		now = Math.max(now, sleeper.until);
		sleeper.wake();
	};
	let ticking = false;
	const tick = async (): Promise<void> => {
		ticking = true;
		for (let sleeper = next(); sleeper !== undefined; sleeper = next()) {
			await idle();
			const first = next();
			if (first !== undefined) wake(first);
		}
		ticking = false;
	};

	return {
		now: () => now,
		sleep: (milliseconds, signal) =>
			new Promise((resolve, reject) => {
				signal?.throwIfAborted();
				const stop = (): void => {
					sleepers.delete(sleeper);
					reject(signal?.reason);
				};
				const sleeper: Sleeper = {
					until: now + milliseconds,
					wake: () => {
						signal?.removeEventListener("abort", stop);
						resolve();
					},
				};
				signal?.addEventListener("abort", stop, { once: true });
				sleepers.add(sleeper);
				if (options.auto && !ticking) void tick();
			}),
		async advance(milliseconds) {
			const until = now + milliseconds;
			for (let sleeper = next(); sleeper !== undefined && sleeper.until <= until; sleeper = next()) {
				wake(sleeper);
				await idle();
			}
			now = Math.max(now, until);
			await idle();
		},
	};
}
