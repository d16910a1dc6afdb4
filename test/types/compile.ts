import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readWrongFiles } from "./wrong-things.js";

/** The package name of an installed compiler. We build with `typescript`. */
export type Compiler = "typescript" | "typescript54" | "typescript59" | "typescript7";

/** What a compiler's command line says of one place. */
export interface Report {
	/** The file, relative to this folder; one of the library's own is absolute. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	readonly code: number;
	readonly message: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));

/**
 * Has a compiler check `right.ts` and the files of `wrong/`, outside the repository, as a user's project.
 *
 * @param library - what `zoho-bulk-read` is to it: the sources, or the declarations that were built.
 */
export function compileExamples(compiler: Compiler, library: "src" | "dist"): readonly Report[] {
	const project = mkdtempSync(join(tmpdir(), "zoho-bulk-read-types-"));
	try {
		writeProject(project, library);
		const { stdout, stderr } = spawnSync(
			process.execPath,
			[join(root, "node_modules", compiler, "bin/tsc"), "-p", project],
			{
				cwd: project,
				encoding: "utf8",
				maxBuffer: 2 ** 26,
			},
		);
		if (stderr !== "") throw new Error(`${compiler} failed: ${stderr}`);
		return parseReports(stdout, compiler);
	} finally {
		rmSync(project, { recursive: true });
	}
}

function writeProject(project: string, library: "src" | "dist"): void {
	const entry = join(root, library === "src" ? "src/index.ts" : "dist/index.d.ts");
	// The sources' own conditional imports lead to what was built, which need not be there.
	const inner = library === "src" ? conditionalImports : {};
	const config = {
		compilerOptions: {
			target: "ES2022",
			lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
			module: "NodeNext",
			strict: true,
			noUncheckedIndexedAccess: true,
			exactOptionalPropertyTypes: true,
			noEmit: true,
			skipLibCheck: library === "src",
			types: ["node"],
			paths: { "zoho-bulk-read": [entry], ...inner },
		},
		include: ["."],
	};
	writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
	writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
	symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
	for (const file of ["modules.ts", "right.ts"]) copyFileSync(join(here, file), join(project, file));
	mkdirSync(join(project, "wrong"));
	for (const { name, text } of readWrongFiles()) writeFileSync(join(project, "wrong", `${name}.ts`), text);
}

const conditionalImports = {
	"#inflate": [join(root, "src/result/zip/inflate-node.ts")],
	"#spool": [join(root, "src/client/download/spool-node.ts")],
	"#token-file": [join(root, "src/client/auth/token-store-node.ts")],
};

const reportPattern = /^(.+?)\((\d+),\d+\): error TS(\d+): (.*)$/;

/** Reads what `tsc` prints where it is not a terminal: a line for each error, more of the message indented below. */
function parseReports(printed: string, compiler: Compiler): Report[] {
	const reports: Report[] = [];
	for (const line of printed.split("\n")) {
		if (line === "" || line.startsWith(" ")) continue;
		const [, file, at, code, message] = reportPattern.exec(line) ?? [];
		if (file === undefined || message === undefined)
			throw new Error(`${compiler} says what is not understood: ${line}`);
		reports.push({ file, line: Number(at), code: Number(code), message });
	}
	return reports;
}
