/**
 * What criteria cost at run time, as ratios to what one would write by hand, both taken in the same rounds.
 *
 *     tsx test/bench/criteria.bench.ts [--quick] [--record]
 *
 * It measures the sources as they stand: `tsx` takes the types away and changes nothing that is measured. The
 * contenders take turns, so what else the machine does falls on all of them; a ratio is the median over the rounds.
 * Exits with 1 where a ratio is above its limit, which leaves room for noise above the target, or above what is known
 * to miss it.
 *
 * --quick: fewer rounds, with no verdict on time. --record: writes the ratios down for the guide.
 */
import { building } from "./criteria-building.js";
import { evaluating } from "./criteria-evaluating.js";
import { type Contender, interleaved } from "./interleaved.js";
import { recordFigures, withVersion } from "./record-figures.js";

const quick = process.argv.includes("--quick");

interface Goal {
	/** What we want the ratio to be at most. */
	readonly target: number;
	/** What fails. */
	readonly limit: number;
}

const goals = {
	// Where the rest goes, in nanoseconds a condition on a quiet machine, beside some 230 of which the literal takes 5 to build and the
	// others to print: 50 to build (9 to look up the path, 7 for a node with its JSON as properties and once more in private fields, 2 to
	// check a text, 30 for an id or a date-time, 100 for a pair of them, 35 for a list of three), 20 for the copy that is printed (a
	// `toJSON` on every node costs 20 more), and some 30 that neither building nor printing takes by itself. 1.15 would leave 35 of
	// these 100. By `perf`, of what 25 conditions take beyond the literal: 15 of 100 are the copy that is printed, 15 the joining of groups,
	// 14 the paths, 17 the comparators, 13 the patterns of date-times and ids, 5 copies of lists, 4 nodes, 4 the looking up of a field's
	// reference, which has a shape for each data type; most of the rest is the collector's. Tried, and no faster: to check date-times and ids
	// by hand in place of a pattern, nodes without private fields, paths in an object in place of a map, and groups joined in one pass.
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
/** What is written down: for each thing that was measured, the ratio of each contender. */
const ratios = new Map<string, Map<string, number>>();

/** The first contender is the yardstick; those named `ours` have a goal, and the others are for comparison. */
function measure(about: string, goal: Goal, contenders: readonly Contender[], times: number, rounds: number): void {
	const timings = interleaved(contenders, times, rounds);
	const fastestPeer = Math.min(...timings.filter(({ name }) => name.startsWith("Kysely")).map(({ ratio }) => ratio));
	ratios.set(about, new Map(timings.map(({ name, ratio }) => [name, ratio])));
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
const ratioOf = (about: string, name: string): number => ratios.get(about)?.get(name) ?? Number.NaN;
recordFigures(
	"building",
	["5 conditions", "25 conditions", "25 texts"].map((filter) => ({
		filter,
		"by hand": ratioOf(`build and print ${filter}`, "by hand"),
		"this library": ratioOf(`build and print ${filter}`, "ours"),
		[withVersion("Kysely", "kysely")]: ratioOf(`build and print ${filter}`, "Kysely, compiled"),
	})),
);
recordFigures(
	"evaluating",
	[...ratios.keys()]
		.filter((about) => about.startsWith("evaluate "))
		.map((about) => ({
			filter: about.slice("evaluate ".length),
			"by hand": ratioOf(about, "by hand"),
			"this library": ratioOf(about, "ours"),
		})),
);
if (!quick && lines.some(({ verdict }) => verdict === "FAILED")) process.exitCode = 1;
