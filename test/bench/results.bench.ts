/**
 * From a download to typed rows: 200,000 rows of 10 and of 60 columns over HTTP on loopback, each run in a fresh process, like a
 * nightly export. The ratio compares CPU time (user and system) with the floor of the same round, which only downloads,
 * inflates and checks. Exits with 1 if a median is above its target, or if memory grows with the number of rows.
 *
 *     tsx test/bench/results.bench.ts [--quick] [--record]
 *
 * --quick: small files, one round, and no check of time and memory. --record: records the ratios for the guide.
 */

import { spawn } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "../cli/build.js";
import { median } from "./median.js";
import { recordFigures, withVersion } from "./record-figures.js";
import { type MadeColumn, makeColumns, writeResult } from "./result-files.js";
import { withMoreRounds } from "./with-more-rounds.js";

const isQuick = process.argv.includes("--quick");

/**
 * What CPU time may be, of the floor's, with the default options.
 *
 * Where the rest goes, by `perf record -e cpu-clock` of c10 in a fresh process, in hundredths of the floor: 20 compile what is hot
 * (a process that goes on reading no longer pays for it), 35 read cells and put them into rows, 20 are the platform's searches,
 * slices and copies of text, 15 the garbage collector, 8 a promise a row, 3 load the library's part that reads. Without copying,
 * c10 is at about 1.8: that is what it costs that no cell keeps a window alive. 1.8 is wanted for c10 and
 * 2.4 for c60: a quiet machine takes 1.74 to 2.04, most often 2, and 2.4.
 *
 * Tried, and no faster: one loop over the bytes of a text in place of a search for its comma and one for what is not ASCII; texts
 * made in one piece, by `latin1Slice` or by `fromCharCode` of every byte; batches of half the size, or a small first one; more room
 * for young objects from the start (`--min-semi-space-size`); larger or smaller functions to compile. Nor: a search for the comma
 * and for what is not ASCII four bytes at a time, or for the latter sixteen at a time; reading a plain text in `#readRow` itself
 * (a fiftieth less in a warm process, lost again to compiling); keys that the engine holds for constants, in a closure (faster for
 * the first file that a process reads, slower for each after it).
 *
 * Nor, counted in instructions by Valgrind, which no other program disturbs: plain fields in place of private ones, and a first row read
 * the long way, after which no function has to be compiled twice. Nor pauses in which the engine could finish compiling. For the first
 * 30,000 rows a third of the instructions are the compiler's, a third the compiled code's, a fifth the platform's, and a fourteenth the
 * collector's.
 *
 * Of what is read again in a warm process, texts that are not ASCII take most: those of up to 32 bytes a seventh of c10, longer
 * ones a seventh of c60. Remembering the last 256 of the short ones by their bytes took a twelfth off c10 in a warm process, and
 * added a fiftieth or more to a fresh one.
 */
const targets: ReadonlyMap<string, number> = new Map([
	["c60", 2.4],
	["c10", 1.9],
]);
/** The same of lines of JSON, which are written from the bytes. */
const lineTargets: ReadonlyMap<string, number> = new Map([
	["c60", 3.4],
	["c10", 2.6],
]);
/** A median of ratios still varies by so much where other programs run: beside the whole test suite, c60 took 2.84. */
const tolerance = 1.25;
/** The maximum of memory in megabytes. About 60 of them are Node and its `fetch`. */
const memoryTarget = 120;
/** What ten times as many rows may take of memory. */
const growthTarget = 1.2;

const reader = fileURLToPath(new URL("read-result.mjs", import.meta.url));

interface Run {
	readonly items: number;
	readonly wall: number;
	readonly cpu: number;
	readonly peakMegabytes: number;
}

/** One file of a result, and where it is served. */
interface ServedFile {
	readonly name: string;
	readonly columns: readonly MadeColumn[];
	readonly rows: number;
	readonly url: string;
}

