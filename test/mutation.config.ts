import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type PoolOptions, type TestSpecification } from "vitest/node";
import base from "../vitest.config.js";
import { KeptThread } from "./kept-thread.js";

/**
 * Vitest starts with the slowest file. But one failing test is enough to kill a mutant, and usually a fast test fails. We sort by
 * the longest time that a file ever took, because a file that was not reached has a time of zero.
 */
class FastestFirst extends BaseSequencer {
	readonly #longest = new Map<string, number>();

	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		for (const { project, moduleId } of files) {
			const key = `${project.name}:${relative(this.ctx.config.root, moduleId)}`;
			const { duration = 0 } = this.ctx.cache.getFileTestResults(key) ?? {};
			this.#longest.set(moduleId, Math.max(duration, this.#longest.get(moduleId) ?? 0));
		}
		const longest = ({ moduleId }: TestSpecification): number => this.#longest.get(moduleId) ?? 0;
		return [...files].sort((one, other) => longest(one) - longest(other));
	}
}

const alias = base.resolve?.alias;

/** The tests of one room, one file of tests, or a pattern: `ROOM=client/export npx stryker run ...`. */
const room = process.env.ROOM;
const all = ["test/{time,schema,criteria,job,result,sync}/**/*.test.ts", "test/client/export/**/*.test.ts"];

/** Its imports are replaced, which only works if no test loaded them before. */
const replacing = "test/result/zip/unzip-portable.test.ts";

/**
 * What mutants are tried against: the tests of the rooms that are mutated. Those that build, pack, or start other programs would
 * take a minute a mutant, and read the build instead of the mutant.
 */
export default defineConfig({
	...(alias === undefined ? {} : { resolve: { alias } }),
	plugins: [
		{
			name: "quick-mutants",
			enforce: "pre",
			resolveId: (source, importer) =>
				source === "fast-check" && /\/test\/(time|schema|criteria|job|result|client|sync)\//.test(importer ?? "")
					? new URL("fewer-runs.ts", import.meta.url).pathname
					: undefined,
			// The rooms of the schema and of criteria keep what they computed, which one mutant would leave to the next.
			configureVitest: ({ project }) => {
				if (room === undefined || /^(schema|criteria)/.test(room)) return;
				const createPoolWorker = (options: PoolOptions): KeptThread => new KeptThread(options);
				Object.assign(project.config, {
					pool: KeptThread.pool,
					poolRunner: { name: KeptThread.pool, createPoolWorker },
				});
			},
		},
	],
	test: {
		testTimeout: 120_000,
		include: room === undefined ? all : [room.endsWith(".test.ts") ? `test/${room}` : `test/${room}/**/*.test.ts`],
		exclude: [
			// They compile, for seconds at a time.
			"test/schema/{one-table,comparator-matrix}.test.ts",
			// Half a minute of random filters; what it finds, the tables of its neighbours say too.
			"test/criteria/evaluate/evaluate-sql.test.ts",
			// Whole runs on real databases: the tests of runs in memory, and of each database by itself, say the same in less time.
			"test/sync/*/equal-by-proof.test.ts",
			"test/sync/{duckdb/duckdb,postgres/postgres,objects/objects}.test.ts",
			...(room !== undefined && replacing.endsWith(room) ? [] : [replacing]),
		],
		// One thread for all files of a mutant: each would load the same source again.
		isolate: false,
		setupFiles: ["test/forget-mutant.ts"],
		sequence: { sequencer: FastestFirst },
		// Tests of memory and of time say nothing about mutants.
		env: { MUTANTS: "1" },
	},
});
