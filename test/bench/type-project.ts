import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** What checking one file cost. */
export interface Cost {
	readonly instantiations: number;
	/** Processor time: what else the machine does does not count. */
	readonly milliseconds: number;
}

/** A project outside the repository, as a user's, which the compiler and editors look at. */
export interface TypeProject {
	/** The file that is checked. */
	readonly file: string;
	/** Writes another file of the project: what the checked one imports. */
	write(name: string, text: string): void;
	/** What checking the file costs with this text in it, which must be without mistakes. */
	cost(text: string): Cost;
	remove(): void;
}

/** How many programs stay in memory: one of each contender, with and without its filters. */
const keptPrograms = 8;

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Makes a project to which `zoho-bulk-read` is the sources as they stand. */
export function makeTypeProject(): TypeProject {
	const directory = mkdtempSync(join(tmpdir(), "zoho-bulk-read-types-"));
	const file = join(directory, "use.ts");
	const write = (name: string, text: string): void => writeFileSync(join(directory, name), text);
	symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
	write("package.json", JSON.stringify({ type: "module" }));
	const compilerOptions = {
		target: "es2022",
		module: "nodenext",
		strict: true,
		skipLibCheck: true,
		noEmit: true,
		types: [],
		paths: { "zoho-bulk-read": [join(root, "src/index.ts")] },
	};
	write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["use.ts"] }));
	const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, directory);

	// What the engine made of the compiler's functions is thrown away with the last program that uses them, and would be made anew.
	const kept: ts.Program[] = [];
	const host = ts.createCompilerHost(options);
	const parsed = new Map<string, ts.SourceFile | undefined>();
	const parse = host.getSourceFile;
	host.getSourceFile = (name, ...rest) => {
		if (name === file) return parse(name, ...rest);
		if (!parsed.has(name)) parsed.set(name, parse(name, ...rest));
		return parsed.get(name);
	};
	return {
		file,
		write(name, text) {
			write(name, text);
			parsed.delete(join(directory, name));
		},
		cost(text) {
			write("use.ts", text);
			const program = ts.createProgram([file], options, host);
			program.getTypeChecker();
			kept.push(program);
			if (kept.length > keptPrograms) kept.shift();
			const begun = process.cpuUsage();
			const [mistake] = program.getSemanticDiagnostics(program.getSourceFile(file));
			const { user, system } = process.cpuUsage(begun);
			if (mistake) throw new Error(ts.flattenDiagnosticMessageText(mistake.messageText, "\n"));
			return { instantiations: program.getInstantiationCount(), milliseconds: (user + system) / 1_000 };
		},
		remove() {
			rmSync(directory, { recursive: true });
		},
	};
}
