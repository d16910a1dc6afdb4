/**
 * Makes what is published: `npm run build:js`. Each entry point of package.json becomes one file, and what several share stands
 * in few others: a program's start pays for each file that it reads, not for its size. The declarations come from the compiler.
 *
 * The command is an entry point like the others, so that a query file that imports `zoho-bulk-read` and the command share one
 * copy of the library. Its own packages, commander and the TypeScript loader, are packed into it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { rolldown } from "rolldown";
import description from "../package.json" with { type: "json" };

const root = new URL("../", import.meta.url).pathname;

/** Every file that package.json names: its name below `dist`, and where it stands in `src`. */
const entryPoints = Object.fromEntries(
	[
		...Object.values(description.exports).flatMap((entry) => (typeof entry === "string" ? [] : [entry.default])),
		...Object.values(description.imports).flatMap(({ node, default: portable }) => [node, portable]),
		...Object.values(description.bin),
	].map((path) => {
		const name = path.replace(/^(?:\.\/)?dist\//, "").replace(/\.js$/, "");
		return [name, `src/${name}.ts`];
	}),
);

/** What stands outside: the packages that are installed with the library or beside it, Node, and what package.json chooses by a condition. */
const outside = new Set(Object.keys({ ...description.dependencies, ...description.peerDependencies }));
const isOutside = (id: string): boolean => id.startsWith("#") || id.startsWith("node:") || outside.has(packageOf(id));

/** The packages that the command brings, by the names under which it imports them. */
const brought = { commander: "commander", "jiti/static": "jiti" };

const onLog = (level: string, { message }: { readonly message: string }): never => {
	throw new Error(`${level}: ${message}`);
};

// In a run of their own: what they need of Node must not get into what the library shares with the command.
const packages = await rolldown({ cwd: root, input: invert(brought), platform: "node", tsconfig: false, onLog });
await packages.write({ dir: "dist/cli", format: "esm", entryFileNames: "[name].js", minify: true });

const bundle = await rolldown({
	cwd: root,
	input: entryPoints,
	external: isOutside,
	platform: "neutral",
	tsconfig: false,
	onLog,
	plugins: [
		{
			name: "the packages that the command brings",
			resolveId: (id) => {
				// Every file of the command stands in dist/cli, beside them.
				const file = Object.entries(brought).find(([name]) => name === id)?.[1];
				return file === undefined ? undefined : { id: `./${file}.js`, external: true };
			},
		},
	],
});
await bundle.write({
	dir: "dist",
	format: "esm",
	entryFileNames: "[name].js",
	chunkFileNames: ({ moduleIds }) =>
		moduleIds.some((id) => id.includes("/src/cli/")) ? "cli/[name]-[hash].js" : "chunks/[name]-[hash].js",
	sourcemap: true,
	sourcemapExcludeSources: true,
	codeSplitting: {
		groups: [
			// What the command needs before it knows what to do: it does not read the library to show its help.
			{ name: "facts", test: /\/src\/(?:facts\/(?!(?:error-codes|known-error)\.)|time\/|checks\/)/ },
			// What only an error needs is loaded by the first one.
			{ name: "error-codes", test: /\/src\/facts\// },
			// Conditions, modules and jobs.
			{
				name: "query",
				test: /\/src\/(?:schema\/|criteria\/|job\/(?:bulk-read|request|row|invalid-job-error|parse-job))/,
			},
			// Each takes along what it imports, unless a group above has it: so what is loaded on demand comes last.
			{ name: "client", test: /\/src\/client\/(?:client|auth\/(?!.*-(?:node|portable)\.).*)\.ts$/ },
			{
				name: "library",
				test: /\/src\/(?:job\/|client\/(?:errors|jobs)\/|client\/export\/begin-export\.|result\/(?:calendar\/|rows\/(?:read-rows|to-|.*-error)|zip\/(?:unzip|read-text)))/,
			},
			{
				name: "export",
				test: /\/src\/client\/(?:export\/(?:page-batches|job-batches|ready-pages|advance|read-result)|download\/unbroken-download|jobs\/wait-for-job|transport\/download-limit)\.ts$/,
			},
			{ name: "windows", test: /\/src\/client\/export\/advance-windows\.ts$/ },
			{ name: "sync", test: /\/src\/sync\/(?:copy|run)\// },
		],
	},
});

/** `@scope/name/file` gives `@scope/name`. */
function packageOf(id: string): string {
	return id
		.split("/")
		.slice(0, id.startsWith("@") ? 2 : 1)
		.join("/");
}

function invert(record: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [value, key]));
}

const licenses = ["commander", "jiti"].map(async (name) => {
	const text = await readFile(`${root}node_modules/${name}/LICENSE`, "utf8");
	return `The command contains ${name}:\n\n${text.trim()}\n`;
});
await writeFile(`${root}dist/cli/LICENSES.txt`, (await Promise.all(licenses)).join("\n"));
