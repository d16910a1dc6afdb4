import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../vitest.config.js";

/** Vitest starts with the slowest file. A mutant needs one test that fails, and most often a fast one does. */
class FastestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		return (await super.sort(files)).reverse();
	}
}

const alias = base.resolve?.alias;

/**
 * What mutants are tried against: the tests of the rooms that are mutated. Those that build, pack, or start other programs would
 * take a minute a mutant, and read the build instead of the mutant.
 */
export default defineConfig({
	...(alias === undefined ? {} : { resolve: { alias } }),
	plugins: [
		{
			name: "fewer-runs",
			enforce: "pre",
			resolveId: (source, importer) =>
				source === "fast-check" && /\/test\/(time|schema|criteria)\//.test(importer ?? "")
					? new URL("fewer-runs.ts", import.meta.url).pathname
					: undefined,
		},
	],
	test: {
		testTimeout: 30_000,
		include: ["test/{time,schema,criteria,job,result,sync}/**/*.test.ts", "test/client/export/**/*.test.ts"],
		exclude: [
			// They compile, for seconds at a time.
			"test/schema/{one-table,comparator-matrix}.test.ts",
			// Half a minute of random filters; what it finds, the tables of its neighbours say too.
			"test/criteria/evaluate/evaluate-sql.test.ts",
		],
		// One thread for all files of a mutant: each would load the same source again.
		isolate: false,
		sequence: { sequencer: FastestFirst },
	},
});
