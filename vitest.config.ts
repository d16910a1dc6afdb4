import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const source = (path: string): string => new URL(path, import.meta.url).pathname;

/** Takes a minute or more. */
const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith("/equal-by-proof.test.ts");

/** By itself Vitest begins with the largest files, and would leave the longest test, in a small one, to one worker at the end. */
class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
	}
}

export default defineConfig({
	resolve: {
		// The tests run the source; the package's own names lead to it as they lead users to the build.
		alias: [
			{ find: /^zoho-bulk-read$/, replacement: source("src/index.ts") },
			{ find: /^zoho-bulk-read\/(\w+)$/, replacement: source("src/$1/index.ts") },
			{ find: /^zoho-bulk-read\/sync\/(\w+)$/, replacement: source("src/sync/$1/index.ts") },
			{ find: "#deflate", replacement: source("src/sandbox/files/deflate-node.ts") },
			{ find: "#inflate", replacement: source("src/result/zip/inflate-node.ts") },
			{ find: "#listen", replacement: source("src/sandbox/port/listen-node.ts") },
			{ find: "#spool", replacement: source("src/client/download/spool-node.ts") },
			{ find: "#token-file", replacement: source("src/client/auth/token-store-node.ts") },
		],
	},
	test: {
		testTimeout: 60_000,
		hookTimeout: 60_000,
		sequence: { sequencer: LongestFirst },
		// Much of the time goes to servers and programs that the tests wait for.
		maxWorkers: "100%",
		projects: [
			{
				extends: true,
				test: { name: "source", include: ["test/**/*.test.ts"], exclude: ["test/package/**", "test/bench/**"] },
			},
			// It packs and installs, fetches other versions of Node, and starts every bench: `npm run test:package`.
			{
				extends: true,
				test: { name: "package", include: ["test/package/*.test.ts", "test/bench/*.test.ts"], fileParallelism: false },
			},
		],
	},
});
