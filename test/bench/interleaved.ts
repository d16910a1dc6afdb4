import { median } from "./median.js";

/**
 * One side of a comparison: does its work `times` times, and returns something that depends on all of it, so that the engine
 * cannot optimize it away.
 */
export interface Contender {
	readonly name: string;
	readonly run: (times: number) => unknown;
}

/** What a contender took of the processor: time in which other programs had it is not counted. */
export interface Timing {
	readonly name: string;
	/** Median over the rounds, in nanoseconds for one time. */
	readonly nanoseconds: number;
	/** Median over the rounds of the ratio to the first contender in the same round. */
	readonly ratio: number;
}

/**
 * Runs contenders in turn, round after round, so that what else the machine does falls on all of them; ratios are
 * taken within a round. The first contender is what the others are compared with.
 */
export function interleaved(contenders: readonly Contender[], times: number, rounds: number): Timing[] {
	const warmUps = 5;
	const taken = contenders.map((): number[] => []);
	for (let round = -warmUps; round < rounds; round++) {
		contenders.forEach(({ run }, index) => {
			const before = process.cpuUsage();
			kept = run(times);
			const { user, system } = process.cpuUsage(before);
			const nanoseconds = ((user + system) * 1_000) / times;
			if (round >= 0) taken[index]?.push(nanoseconds);
		});
	}
	return contenders.map(({ name }, index) => ({
		name,
		nanoseconds: median(taken[index] ?? []),
		ratio: median((taken[index] ?? []).map((nanoseconds, round) => nanoseconds / (taken[0]?.[round] ?? Number.NaN))),
	}));
}

/**
 * Read by nobody: it keeps the results alive.
 *
 * @public
 */
export let kept: unknown;
