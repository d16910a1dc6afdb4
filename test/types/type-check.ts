import { fileURLToPath } from "node:url";
import ts from "typescript";

/** What the compiler says about one position. */
export interface Finding {
	/** From 1. */
	readonly line: number;
	readonly code: number;
	/** The whole message, the first line first. */
	readonly message: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const virtualFile = `${root}test/types/wrong/virtual.ts`;

/** A compiler that looks at one file that exists nowhere, beside the real sources. */
export interface TypeCheck {
	/** Every error in the source text. */
	findings(source: string): readonly Finding[];
	/** What an editor completes at the place marked `¦` in the source text. */
	completions(marked: string): readonly string[];
	/** What an editor shows on hover at the place marked `¦` in the source text. */
	hover(marked: string): string;
	/** What an editor says about the code at the place marked `¦`. */
	documentation(marked: string): string;
}

/** Starts the compiler; the sources are read once, each look costs milliseconds. */
export function startTypeCheck(): TypeCheck {
	const config = ts.getParsedCommandLineOfConfigFile(
		`${root}test/tsconfig.json`,
		{},
		{
			...ts.sys,
			onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
				throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
			},
		},
	);
	if (!config) throw new Error("test/tsconfig.json cannot be read");
	let version = 0;
	let text = "";
	const service = ts.createLanguageService({
		getCompilationSettings: () => ({ ...config.options, noErrorTruncation: false }),
		getCurrentDirectory: () => root,
		getDefaultLibFileName: ts.getDefaultLibFilePath,
		getScriptFileNames: () => [virtualFile],
		getScriptVersion: (file) => (file === virtualFile ? String(version) : "1"),
		getScriptSnapshot: (file) => {
			const content = file === virtualFile ? text : ts.sys.readFile(file);
			return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
		},
		fileExists: (file) => file === virtualFile || ts.sys.fileExists(file),
		readFile: ts.sys.readFile,
		readDirectory: ts.sys.readDirectory,
		directoryExists: ts.sys.directoryExists,
		getDirectories: ts.sys.getDirectories,
	});
	const show = (source: string): void => {
		text = source;
		version++;
	};
	const showMarked = (marked: string): number => {
		const position = marked.indexOf("¦");
		show(marked.slice(0, position) + marked.slice(position + 1));
		return position;
	};
	return {
		findings(source) {
			show(source);
			const diagnostics = [
				...service.getSyntacticDiagnostics(virtualFile),
				...service.getSemanticDiagnostics(virtualFile),
			];
			return diagnostics.map((diagnostic) => ({
				line: (diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? -1) + 1,
				code: diagnostic.code,
				message: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
			}));
		},
		completions(marked) {
			const position = showMarked(marked);
			return service.getCompletionsAtPosition(virtualFile, position, {})?.entries.map(({ name }) => name) ?? [];
		},
		hover(marked) {
			const position = showMarked(marked);
			return ts.displayPartsToString(service.getQuickInfoAtPosition(virtualFile, position)?.displayParts);
		},
		documentation(marked) {
			const position = showMarked(marked);
			return ts.displayPartsToString(service.getQuickInfoAtPosition(virtualFile, position)?.documentation);
		},
	};
}
