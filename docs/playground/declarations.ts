import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** All declaration files that the package's entry points need, by the paths at which the compiler in the page looks for them. */
export function collectDeclarations(): Readonly<Record<string, string>> {
	const names = ["index", "render/index", "sandbox/index", "standard/index"];
	const globals = fileURLToPath(new URL("globals.d.ts", import.meta.url));
	const program = ts.createProgram([...names.map((name) => `${root}dist/${name}.d.ts`), globals], {
		skipLibCheck: true,
		target: ts.ScriptTarget.ES2022,
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		lib: ["lib.es2023.d.ts"],
		types: [],
	});
	const declarations: Record<string, string> = {
		"/node_modules/zoho-bulk-read/package.json": JSON.stringify({
			name: "zoho-bulk-read",
			imports: { "#token-file": "./client/auth/token-store-portable.d.ts" },
		}),
	};
	for (const { fileName, text } of program.getSourceFiles()) {
		// Comments on the language itself, such as those on Array, only take space here.
		const kept = isOfTheLanguage(fileName) ? text.replace(/\/\*[\s\S]*?\*\//g, "") : text;
		declarations[placeOf(fileName)] = kept;
	}
	for (const name of names) {
		const entry =
			name === "index" ? "/node_modules/zoho-bulk-read/index.d.ts" : `/node_modules/zoho-bulk-read/${name}.d.ts`;
		if (!(entry in declarations)) throw new Error(`${entry} is missing: build the package first.`);
	}
	return declarations;
}

function placeOf(file: string): string {
	if (isOfTheLanguage(file)) return `/${file.split("/").at(-1)}`;
	if (file.endsWith("/globals.d.ts")) return "/globals.d.ts";
	const path = relative(root, file);
	return path.startsWith("dist/") ? `/node_modules/zoho-bulk-read/${path.slice("dist/".length)}` : `/${path}`;
}

const isOfTheLanguage = (file: string): boolean => /\/typescript\/lib\/lib\.[\w.]+\.d\.ts$/.test(file);
