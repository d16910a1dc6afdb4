import { lstat, readdir, readFile, rm, rmdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { writeWhole } from "../../files/write-whole.js";
import { generateModules } from "../../generate/generate.js";
import { fetchMetadata } from "../../generate/metadata/fetch-metadata.js";
import { type ModuleMetadata, parseMetadata, parseModules } from "../../generate/metadata/metadata.js";
import { whyNotServed } from "../../generate/metadata/not-served.js";
import { outlineFiles } from "../../generate/outline.js";
import type { GeneratedFile } from "../../generate/write-files.js";
import { type ConnectionOptions, connect } from "../connection/connection.js";
import { withNeededScopes } from "../connection/lacks-scope.js";
import { chooseModules, readModuleNames } from "../generated/choose-modules.js";
import { isFilePath, readGenerated, replaceGenerated } from "../generated/generated-files.js";
import { addNpmScript } from "../generated/npm-script.js";
import { writeFirstQuery } from "../query/first-query.js";
import { isModule, loadModule } from "../query/load-module.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { canAsk } from "../terminal/prompt.js";
import { countOf } from "../terminal/quantities.js";
import { printWait } from "../terminal/request-line.js";
import { ownCommand, quoteForShell } from "../terminal/shell.js";
import { stderr, stdout } from "../terminal/terminal.js";
import { metadataScopes, writeHeader } from "./generate-command.js";

/** The options of `init`. */
export interface InitOptions extends ConnectionOptions {
	/** API names, with commas between them. */
	readonly modules?: string;
	readonly output: string;
}

/** Sets up a project: modules of the org, a first query, and a script that fails when the org has changed. */
export async function init(options: InitOptions): Promise<ExitCode> {
	const { output } = options;
	const described = await readProject();
	await refuseTaken(options);
	// Somebody is watching, who would rather hear soon that nobody answers.
	const { context } = await connect(options, { retries: 2, onRequest: printWait });
	const get = (path: string): Promise<unknown> => context.api.get(path, undefined);
	const inWords = (error: unknown): never => {
		throw withNeededScopes(error, "read metadata", metadataScopes);
	};
	const listed = await get(modulesPath).catch(inWords);
	const served = parseModules(listed).filter((module) => whyNotServed(module) === undefined);
	const names = await findNames(served, options);
	const answers = await fetchMetadata(async (path) => (path === modulesPath ? listed : get(path)), {
		include: names,
	}).catch(inWords);
	const { files } = generateModules(parseMetadata(answers), {
		include: names,
		header: writeHeader({ include: names, exclude: [], output }),
	});
	await writeModules(output, files);
	tellWritten(`${output}/`, `${countOf(names.length, "module")}, typed: ${names.join(", ")}`);
	await writeQuery(names[0] ?? "", options);
	await writeScript(described, names, output);
	tellNext(options);
	return exitCodes.done;
}

const modulesPath = "/crm/v8/settings/modules";
const queryFile = "first-export.ts";
const scriptName = "zoho:check";

/** A package.json that cannot be extended is refused before anything is written. */
async function readProject(): Promise<string> {
	const text = await readFile("package.json", "utf8").catch(() => {
		throw new CommandError(
			"There is no package.json in this folder. Go to your project, or start one: npm init -y && npm install zoho-bulk-read",
		);
	});
	addNpmScript(text, scriptName, "");
	return text;
}

/** Nothing is overwritten, which is checked before anything is requested. */
async function refuseTaken({ output, ...place }: InitOptions): Promise<void> {
	if (isFilePath(output)) throw new CommandError(`${output} is a file's name. Give a folder, for one file per module.`);
	const there = await lstat(output).catch(() => undefined);
	if (there === undefined || (there.isDirectory() && (await readdir(output)).length === 0)) return;
	const before = await readGenerated(output).then(outlineFiles, () => []);
	const names = before.map(({ apiName }) => apiName);
	const update =
		names.length === 0
			? "Give"
			: `Update its modules with\n\n  ${ownCommand("generate", ...names, "-o", output, ...envWords(place))}\n\nor give`;
	throw new CommandError(`${output} already exists and was left unchanged. ${update} another folder with -o.`);
}

/** All the modules or none, so that the next run may begin again. */
async function writeModules(output: string, files: readonly GeneratedFile[]): Promise<void> {
	const isNew = (await lstat(output).catch(() => undefined)) === undefined;
	try {
		await replaceGenerated(output, files);
	} catch (error) {
		for (const { path } of files) await rm(join(output, path), { force: true });
		if (isNew) await rmdir(output).catch(() => {});
		throw error;
	}
}

async function findNames(served: readonly ModuleMetadata[], { modules }: InitOptions): Promise<readonly string[]> {
	if (served.length === 0) throw new CommandError("The org has no module that bulk read serves.");
	return modules === undefined && canAsk() ? chooseModules(served) : readModuleNames(modules?.split(",") ?? [], served);
}

/** The generated modules are loaded: a query is only written for a module that works. */
async function writeQuery(apiName: string, { output }: InitOptions): Promise<void> {
	if ((await lstat(queryFile).catch(() => undefined)) !== undefined) {
		tellKept(queryFile);
		return;
	}
	const exported = Object.entries(await loadModule(resolve(output, "index.ts")));
	for (const [name, module] of exported) {
		if (!isModule(module) || module.apiName !== apiName) continue;
		const text = writeFirstQuery(module, name, importPath(output), new Date().getUTCFullYear());
		await writeWhole(queryFile, text);
		tellWritten(queryFile, `a first query on ${apiName}, for you to change`);
	}
}

/** From a file in this folder. */
function importPath(output: string): string {
	const path = relative(".", join(output, "index.js")).replaceAll("\\", "/");
	return path.startsWith("../") ? path : `./${path}`;
}

async function writeScript(described: string, names: readonly string[], output: string): Promise<void> {
	const words = ["zoho-bulk-read", "generate", ...names, "-o", output, "--check"];
	const changed = addNpmScript(described, scriptName, words.map(quoteForShell).join(" "));
	if (changed === undefined) {
		tellKept(`the script ${scriptName} in package.json`);
		return;
	}
	await writeWhole("package.json", changed);
	tellWritten("package.json", `the script ${scriptName}, which fails when the org has changed`);
}

function tellWritten(what: string, words: string): void {
	stdout.line(stdout.wrap(`${"wrote".padEnd(6)} ${what.padEnd(16)} ${words}`, " ".repeat(24)));
}

function tellKept(what: string): void {
	stdout.line(`${"kept".padEnd(6)} ${what} already exists`);
}

function envWords({ env, envFile = env }: Pick<InitOptions, "env" | "envFile">): readonly string[] {
	return envFile === undefined ? [] : ["--env", envFile];
}

function tellNext(options: InitOptions): void {
	const credentials = envWords(options)
		.map((word) => ` ${quoteForShell(word)}`)
		.join("");
	const lines = [
		...(isInstalled() ? [] : ["npm install zoho-bulk-read"]),
		`npx zoho-bulk-read export ${queryFile} -o first-export.csv${credentials}`,
		`npm run ${scriptName}${credentials && ` --${credentials}`}`,
	];
	stderr.line(`\nNext:\n${lines.map((line) => `  ${line}`).join("\n")}`);
}

function isInstalled(): boolean {
	try {
		createRequire(resolve("package.json")).resolve("zoho-bulk-read");
		return true;
	} catch {
		return false;
	}
}
