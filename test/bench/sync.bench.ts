/**
 * Compares first runs of `sync` with the floor: inflate and check the download, then load the plain file with the database's own
 * loader and the same types. 200,000 rows of 10 and of 60 columns; each run in a fresh process; ratios within a round. It also
 * compares the memory for an export of ten pages with that for one. Exits with 1 if a median is above its target.
 *
 *     tsx test/bench/sync.bench.ts [--quick]
 */
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { unzip } from "../../src/result/zip/unzip.js";
import { hasPostgres, startPostgres } from "../sync/start-postgres.js";
import { median } from "./median.js";
import { type MadeColumn, makeColumns, writeResult } from "./result-files.js";
import { withMoreRounds } from "./with-more-rounds.js";

const isQuick = process.argv.includes("--quick");
const rounds = isQuick ? 1 : 5;
const rows = isQuick ? 20_000 : 200_000;

/** What a first run may take of the floor's time. */
const targets = { "c60 duckdb": 1.3, "c10 duckdb": 1.6, "c60 postgres": 1.3, "c10 postgres": 1.6 } as const;
/** What a ratio may vary by where other programs run. */
const tolerance = 1.15;

interface Measured {
	readonly milliseconds: number;
	readonly peakMegabytes: number;
}

const script = fileURLToPath(new URL("sync-result.mjs", import.meta.url));

function measure(mode: string, zip: string, columns: readonly MadeColumn[], target: string, pages = 1): Measured {
	const described = JSON.stringify(columns.map(({ name, dataType }) => [name, dataType]));
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, mode, zip, described, target], {
		encoding: "utf8",
		env: { ...process.env, ROWS: String(rows), PAGES: String(pages) },
	});
	if (status !== 0) throw new Error(`${mode}: ${stderr}`);
	return JSON.parse(stdout);
}

const folder = mkdtempSync(join(tmpdir(), "sync-bench-"));
const failures: string[] = [];
const server = hasPostgres ? await startPostgres() : undefined;
try {
	const { writeZip } = await import("../../src/sandbox/files/write-zip.js");
	for (const count of [10, 60]) {
		const columns = makeColumns(count);
		const zip = join(folder, `c${count}.zip`);
		await writeResult(zip, columns, rows, writeZip);
		await inflate(zip);
		for (const database of ["duckdb", ...(server === undefined ? [] : ["postgres"])] as const) {
			const name = `c${count} ${database}` as keyof typeof targets;
			let peak = 0;
			let run = 0;
			const round = (): number => {
				run++;
				const at = (what: string): string =>
					database === "duckdb" ? join(folder, `${what}-${count}-${run}.duckdb`) : (server?.url ?? "");
				if (database === "postgres") clear();
				const floor = measure(`floor-${database}`, zip, columns, at("floor"));
				const synced = measure(`sync-${database}`, zip, columns, at("sync"));
				peak = Math.max(peak, synced.peakMegabytes);
				console.log(
					`c${count} ${database}: floor ${Math.round(floor.milliseconds)} ms, sync ${Math.round(synced.milliseconds)} ms, peak ${Math.round(synced.peakMegabytes)} MB`,
				);
				return synced.milliseconds / floor.milliseconds;
			};
			const isFast = (ratio: number): boolean => isQuick || ratio <= targets[name] * tolerance;
			const ratio = await withMoreRounds(rounds, (more) => median(Array.from({ length: more }, round)), isFast);
			const isGood = isFast(ratio);
			console.log(
				`${isGood ? "ok  " : "FAIL"} ${name}: ${ratio.toFixed(2)} times the floor, at most ${(targets[name] * tolerance).toFixed(2)}`,
			);
			if (!isGood) failures.push(name);
			// DuckDB's memory is in the process; with PostgreSQL, it is ours alone.
			if (database === "postgres" && peak > 150 * tolerance)
				failures.push(`${name}: peak memory of ${Math.round(peak)} MB`);
			if (database === "postgres" && count === 10) {
				clear();
				const many = measure("sync-postgres", zip, columns, server?.url ?? "", 10).peakMegabytes;
				console.log(`${name}: peak ${Math.round(many)} MB with ten pages, ${Math.round(peak)} MB with one`);
				if (!isQuick && many > peak * 1.2) failures.push(`${name}: ten pages take more memory than one`);
			}
		}
	}
} finally {
	await server?.stop();
	rmSync(folder, { recursive: true });
}
if (failures.length > 0) {
	console.log(`\nAbove the target: ${failures.join("; ")}`);
	process.exitCode = 1;
}

async function inflate(zip: string): Promise<void> {
	const plain = createWriteStream(zip.replace(/zip$/, "csv"));
	for await (const part of unzip(Readable.toWeb(createReadStream(zip)) as ReadableStream<Uint8Array>))
		plain.write(part);
	await new Promise((resolve) => plain.end(() => resolve(undefined)));
}

function clear(): void {
	const clean = `const{default:d}=await import("postgres");const s=d(process.argv[1],{max:1,onnotice(){}});await s.unsafe('DROP TABLE IF EXISTS floor, "Made", "_zoho_sync"');await s.end()`;
	const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", clean, server?.url ?? ""], {
		encoding: "utf8",
		cwd: fileURLToPath(new URL("../../", import.meta.url)),
	});
	if (status !== 0) throw new Error(stderr);
}
