import { fileURLToPath } from "node:url";
import ts from "typescript";
import { readerOptions } from "./reader-options.js";

/** A name in a snippet, and what the compiler knows about it. */
export interface NamedPlace {
	readonly start: number;
	readonly length: number;
	readonly name: string;
	readonly type: string;
	readonly docs: string;
}

/** A mistake that the compiler finds in a snippet. */
export interface WrongPlace {
	readonly start: number;
	readonly length: number;
	readonly code: number;
	readonly words: string;
}

/** A snippet as the compiler sees it. Positions count from the start of the shown part. */
export interface ReadSnippet {
	/** The part that readers see: everything after `// ---cut---`. */
	readonly shown: string;
	/** Names that the package or the snippet declares; the language's own names need no explanation. */
	readonly names: readonly NamedPlace[];
	readonly mistakes: readonly WrongPlace[];
}

/** One compiler for all snippets, which sees the built package as users do. */
export interface SnippetCompiler {
	/** Announces snippets. All snippets that are announced before the first one is read share one program, which saves time. */
	take(codes: Iterable<string>): void;
	read(code: string): ReadSnippet;
	/** Adds imports to code that has none; readers do not see them. */
	addImports(code: string): string;
}

const cut = "// ---cut---\n";
const root = fileURLToPath(new URL("../", import.meta.url));

/** The package's entry points, as users name them, and their declarations. */
const entryPoints: Readonly<Record<string, string>> = {
	"zoho-bulk-read": `${root}dist/index.d.ts`,
	"zoho-bulk-read/files": `${root}dist/files/index.d.ts`,
	"zoho-bulk-read/render": `${root}dist/render/index.d.ts`,
	"zoho-bulk-read/sandbox": `${root}dist/sandbox/index.d.ts`,
	"zoho-bulk-read/standard": `${root}dist/standard/index.d.ts`,
	"zoho-bulk-read/sync": `${root}dist/sync/index.d.ts`,
	"zoho-bulk-read/sync/duckdb": `${root}dist/sync/duckdb/index.d.ts`,
	"zoho-bulk-read/sync/postgres": `${root}dist/sync/postgres/index.d.ts`,
};

const compilerOptions: ts.CompilerOptions = {
	...readerOptions,
	// Every snippet is a module, even if it imports nothing.
	moduleDetection: ts.ModuleDetectionKind.Force,
	lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
	types: ["node"],
	// Recipes import each other.
	rootDirs: [root, `${root}docs/recipes`],
	paths: Object.fromEntries(Object.entries(entryPoints).map(([name, file]) => [name, [file]])),
};

/** Starts the compiler. Build the package first. */
export function startSnippetCompiler(): SnippetCompiler {
	const snippets = new Map<string, string>();
	const files = new Map<string, string>();
	const service = ts.createLanguageService(hostOf(files));
	const take = (codes: Iterable<string>): void => {
		for (const code of codes) {
			if (snippets.has(code)) continue;
			const file = `${root}snippet-${snippets.size}.ts`;
			snippets.set(code, file);
			files.set(file, code);
		}
	};
	return {
		take,
		read: (code) => {
			take([code]);
			return readSnippet(service, snippets.get(code) ?? "", code);
		},
		addImports: importer(service),
	};
}

/** Snippets are in memory; everything else is on disk. */
function hostOf(files: ReadonlyMap<string, string>): ts.LanguageServiceHost {
	const globals = fileURLToPath(new URL("snippet-globals.d.ts", import.meta.url));
	return {
		getCompilationSettings: () => compilerOptions,
		getScriptFileNames: () => [...Object.values(entryPoints), globals, ...files.keys()],
		// Files are only added, never changed.
		getScriptVersion: () => "0",
		getScriptSnapshot: (file) => {
			const text = files.get(file) ?? ts.sys.readFile(file);
			return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
		},
		getCurrentDirectory: () => root,
		getDefaultLibFileName: ts.getDefaultLibFilePath,
		fileExists: (file) => files.has(file) || ts.sys.fileExists(file),
		readFile: (file) => files.get(file) ?? ts.sys.readFile(file),
		directoryExists: ts.sys.directoryExists,
		getDirectories: ts.sys.getDirectories,
		readDirectory: ts.sys.readDirectory,
	};
}

function readSnippet(service: ts.LanguageService, file: string, code: string): ReadSnippet {
	const cutAt = code.indexOf(cut);
	const hidden = cutAt === -1 ? 0 : cutAt + cut.length;
	const names = identifiersOf(service, file)
		.filter((name) => name.getStart() >= hidden)
		.flatMap((name): NamedPlace[] => {
			const info = service.getQuickInfoAtPosition(file, name.getStart());
			if (!info) return [];
			const type = ts.displayPartsToString(info.displayParts);
			const docs = ts.displayPartsToString(info.documentation);
			return [{ start: name.getStart() - hidden, length: name.text.length, name: name.text, type, docs }];
		});
	const found = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
	const mistakes = found.map((mistake) => ({
		start: (mistake.start ?? 0) - hidden,
		length: mistake.length ?? 0,
		code: mistake.code,
		words: ts.flattenDiagnosticMessageText(mistake.messageText, "\n"),
	}));
	return { shown: code.slice(hidden), names, mistakes };
}

/** The names in a file, except those of the language and of Node. */
function identifiersOf(service: ts.LanguageService, file: string): readonly ts.Identifier[] {
	const program = service.getProgram();
	const source = program?.getSourceFile(file);
	const checker = program?.getTypeChecker();
	const found: ts.Identifier[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isIdentifier(node)) {
			const declarations = checker?.getSymbolAtLocation(node)?.declarations ?? [];
			const isKnown = declarations.some((declaration) => !isOfTheLanguage(declaration.getSourceFile().fileName));
			if (isKnown || declarations.length === 0) found.push(node);
		}
		ts.forEachChild(node, visit);
	};
	if (source) ts.forEachChild(source, visit);
	return found;
}

const isOfTheLanguage = (file: string): boolean => /\/node_modules\/(?:typescript\/lib|@types\/node)\//.test(file);

function importer(service: ts.LanguageService): (code: string) => string {
	const program = service.getProgram();
	const checker = program?.getTypeChecker();
	const exported = Object.entries(entryPoints).map(([specifier, file]) => {
		const source = program?.getSourceFile(file);
		const symbol = source && checker?.getSymbolAtLocation(source);
		return { specifier, names: symbol ? (checker?.getExportsOfModule(symbol).map(({ name }) => name) ?? []) : [] };
	});
	return (code) => {
		if (/^import /m.test(code)) return code;
		const isUsed = (name: string): boolean =>
			new RegExp(`(?<![\\w."'])${name}\\b`).test(code) &&
			!new RegExp(`(?:const|let|type|function) (?:\\{[^}]*\\b)?${name}\\b`).test(code);
		const imports = exported.flatMap(({ specifier, names }) => {
			const used = names.filter(isUsed);
			return used.length === 0 ? [] : [`import { ${used.join(", ")} } from "${specifier}";`];
		});
		return [...imports, "export {};", cut + code].join("\n");
	};
}
