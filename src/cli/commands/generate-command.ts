import { basename } from "node:path";
import { makeLinesVisible } from "../../checks/make-visible.js";
import { writeWhole } from "../../files/write-whole.js";
import { findDrift, writeDrift } from "../../generate/drift.js";
import { type Generated, generateModules } from "../../generate/generate.js";
import { fetchMetadata } from "../../generate/metadata/fetch-metadata.js";
import { type DescribedModule, parseMetadata } from "../../generate/metadata/metadata.js";
import { outlineFiles } from "../../generate/outline.js";
import type { GeneratedFile } from "../../generate/write-files.js";
import { type ConnectionOptions, connect } from "../connection/connection.js";
import { withNeededScopes } from "../connection/lacks-scope.js";
import { wantedScopes } from "../connection/wanted-scopes.js";
import { isFilePath, readGenerated, replaceGenerated } from "../generated/generated-files.js";
import { findSaved, readSaved } from "../generated/saved-metadata.js";
import { changesOf } from "../generated/watch.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { listenForInterruption } from "../terminal/interruption.js";
import { countOf } from "../terminal/quantities.js";
import { reportError } from "../terminal/report-error.js";
import { printWait } from "../terminal/request-line.js";
import { quoteForShell } from "../terminal/shell.js";
import { type Colour, stderr, stdout } from "../terminal/terminal.js";

/** The options of `generate`. */
export interface GenerateCommandOptions extends ConnectionOptions {
	readonly output?: string;
	/** Files or folders, each with an optional module name before it. */
	readonly from?: readonly string[];
	readonly save?: string;
	readonly include?: readonly string[];
	readonly exclude?: readonly string[];
	readonly check?: true;
	readonly print?: true;
	/** Seconds between two looks at the org. */
	readonly watch?: number;
	readonly quiet?: true;
}

/** Generates modules, or checks generated ones. */
export async function generate(modules: readonly string[], options: GenerateCommandOptions): Promise<ExitCode> {
	const { include = [], exclude = [] } = options;
	const task = { ...options, include: [...modules, ...include], exclude };
	refuseContradictions(task);
	if (task.watch === undefined) return generateOnce(task);
	const { signal } = listenForInterruption();
	const file = await findWatched(task);
	for await (const _turn of changesOf(file, task.watch, signal)) {
		try {
			await generateOnce(task, signal);
		} catch (error) {
			if (!signal.aborted) reportError(error);
		}
	}
	return exitCodes.done;
}

async function findWatched({ from }: Task): Promise<string | undefined> {
	if (from === undefined) return undefined;
	const [source, ...others] = await findSaved(from);
	if (others.length === 0) return source?.path;
	throw new CommandError("--watch watches one file. Give one with --from.");
}

/** What to generate, and how. */
interface Task extends GenerateCommandOptions {
	readonly include: readonly string[];
	readonly exclude: readonly string[];
}

function refuseContradictions({ output, save, print, check, from, watch }: Task): void {
	if (output === undefined && save === undefined && !print) {
		throw new CommandError(
			"Where to write? Give -o with a .ts file or a folder, --print for standard output, or --save to keep only the metadata.",
		);
	}
	if (check && output === undefined)
		throw new CommandError("What should be checked? Give the same -o as for generating.");
	if (check && print) throw new CommandError("--check compares and --print writes. Give only one of them.");
	if (check && watch !== undefined)
		throw new CommandError("--watch writes and --check does not. Give only one of them.");
	if (save !== undefined && from !== undefined) {
		throw new CommandError(`${from.join(", ")} is already saved metadata: --from and --save exclude each other.`);
	}
}

async function generateOnce(task: Task, signal?: AbortSignal): Promise<ExitCode> {
	const { output, include, exclude, check, print } = task;
	const modules = await readMetadata(task, signal);
	if (output === undefined && !print) return exitCodes.done;
	const generated = generateModules(modules, {
		include,
		exclude,
		header: writeHeader(task),
		...(output !== undefined && isFilePath(output) ? { file: basename(output) } : {}),
	});
	tellRemarks(task, generated);
	if (print) printFiles(generated.files);
	else if (output !== undefined && check) return checkFiles(task, output, generated.files);
	else if (output !== undefined) await writeFiles(task, output, generated.files);
	return exitCodes.done;
}

