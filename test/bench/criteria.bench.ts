/**
 * What criteria cost at run time, as ratios to what one would write by hand, both taken in the same rounds.
 *
 *     tsx test/bench/criteria.bench.ts [--quick]
 *
 * It measures the sources as they stand: `tsx` takes the types away and changes nothing that is measured. The
 * contenders take turns, so what else the machine does falls on all of them; a ratio is the median over the rounds.
 * Exits with 1 where a ratio is above its limit, which leaves room for noise above the target, or above what is known
 * to miss it.
 *
 * --quick: fewer rounds, with no verdict on time.
 */
import { building } from "./criteria-building.js";
import { evaluating } from "./criteria-evaluating.js";
import { type Contender, interleaved } from "./interleaved.js";

const quick = process.argv.includes("--quick");

interface Goal {
	/** What we want the ratio to be at most. */
	readonly target: number;
	/** What fails. */
	readonly limit: number;
}

const goals = {
	// Where the rest goes, in nanoseconds a condition on a quiet machine, beside some 200 to build and print the literal: 9 to look up
	// the path, 7 for a node with its JSON as properties and once more in private fields, 15 for the copy that is printed (a `toJSON`
	// on every node costs 20 more), 2 to check a text, 30 for an id or a date-time, 100 for a pair of them, 35 for a list of three.
	five: { target: 1.35, limit: 1.8 },
	twentyFive: { target: 1.15, limit: 1.5 },
	twentyFiveTexts: { target: 1.15, limit: 1.4 },
	evaluate: { target: 2, limit: 2.3 },
} satisfies Record<string, Goal>;

interface Line {
	readonly measured: string;
	readonly nanoseconds: number;
	readonly ratio: number;
	readonly target: number | string;
	readonly limit: number | string;
	readonly verdict: string;
}

const lines: Line[] = [];

/** The first contender is the yardstick; those named `ours` have a goal, and the others are for comparison. */
function measure(about: string, goal: Goal, contenders: readonly Contender[], times: number, rounds: number): void {
	const timings = interleaved(contenders, times, rounds);
	const fastestPeer = Math.min(...timings.filter(({ name }) => name.startsWith("Kysely")).map(({ ratio }) => ratio));
	for (const { name, nanoseconds, ratio } of timings) {
		const isOurs = name.startsWith("ours");
		const failed = ratio > goal.limit || ratio >= fastestPeer;
		lines.push({
			measured: `${about}: ${name}`,
			nanoseconds: Math.round(nanoseconds * 10) / 10,
			ratio: Math.round(ratio * 100) / 100,
			target: isOurs ? goal.target : "",
			limit: isOurs ? goal.limit : "",
			verdict: isOurs ? (failed ? "FAILED" : ratio > goal.target ? "above target" : "met") : "",
		});
	}
}

const [times, rounds] = quick ? [100, 11] : [2_000, 101];
measure("build and print 5 conditions", goals.five, building.five, times, rounds);
measure("build and print 25 conditions", goals.twentyFive, building.twentyFive, times, rounds);
measure("build and print 25 texts", goals.twentyFiveTexts, building.twentyFiveTexts, times, rounds);

const [records, evaluations] = quick ? [10_000, 3] : [1_000_000, 15];
for (const { name, contenders } of evaluating(records)) {
	measure(`evaluate ${name}`, goals.evaluate, contenders, records, evaluations);
}

console.table(lines);
if (!quick && lines.some(({ verdict }) => verdict === "FAILED")) process.exitCode = 1;
