import type { KnipConfig } from "knip";

/** What knip cannot see, and why: `npm run check:unused`. */
const config: KnipConfig = {
	entry: [
		// Entry points of the package, which package.json names as they are built.
		"src/{standard,sandbox,render}/index.ts",
		// Platforms, chosen by a condition of package.json's imports.
		"src/**/*-{node,portable}.ts",
		// Read from the disk by the build of the docs and by the tests, which compile and run them.
		"docs/examples/*.ts",
		"docs/recipes/*.ts",
		"docs/{build,demo}.ts",
		// Bundled into the playground's page.
		"docs/playground/{main,frame,run-worker,language-worker,build-playground}.ts",
		// Compiled by the tests of types, under several compilers.
		"test/types/{right,versions}.ts",
		"test/types/declarations/one-of-each.ts",
		"test/types/wrong/*.ts",
		// Started as processes of their own.
		"test/**/*.bench.ts",
		"test/**/*.test.ts",
		"test/bench/read-result.mjs",
		"test/client/use-token.ts",
		"test/docs/queue-process.ts",
		// Named by test/stryker.json, which Stryker's plugin of knip does not follow into `vitest.configFile`.
		"test/mutation.config.ts",
		// Stands in for fast-check there.
		"test/fewer-runs.ts",
		// Loaded before each file of tests there.
		"test/forget-mutant.ts",
	],
	project: ["src/**/*.ts", "test/**/*.{ts,mjs}", "docs/**/*.ts"],
	ignoreDependencies: [
		// Written into the projects that the bench of types makes.
		"drizzle-orm",
	],
	ignoreBinaries: [
		// Programs of the machine, which tests look for before they start them.
		"script",
		"redis-server",
		"mkfifo",
		"mount",
		"umount",
		"unshare",
	],
	ignoreExportsUsedInFile: true,
	ignoreIssues: {
		// `languages` is `programs` as users see it: what each language is called, without how it is written.
		"src/render/render.ts": ["duplicates"],
	},
	// Declarations need a name for every type that a public one mentions; typedoc holds that list (`notExported`).
	exclude: ["types"],
};

export default config;
