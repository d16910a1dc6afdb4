import { defineConfig } from "vitest/config";
import base from "../vitest.config.js";

/**
 * What mutants are tried against: the tests of the rooms that are mutated. Those that build, pack, or start other programs would
 * take a minute a mutant, and read the build instead of the mutant.
 */
export default defineConfig({
	...(base.resolve === undefined ? {} : { resolve: base.resolve }),
	test: {
		testTimeout: 30_000,
		include: ["test/{time,schema,criteria,job,result,sync}/**/*.test.ts", "test/client/export/**/*.test.ts"],
		// They compile, for seconds at a time.
		exclude: ["test/schema/{one-table,comparator-matrix}.test.ts"],
	},
});
