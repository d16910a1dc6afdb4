import declarations from "virtual:declarations";
import { createSystem, createVirtualTypeScriptEnvironment } from "@typescript/vfs";
import { expose } from "comlink";
import ts from "typescript";
import { closestNames } from "../../src/checks/closest-names.js";
import { readerOptions } from "../reader-options.js";
import type { Fix } from "./messages.js";

/** Something that the compiler finds wrong, from one position of the text to another. */
export interface Problem {
	readonly from: number;
	readonly to: number;
	readonly line: number;
	readonly message: string;
	/** Whether the text is not whole: what else is found follows from that. */
	readonly isSyntax: boolean;
	/** What was written and is not there. */
	readonly name?: string;
	/** What could stand there, where it is a short list of methods. */
	readonly allowed?: readonly string[];
	readonly fix?: Fix;
}

/** What an editor offers at a position: what would stand from there on. */
export interface Completions {
	readonly from: number;
	readonly entries: readonly { readonly name: string; readonly kind: string }[];
}

/** What an editor shows over a name. */
export interface Hover {
	readonly from: number;
	readonly to: number;
	readonly type: string;
	readonly docs: string;
}

/** The text as the compiler sees it. */
export interface Checked {
	readonly problems: readonly Problem[];
	/** The text in JavaScript, as a CommonJS module. */
	readonly script: string;
}

const compilerOptions: ts.CompilerOptions = {
	...readerOptions,
	lib: ["es2023"],
	types: [],
};

const queryFile = "/query.ts";
const modulesFile = "/zoho.ts";

const files = new Map(Object.entries(declarations));
files.set(queryFile, " ").set(modulesFile, "export {};");
const environment = createVirtualTypeScriptEnvironment(
	createSystem(files),
	[...Object.keys(declarations).filter((path) => path.endsWith("globals.d.ts")), queryFile, modulesFile],
	ts,
	compilerOptions,
);
const { languageService } = environment;

/** The compiler, behind messages. */
const language = {
	/** Puts a text in place of the one before. */
	setText(text: string): void {
		environment.updateFile(queryFile, text === "" ? " " : text);
	},
	/** Puts the user's own modules in place of those before, and gives them in JavaScript. */
	setModules(text: string): string {
		environment.updateFile(modulesFile, text);
		return toScript(text);
	},
	/** Looks for what is wrong. */
	check(): Checked {
		const source = environment.getSourceFile(queryFile);
		const syntax = languageService.getSyntacticDiagnostics(queryFile);
		const found = [...syntax, ...(syntax.length > 0 ? [] : languageService.getSemanticDiagnostics(queryFile))];
		found.sort((one, other) => (one.start ?? 0) - (other.start ?? 0));
		const problems = found.map(({ start = 0, length = 0, messageText, code }) => ({
			from: start,
			to: start + length,
			line: (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1,
			message: ts.flattenDiagnosticMessageText(messageText, "\n"),
			isSyntax: syntax.length > 0,
			...(isMissingMember(code) && tellMember(start, source?.text.slice(start, start + length) ?? "")),
		}));
		return { problems, script: toScript(source?.text ?? "") };
	},
	/** What may stand at a position. */
	complete(position: number): Completions | undefined {
		const found = languageService.getCompletionsAtPosition(queryFile, position, {
			includeCompletionsForModuleExports: false,
		});
		if (!found) return undefined;
		const replaced = found.entries[0]?.replacementSpan ?? found.optionalReplacementSpan;
		return {
			from: replaced?.start ?? position,
			entries: found.entries.map(({ name, kind }) => ({ name, kind })),
		};
	},
	/** What is known of the name at a position. */
	hover(position: number): Hover | undefined {
		const found = languageService.getQuickInfoAtPosition(queryFile, position);
		return (
			found && {
				from: found.textSpan.start,
				to: found.textSpan.start + found.textSpan.length,
				type: ts.displayPartsToString(found.displayParts),
				docs: ts.displayPartsToString(found.documentation).replace(/\{@link ([^}]+)\}/g, "$1"),
			}
		);
	},
};

/** What the page can ask the compiler. */
export type Language = typeof language;

/** "Property does not exist on type", without and with "did you mean". */
const isMissingMember = (code: number): boolean => code === 2339 || code === 2551;

/** What stands in place of a member that is not there. */
function tellMember(position: number, name: string): Pick<Problem, "name" | "allowed" | "fix"> {
	const found = languageService.getCompletionsAtPosition(queryFile, position, {
		includeCompletionsForModuleExports: false,
	});
	const methods = found?.entries.filter(({ kind }) => kind === "method").map((entry) => entry.name) ?? [];
	const [likely] = closestNames(name, methods);
	return {
		name,
		...(methods.length > 0 && methods.length < 20 && { allowed: methods }),
		...(likely !== undefined && { fix: { given: name, wanted: likely } }),
	};
}

function toScript(text: string): string {
	return ts.transpileModule(text, { compilerOptions: { ...compilerOptions, module: ts.ModuleKind.CommonJS } })
		.outputText;
}

expose(language);
