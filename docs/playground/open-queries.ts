import { createSystem, createVirtualCompilerHost } from "@typescript/vfs";
import ts from "typescript";
import { type BulkReadRequest, parseJob } from "zoho-bulk-read";
import { toSource } from "zoho-bulk-read/render";
import * as standard from "zoho-bulk-read/standard";
import { readerOptions } from "../reader-options.js";
import { collectDeclarations } from "./declarations.js";
import { listQueries } from "./list-queries.js";
import { findJob } from "./user-code.js";

/** What the link below a block of code opens in the playground. */
export interface Opening {
	/** The whole block, only its query, or the block with the mistake that it demonstrates. */
	readonly kind: "whole" | "query" | "mistake";
	readonly text: string;
}

/** A block of code, and what is known about it. */
export interface Block {
	readonly code: string;
	/** The request that the block builds, as recorded. */
	readonly request?: BulkReadRequest | undefined;
	/** Whether the compiler refuses it, as it should. */
	readonly isRefused?: boolean;
}

/** Finds out, by trying, what blocks of code open in the playground. */
export interface Opener {
	/** Announces blocks. All blocks that are announced before the first `open` share one program, which saves time. */
	take(blocks: Iterable<Block>): void;
	/** A text that compiles there, runs and builds a query. For a refused block, one that is refused there too. */
	open(code: string): Opening | undefined;
}

/** Build the package first. */
export function startOpener(): Opener {
	const blocks = new Map<string, Block>();
	let openings: ReadonlyMap<string, Opening> | undefined;
	return {
		take: (taken) => {
			for (const block of taken) blocks.set(block.code, block);
		},
		open: (code) => {
			if (!blocks.has(code)) throw new Error(`It was not tried in the playground: ${code}`);
			openings ??= findOpenings([...blocks.values()]);
			return openings.get(code);
		},
	};
}

function findOpenings(blocks: readonly Block[]): ReadonlyMap<string, Opening> {
	const listed = blocks.map((block) => ({ ...block, candidates: listOpenings(block) }));
	const compiles = startCompiler(listed.flatMap(({ candidates }) => candidates.map(({ text }) => text)));
	const openings = new Map<string, Opening>();
	for (const { code, candidates } of listed) {
		const found = candidates.find(({ kind, text }) =>
			kind === "mistake" ? !compiles(text) : compiles(text) && givesQuery(text),
		);
		if (found) openings.set(code, found);
	}
	return openings;
}

/** The candidates for a block, the best first. */
function listOpenings({ code, request, isRefused = false }: Block): readonly Opening[] {
	const queries = listQueries(code);
	if (isRefused) {
		// After the reader has corrected the mistake, the playground should show the query.
		const exported = queries.filter(({ isWhole, text }) => isWhole && /^export const /m.test(text));
		return exported.slice(0, 1).map(({ text }) => ({ kind: "mistake", text }));
	}
	return [
		...queries.map(({ isWhole, text }): Opening => ({ kind: isWhole ? "whole" : "query", text })),
		...writeRequest(request),
	];
}

/** For a block that needs more than the playground has: only its request, if its module is a standard one. */
function writeRequest(request: BulkReadRequest | undefined): readonly Opening[] {
	try {
		const source = request === undefined ? "" : toSource(parseJob(request, Object.values(standard)));
		return listQueries(source).map(({ text }) => ({ kind: "query", text }));
	} catch {
		return [];
	}
}

/** One program for all texts, which sees the same declarations as the playground's compiler. */
function startCompiler(texts: readonly string[]): (text: string) => boolean {
	const files = new Map(Object.entries(collectDeclarations()));
	const places = new Map([...new Set(texts)].map((text, index) => [text, `/text-${index}.ts`]));
	for (const [text, file] of places) files.set(file, text);
	const options: ts.CompilerOptions = {
		...readerOptions,
		moduleDetection: ts.ModuleDetectionKind.Force,
		lib: ["lib.es2023.d.ts"],
		types: [],
	};
	const { compilerHost } = createVirtualCompilerHost(createSystem(files), options, ts);
	const program = ts.createProgram(["/globals.d.ts", ...places.values()], options, compilerHost);
	return (text) => {
		const source = program.getSourceFile(places.get(text) ?? "");
		return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].length === 0;
	};
}

function givesQuery(text: string): boolean {
	const options = { ...readerOptions, module: ts.ModuleKind.CommonJS };
	const { log } = console;
	// The examples' output does not belong in the build's.
	console.log = () => {};
	try {
		findJob(ts.transpileModule(text, { compilerOptions: options }).outputText);
		return true;
	} catch {
		return false;
	} finally {
		console.log = log;
	}
}