async function readMetadata(task: Task, signal: AbortSignal | undefined): Promise<readonly DescribedModule[]> {
	const { from, save, include, exclude } = task;
	if (from !== undefined) return readSaved(await findSaved(from));
	const { context } = await connect(task, {
		...(signal && { signal }),
		...(task.quiet ? {} : { onRequest: printWait }),
	});
	const answers = await fetchMetadata((path) => context.api.get(path, signal), {
		include,
		exclude,
		onRefused: (module, error) => {
			const words = `${module} is left out: ${error instanceof Error ? error.message : error}`;
			stderr.line(warning(makeLinesVisible(words)));
		},
	}).catch((error: unknown) => {
		throw withNeededScopes(error, "read metadata", metadataScopes);
	});
	const modules = parseMetadata(answers);
	say(task, `Fetched the fields of ${countOf(modules.length, "module")}.`);
	if (save !== undefined) {
		await writeWhole(save, `${JSON.stringify(answers, null, "\t")}\n`);
		say(task, `Saved the metadata to ${save}.`);
	}
	return modules;
}

/** The scopes that reading metadata needs. */
export const metadataScopes: readonly string[] = wantedScopes([], "generate");

/** The first line of each file says how to generate it again. */
export function writeHeader({
	include,
	exclude,
	output = "FILE",
}: Pick<Task, "include" | "exclude" | "output">): string {
	const words = [...include, ...exclude.flatMap((pattern) => ["--exclude", pattern]), "-o", output];
	return `Made by \`zoho-bulk-read generate ${words.map(quoteForShell).join(" ")}\`: do not edit it, generate it again.`;
}

function tellRemarks(task: Task, { warnings, leftOut }: Generated): void {
	for (const { module, field, message } of warnings) {
		const where = [module, field].filter((name) => name !== undefined).join(".");
		stderr.line(warning(makeLinesVisible(where === "" ? message : `${where}: ${message}`)));
	}
	if (leftOut.length === 0) return;
	say(task, `Left out ${countOf(leftOut.length, "module")} (name one to generate it anyway):`);
	for (const { module, why } of leftOut) say(task, `  ${module}: ${why}`);
}

function printFiles(files: readonly GeneratedFile[]): void {
	for (const { path, text } of files) {
		if (files.length > 1) stdout.line(`// ----- ${path}`);
		stdout.write(text);
	}
}

async function checkFiles(task: Task, output: string, files: readonly GeneratedFile[]): Promise<ExitCode> {
	const before = outlineFiles(await readGenerated(output));
	if (before.length === 0)
		throw new CommandError(`Nothing has been generated at ${output}. Run without --check first.`);
	const drifts = findDrift(before, outlineFiles(files));
	if (drifts.length === 0) {
		say(task, `${stderr.paint("green", "No drift:")} ${output} matches the org.`);
		return exitCodes.done;
	}
	for (const drift of drifts) stdout.line(stdout.paint(signColours[drift.sign], makeLinesVisible(writeDrift(drift))));
	say(task, `${countOf(drifts.length, "difference")}: the org no longer matches ${output}. Generate it again.`);
	return exitCodes.differs;
}

const signColours: Readonly<Record<"+" | "-" | "~", Colour>> = { "+": "green", "-": "red", "~": "yellow" };

async function writeFiles(task: Task, output: string, files: readonly GeneratedFile[]): Promise<void> {
	const { changed, removed } = await replaceGenerated(output, files);
	for (const path of removed) say(task, `Removed ${path}: the module is no longer generated.`);
	const modules = countOf(outlineFiles(files).length, "module");
	if (changed.length === 0) say(task, `${output} is up to date (${modules}).`);
	else say(task, `Wrote ${modules} to ${output} (${countOf(changed.length, "file")} changed).`);
}

function say({ quiet }: Task, text: string): void {
	if (!quiet) stderr.line(text);
}

function warning(text: string): string {
	return `${stderr.paint("yellow", "warning:")} ${text}`;
}
