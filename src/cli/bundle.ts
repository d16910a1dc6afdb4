/**
 * Bundles the command: `npm run build:cli`. Commander and the TypeScript loader are packed into it, so that the library has
 * neither among its dependencies. The library itself stays outside, as the built files beside it: a query file that imports
 * `zoho-bulk-read` and the command then share one copy. What a command alone needs is a part of its own, read when it runs.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import description from "../../package.json" with { type: "json" };

const root = new URL("../../", import.meta.url).pathname;
const command = `${root}src/cli/`;

await rm(`${root}dist/cli`, { recursive: true, force: true });
await build({
	absWorkingDir: root,
	entryPoints: ["src/cli/zoho-bulk-read.ts"],
	outdir: "dist/cli",
	bundle: true,
	splitting: true,
	minifyWhitespace: true,
	format: "esm",
	platform: "node",
	target: "node20.19",
	external: Object.keys(description.dependencies),
	// Commander is CommonJS, and asks for Node's own modules by `require`.
	banner: {
		js: 'import { createRequire as makeRequire } from "node:module";\nconst require = makeRequire(import.meta.url);',
	},
	plugins: [
		{
			name: "the library stays outside",
			setup: ({ onResolve }) => {
				onResolve({ filter: /^\.\.\// }, ({ path, importer }) => {
					const target = join(dirname(importer), path);
					if (!importer.startsWith(command) || target.startsWith(command)) return undefined;
					// Every part of the command stands in dist/cli, whichever room its source is in.
					return { path: relative(command, target), external: true };
				});
			},
		},
	],
});

const licenses = ["commander", "jiti"].map(async (name) => {
	const text = await readFile(`${root}node_modules/${name}/LICENSE`, "utf8");
	return `The command contains ${name}:\n\n${text.trim()}\n`;
});
await writeFile(`${root}dist/cli/LICENSES.txt`, (await Promise.all(licenses)).join("\n"));
