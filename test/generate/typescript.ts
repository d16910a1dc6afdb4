import { fileURLToPath } from "node:url";
import ts from "typescript";
import * as descriptors from "../../src/criteria/build/descriptors.js";
import type { GeneratedFile } from "../../src/generate/write-files.js";
import type { AnyModule } from "../../src/schema/module-schema.js";
import { Users } from "../../src/standard/users.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs generated files and gives the modules that they export, by the name of the export. */
export function runGenerated(files: readonly GeneratedFile[]): ReadonlyMap<string, AnyModule> {
	const sources = new Map(files.map(({ path, text }) => [`./${path.replace(/\.ts$/, ".js")}`, text]));
	const loaded = new Map<string, Record<string, unknown>>([
		["zoho-bulk-read", descriptors],
		["zoho-bulk-read/standard", { Users }],
	]);
	const load = (specifier: string): Record<string, unknown> => {
		const known = loaded.get(specifier);
		if (known) return known;
		const source = sources.get(specifier);
		if (source === undefined) throw new Error(`${specifier} was imported and not generated.`);
		const exports = Object.create(null) as Record<string, unknown>;
		loaded.set(specifier, exports);
		new Function("require", "exports", transpile(source))(load, exports);
		return exports;
	};
	const [first = "./none"] = sources.size === 1 ? sources.keys() : ["./index.js"];
	return new Map(Object.entries(load(first)) as [string, AnyModule][]);
}

function transpile(source: string): string {
	const { outputText, diagnostics = [] } = ts.transpileModule(source, {
		reportDiagnostics: true,
		compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: false },
	});
	if (diagnostics.length > 0) throw new SyntaxError(`${writeDiagnostics(diagnostics)}\n${source}`);
	return outputText;
}

/** What the compiler says of generated files, checked whole, together with further files that use them. */
export function compile(files: readonly GeneratedFile[]): readonly string[] {
	const directory = `${root}test/generate/generated/`;
	const texts = new Map(files.map(({ path, text }) => [directory + path, text.replace("// @ts-nocheck\n", "")]));
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		module: ts.ModuleKind.NodeNext,
		target: ts.ScriptTarget.ES2022,
		lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
		types: [],
		verbatimModuleSyntax: true,
		isolatedDeclarations: true,
		declaration: true,
		erasableSyntaxOnly: true,
		exactOptionalPropertyTypes: true,
		noUncheckedIndexedAccess: true,
		noUnusedLocals: true,
		skipLibCheck: true,
		paths: {
			"zoho-bulk-read": [`${root}src/criteria/build/descriptors.ts`],
			"zoho-bulk-read/standard": [`${root}src/standard/index.ts`],
		},
	};
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists, readFile } = host;
	host.getSourceFile = (path, ...rest) => {
		const text = texts.get(path);
		return text === undefined
			? getSourceFile(path, ...rest)
			: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
	};
	host.fileExists = (path) => texts.has(path) || fileExists(path);
	host.directoryExists = (path) => directory.startsWith(`${path}/`) || ts.sys.directoryExists(path);
	host.readFile = (path) => texts.get(path) ?? readFile(path);
	const program = ts.createProgram([...texts.keys()], options, host);
	return [...texts.keys()].flatMap((path) => {
		const source = program.getSourceFile(path);
		return [
			...program.getSyntacticDiagnostics(source),
			...program.getSemanticDiagnostics(source),
			...program.getDeclarationDiagnostics(source),
		].map(
			(diagnostic) =>
				`${path.replace(directory, "")}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`,
		);
	});
}

function writeDiagnostics(diagnostics: readonly ts.Diagnostic[]): string {
	return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n");
}

/** The syntax tree of a generated file. */
export function parse(text: string): ts.SourceFile {
	return ts.createSourceFile("generated.ts", text, ts.ScriptTarget.ES2022, true);
}
