/**
 * How long importing the library takes, as a ratio to importing only ky, in fresh processes that take turns. Node's `fetch` is
 * loaded before, since a program that talks to Zoho needs it anyway. Exits with 1 if a median is above its target.
 *
 *     tsx test/bench/import.bench.ts [--quick] [--record]
 *
 * --quick: one round, and no check of times. --record: records the times for the guide.
 */

import { execFileSync } from "node:child_process";
import { ensureBuilt, root } from "../cli/build.js";
import { builtFilesOf } from "../package/built-files.js";
import { median } from "./median.js";
import { recordFigures } from "./record-figures.js";
import { withMoreRounds } from "./with-more-rounds.js";

const isQuick = process.argv.includes("--quick");

/** The modules to import, one after the other. The last one is used. */
const programs = {
	ky: ["ky"],
	"zoho-bulk-read": ["zoho-bulk-read"],
	"zoho-bulk-read and standard": ["zoho-bulk-read", "zoho-bulk-read/standard"],
} as const;

/** Of the import of ky in the same round. */
const mostOfKy = 2.3;
/**
 * What the standard modules may add, of the import of ky, with a field of one of them used. Eight milliseconds are wanted, which is so
 * much on a quiet machine: there ky takes 16 to 18, and the modules add 3 to 6.5. A busy machine is slower at both.
 */
const mostForStandard = 0.45;

await ensureBuilt();

function importTime(names: readonly string[]): number {
	const program = `
		await fetch("data:,");
		const begun = performance.now();
		for (const name of ${JSON.stringify(names)}) {
			const { Contacts } = await import(name);
			if (Contacts !== undefined) JSON.stringify(Contacts.where("Last_Name").equal("Okafor"));
		}
		process.stdout.write(String(performance.now() - begun));
	`;
	return Number(
		execFileSync(process.execPath, ["--input-type=module", "--eval", program], { cwd: root, encoding: "utf8" }),
	);
}

/** How long each program's imports took in each round. */
function measure(rounds: number): readonly (readonly number[])[] {
	const times = Object.values(programs).map((): number[] => []);
	for (let round = 0; round < rounds; round++) {
		Object.values(programs).forEach((names, index) => {
			times[index]?.push(importTime(names));
		});
	}
	return times;
}

/** The library's import, and what the standard modules add to it, both of ky's. */
function compare([ky = [], library = [], standard = []]: readonly (readonly number[])[]): {
	readonly ratio: number;
	readonly added: number;
} {
	return {
		ratio: median(library.map((time, round) => time / (ky[round] ?? Number.NaN))),
		added: median(standard.map((time, round) => (time - (library[round] ?? Number.NaN)) / (ky[round] ?? Number.NaN))),
	};
}

const isGood = (times: readonly (readonly number[])[]): boolean => {
	const { ratio, added } = compare(times);
	return isQuick || (ratio <= mostOfKy && added <= mostForStandard);
};

const times = await withMoreRounds(isQuick ? 1 : 41, measure, isGood);
const { ratio, added } = compare(times);
const [ky = []] = times;
console.table(
	Object.keys(programs).map((name, index) => ({ name, milliseconds: median(times[index] ?? []).toFixed(1) })),
);
console.log(`files read: ${builtFilesOf(`${root}dist/index.js`).length}`);
console.log(`ratio to ky: ${ratio.toFixed(2)}, at most ${mostOfKy}`);
console.log(`standard modules add: ${added.toFixed(2)} of ky, at most ${mostForStandard}`);
if (!isGood(times)) process.exitCode = 1;
recordFigures(
	"importing",
	Object.values(programs).map((packages, index) => ({
		import: packages.map((each) => `\`${each}\``).join(" and "),
		milliseconds: median(times[index] ?? []),
		"of ky's": median((times[index] ?? []).map((time, round) => time / (ky[round] ?? Number.NaN))),
	})),
);