async function readIn(file: ServedFile, mode: string, nodeFlags: readonly string[] = [], times = 1): Promise<Run> {
	const columns = JSON.stringify(file.columns.map(({ name, dataType }) => [name, dataType]));
	const child = spawn(process.execPath, [...nodeFlags, reader, mode, file.url, columns, String(times)], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	let errors = "";
	child.stdout.on("data", (part) => {
		output += part;
	});
	child.stderr.on("data", (part) => {
		errors += part;
	});
	const code = await new Promise((resolve) => child.on("close", resolve));
	if (code !== 0) throw new Error(`${mode} of ${file.name} ended with ${code}:\n${errors}`);
	const { rounds, peakMegabytes } = JSON.parse(output) as {
		rounds: Omit<Run, "peakMegabytes">[];
		peakMegabytes: number;
	};
	const last = rounds.at(-1);
	if (last === undefined) throw new Error(`${mode} of ${file.name} gave nothing.`);
	if (mode !== "floor" && last.items !== file.rows) throw new Error(`${mode} gave ${last.items} rows of ${file.rows}.`);
	return { ...last, peakMegabytes };
}

interface Line {
	readonly mode: string;
	readonly cpu: number;
	readonly wall: number;
	readonly peak: number;
	readonly ratio: number;
}

/** Runs the modes in turn, round after round: what else the machine does falls on all of them. */
async function compare(
	file: ServedFile,
	modes: readonly string[],
	rounds: number,
	times = 1,
): Promise<readonly Line[]> {
	const all: (readonly Run[])[] = [];
	for (let round = 0; round < rounds; round++) {
		const runs: Run[] = [];
		for (const mode of modes) runs.push(await readIn(file, mode, [], times));
		all.push(runs);
	}
	return modes.map((mode, index) => {
		const of = (read: (run: Run, floor: Run) => number): number =>
			median(
				all.map((runs) => {
					const [floor] = runs;
					const run = runs[index];
					return floor === undefined || run === undefined ? Number.NaN : read(run, floor);
				}),
			);
		return {
			mode,
			cpu: of((run) => run.cpu),
			wall: of((run) => run.wall),
			peak: of((run) => run.peakMegabytes),
			ratio: of((run, floor) => run.cpu / floor.cpu),
		};
	});
}

function print(title: string, lines: readonly Line[]): void {
	console.log(`\n${title}`);
	console.log(`${"".padEnd(24)}${["CPU ms", "wall ms", "peak MB", "ratio"].map((name) => name.padStart(10)).join("")}`);
	for (const { mode, cpu, wall, peak, ratio } of lines) {
		const numbers = [cpu.toFixed(0), wall.toFixed(0), peak.toFixed(0), ratio.toFixed(2)];
		console.log(`${mode.padEnd(24)}${numbers.map((number) => number.padStart(10)).join("")}`);
	}
}

const failures: string[] = [];

function check(what: string, value: number, limit: number): void {
	const isGood = value <= limit;
	console.log(`${isGood ? "ok  " : "FAIL"} ${what}: ${value.toFixed(2)}, at most ${limit.toFixed(2)}`);
	if (!isGood && !isQuick) failures.push(what);
}

interface Verdict {
	readonly what: string;
	readonly value: number;
	readonly limit: number;
}

/** What is required of a file's lines. */
function verdicts({ name }: ServedFile, lines: readonly Line[]): readonly Verdict[] {
	const lineOf = (wanted: string): Line | undefined => lines.find(({ mode }) => mode === wanted);
	const [rows, ndjson] = [lineOf("rows"), lineOf("rows to NDJSON")];
	const ratioLimit = (all: ReadonlyMap<string, number>): number => (all.get(name) ?? 0) * tolerance;
	return [
		{ what: `${name}: ratio of rows`, value: rows?.ratio ?? Number.NaN, limit: ratioLimit(targets) },
		{ what: `${name}: ratio of NDJSON`, value: ndjson?.ratio ?? Number.NaN, limit: ratioLimit(lineTargets) },
		{ what: `${name}: peak memory of NDJSON, MB`, value: ndjson?.peak ?? Number.NaN, limit: memoryTarget },
		{ what: `${name}: peak memory, MB`, value: rows?.peak ?? Number.NaN, limit: memoryTarget },
	];
}

async function serve(folder: string): Promise<Server> {
	const server = createServer((request, response) => {
		const path = join(folder, request.url ?? "");
		response.setHeader("content-length", statSync(path).size);
		createReadStream(path, { highWaterMark: 65_536 }).pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return server;
}

async function main(folder: string, server: Server): Promise<void> {
	const { writeZip } = await import("../../src/sandbox/files/write-zip.js");
	const { port } = server.address() as AddressInfo;
	const make = async (name: string, columnCount: number, rows: number): Promise<ServedFile> => {
		const columns = makeColumns(columnCount);
		const { csvBytes, zipBytes } = await writeResult(join(folder, name), columns, rows, writeZip);
		const sizes = [csvBytes, zipBytes].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`);
		console.log(
			`${name}: ${rows.toLocaleString("en")} rows of ${columnCount} columns, CSV ${sizes[0]}, ZIP ${sizes[1]}`,
		);
		return { name, columns, rows, url: `http://127.0.0.1:${port}/${name}` };
	};
	const c10 = await make("c10", 10, isQuick ? 2_000 : 200_000);
	const c60 = await make("c60", 60, isQuick ? 1_000 : 200_000);
	const own = ["floor", "rows", "batches", "rows, not copied", "rows to NDJSON"];
	const recorded: Record<string, string | number>[] = [];
	for (const file of [c10, c60]) {
		// A small file is read in a fifth of a second, in which a process's start and its compiling differ more: it takes more rounds.
		const rounds = isQuick ? 1 : file === c10 ? 21 : 7;
		const lines = await withMoreRounds(
			rounds,
			async (more) => {
				const taken = await compare(file, own, more);
				print(`${file.name}, each in a fresh process, median of ${more} rounds`, taken);
				return taken;
			},
			(taken) => isQuick || verdicts(file, taken).every(({ value, limit }) => value <= limit),
		);
		for (const { what, value, limit } of verdicts(file, lines)) check(what, value, limit);
	}
	await readIn(c60, "rows", ["--max-old-space-size=48"]);
	console.log("ok   c60 with --max-old-space-size=48");
	const large = await make("c10-large", 10, isQuick ? 20_000 : 2_000_000);
	const few = isQuick ? 1 : 3;
	// A busy machine adds to a peak, since the collector comes late, and takes nothing away: what a run needs is the least of several.
	const peaks: Readonly<Record<"small" | "tenfold", number[]>> = { small: [], tenfold: [] };
	for (let round = 0; round < few; round++) {
		peaks.small.push((await readIn(c10, "rows")).peakMegabytes);
		peaks.tenfold.push((await readIn(large, "rows")).peakMegabytes);
	}
	const growth = Math.min(...peaks.tenfold) / Math.min(...peaks.small);
	check(`peak memory of ${large.rows.toLocaleString("en")} rows, of that of a tenth`, growth, growthTarget);
	for (const file of [c10, c60]) {
		print(`${file.name}, the fifth time in one process`, await compare(file, own, few, 5));
		const others = ["floor", "rows", "rows to NDJSON", "papaparse", "csv-parser", "csv-parse"] as const;
		const lines = await compare(file, others, file === c10 ? few * 3 : few);
		print(`${file.name}, beside others on the same ZIP reader, which give text alone`, lines);
		const ratioOf = (mode: (typeof others)[number]): number =>
			lines.find((line) => line.mode === mode)?.ratio ?? Number.NaN;
		recorded.push({
			file: `${file.rows.toLocaleString("en")} rows of ${file.columns.length} columns`,
			"download, inflate, check": 1,
			"typed rows": ratioOf("rows"),
			"lines of JSON": ratioOf("rows to NDJSON"),
			[withVersion("papaparse", "papaparse")]: ratioOf("papaparse"),
			[withVersion("csv-parser", "csv-parser")]: ratioOf("csv-parser"),
			[withVersion("csv-parse", "csv-parse")]: ratioOf("csv-parse"),
			"most memory of rows": `${lines.find(({ mode }) => mode === "rows")?.peak.toFixed(0)} MB`,
		});
	}
	recordFigures("reading", recorded);
}

const folder = mkdtempSync(join(tmpdir(), "results-"));
await ensureBuilt();
const server = await serve(folder);
try {
	await main(folder, server);
} finally {
	server.close();
	rmSync(folder, { recursive: true });
}
if (failures.length > 0) {
	console.log(`\nAbove the target: ${failures.join("; ")}`);
	process.exitCode = 1;
}
