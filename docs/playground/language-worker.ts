import declarations from "virtual:declarations";
import { createSystem, createVirtualTypeScriptEnvironment } from "@typescript/vfs";
import { expose } from "comlink";
import ts from "typescript";
import { closestNames } from "../../src/checks/closest-names.js";
import { readerOptions } from "../reader-options.js";
import type { Fix } from "./messages.js";

/** A mistake that the compiler finds between two positions of the text. */
export interface Problem {
	readonly from: number;
	readonly to: number;
	readonly line: number;
	readonly message: string;
	/** Whether it is a syntax error. Any other problems are then only its consequences. */
	readonly isSyntax: boolean;
	/** A name that was written but does not exist. */
	readonly name?: string;
	/** The methods that could replace it, if they are few. */
	readonly allowed?: readonly string[];
	readonly fix?: Fix;
}

/** The completions for the text that starts at a position. */
export interface Completions {
	readonly from: number;
	readonly entries: readonly { readonly name: string; readonly kind: string }[];
}

export interface Hover {
	readonly from: number;
	readonly to: number;
	readonly type: string;
	readonly docs: string;
}

/** What the compiler says about the text. */
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

/** The compiler, which the page calls by messages. */
const language = {
	setText(text: string): void {
		environment.updateFile(queryFile, text === "" ? " " : text);
	},
	/** Replaces the user's own modules, and returns them in JavaScript. */
	setModules(text: string): string {
		environment.updateFile(modulesFile, text);
		return toScript(text);
	},
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

export type Language = typeof language;

/** TypeScript's "Property does not exist on type", without and with "did you mean". */
const isMissingMember = (code: number): boolean => code === 2339 || code === 2551;

/** Finds what could replace a member that does not exist. */
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
