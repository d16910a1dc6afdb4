import { lstat, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { writeWhole } from "../../files/write-whole.js";
import { generateModules } from "../../generate/generate.js";
import { fetchMetadata } from "../../generate/metadata/fetch-metadata.js";
import { type ModuleMetadata, parseMetadata, parseModules } from "../../generate/metadata/metadata.js";
import { whyNotServed } from "../../generate/metadata/not-served.js";
import { type ConnectionOptions, connect } from "../connection/connection.js";
import { lacksScope } from "../connection/lacks-scope.js";
import { chooseModules, readModuleNames } from "../generated/choose-modules.js";
import { isFilePath, replaceGenerated } from "../generated/generated-files.js";
import { addNpmScript } from "../generated/npm-script.js";
import { writeFirstQuery } from "../query/first-query.js";
import { isModule, loadModule } from "../query/load-module.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { canAsk } from "../terminal/prompt.js";
import { countOf } from "../terminal/quantities.js";
import { printRequest } from "../terminal/request-line.js";
import { quoteForShell } from "../terminal/shell.js";
import { stderr, stdout } from "../terminal/terminal.js";
import { neededScopes, writeHeader } from "./generate-command.js";

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
	await refuseTaken(output);
	const { context } = await connect(options, options.verbose ? { onRequest: printRequest } : {});
	const get = (path: string): Promise<unknown> => context.api.get(path, undefined);
	const listed = await get(modulesPath).catch((error: unknown) => {
		throw lacksScope(error) ? new CommandError(neededScopes) : error;
	});
	const served = parseModules(listed).filter((module) => whyNotServed(module) === undefined);
	const names = await findNames(served, options);
	const answers = await fetchMetadata(async (path) => (path === modulesPath ? listed : get(path)), {
		include: names,
	}).catch((error: unknown) => {
		throw lacksScope(error) ? new CommandError(neededScopes) : error;
	});
	const { files } = generateModules(parseMetadata(answers), {
		include: names,
		header: writeHeader({ include: names, exclude: [], output }),
	});
	await replaceGenerated(output, files);
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
async function refuseTaken(output: string): Promise<void> {
	if (isFilePath(output)) throw new CommandError(`${output} is a file's name. Give a folder, for one file per module.`);
	const there = await lstat(output).catch(() => undefined);
	if (there === undefined || (there.isDirectory() && (await readdir(output)).length === 0)) return;
	throw new CommandError(
		`${output} already exists and was left unchanged. Update its modules with generate -o ${quoteForShell(output)}, or give another folder with -o.`,
	);
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

function tellNext({ env, envFile = env }: InitOptions): void {
	const credentials = envFile === undefined ? "" : ` --env ${quoteForShell(envFile)}`;
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
