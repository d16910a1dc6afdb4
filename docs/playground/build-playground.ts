import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { readExample } from "../example.js";
import { collectDeclarations } from "./declarations.js";
import { exampleGroups } from "./example-groups.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Writes the playground as one page that makes no requests. */
export async function buildPlayground(target: string): Promise<void> {
	const entries = ["main.ts", "frame.ts", "language-worker.ts", "run-worker.ts"];
	const [main = "", frame = "", languageWorker, runWorker] = await Promise.all(entries.map(bundle));
	const favicon = readFileSync(here("../favicon.svg"));
	const parts: Readonly<Record<string, string | undefined>> = {
		style: ["style.css", "panels.css"].map((file) => readFileSync(here(file), "utf8")).join(""),
		favicon: `data:image/svg+xml;base64,${favicon.toString("base64")}`,
		policy: writePolicy([main, frame]),
		main,
		frame,
		languageWorker,
		runWorker,
	};
	const page = readFileSync(here("index.html"), "utf8").replace(
		/\{\{(\w+)\}\}/g,
		(_, name: string) => parts[name] ?? "",
	);
	mkdirSync(dirname(target), { recursive: true });
	writeFileSync(target, page);
}

/**
 * The content policy of the page and of every frame and worker in it. Only these scripts run, even if somebody injects others;
 * nothing sends requests; no other page is shown in a frame. Workers are created from the page's own text, and evaluate queries.
 */
function writePolicy(scripts: readonly string[]): string {
	const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
	return [
		"default-src 'none'",
		`script-src ${hashes.join(" ")} 'unsafe-eval' blob:`,
		"worker-src blob:",
		"style-src 'unsafe-inline'",
		"img-src data:",
		"connect-src 'none'",
		"frame-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");
}

/** Bundles a script that will be part of the page, with the package's source as it runs outside Node. */
async function bundle(entry: string): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [here(entry)],
		bundle: true,
		write: false,
		minify: true,
		format: "iife",
		platform: "browser",
		target: "es2022",
		legalComments: "none",
		logLevel: "error",
		// The TypeScript compiler tries to import these, but works without them.
		external: ["fs", "inspector", "module", "os", "path", "perf_hooks"],
		plugins: [sources, virtualModules],
	});
	return outputFiles[0]?.text ?? "";
}

const portable: Readonly<Record<string, string>> = {
	"#deflate": "src/sandbox/files/deflate-portable.ts",
	"#inflate": "src/result/zip/inflate-portable.ts",
	"#listen": "src/sandbox/port/listen-portable.ts",
	"#spool": "src/client/download/spool-portable.ts",
	"#token-file": "src/client/auth/token-store-portable.ts",
};

/** Resolves the package's names to its source, as the tests do. */
const sources: Plugin = {
	name: "sources",
	setup(builder) {
		builder.onResolve({ filter: /^#/ }, ({ path }) => ({ path: root + portable[path] }));
		builder.onResolve({ filter: /^zoho-bulk-read(\/|$)/ }, ({ path }) => ({
			path: `${root}src/${path.slice("zoho-bulk-read/".length)}/index.ts`.replace("//", "/"),
		}));
	},
};

/** Modules that only the build provides: the declarations for the compiler in the page, and the examples of the menu. */
const virtualModules: Plugin = {
	name: "virtual-modules",
	setup(builder) {
		builder.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: "virtual" }));
		builder.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
			contents: `export default ${JSON.stringify(path === "virtual:examples" ? collectExamples() : collectDeclarations())}`,
			loader: "js",
		}));
	},
};

/** The examples of the menu. If an example also runs its query, only the part with the query. */
function collectExamples(): Readonly<Record<string, string>> {
	const names = Object.values(exampleGroups).flatMap((group) => Object.keys(group));
	return Object.fromEntries(names.map((name) => [name, queryOf(readExample(name).source)]));
}

function queryOf(source: string): string {
	const [query = ""] = source.split(/^const \{ ZOHO_CLIENT_ID/m);
	return `${query.replace("import { bulkRead, createClient, refreshToken }", "import { bulkRead }").trimEnd()}\n`;
}
