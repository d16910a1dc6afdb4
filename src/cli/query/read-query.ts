import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { isJsonObject } from "../../checks/json-object.js";
import type { AnyJob } from "../../job/any-job.js";
import { BulkReadJob } from "../../job/bulk-read-job.js";
import { parseJob } from "../../job/parse-job.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { CommandError } from "../terminal/command-error.js";
import { isModule, loadModule } from "./load-module.js";

/** The options that say which job is meant. */
export interface QueryOptions {
	readonly select?: string;
	readonly where?: string;
	readonly modules?: string;
}

/**
 * Reads a job: the default export of a code file (or its export `job`), the body of a request in a JSON file, or a
 * module with its fields and criteria.
 */
export async function readQuery(query: string, options: QueryOptions): Promise<AnyJob> {
	const kind = extname(query);
	if (kind === "" || options.select !== undefined || options.where !== undefined) return jobOnModule(query, options);
	if (kind === ".json") return parseJob(parseJson(await readFile(query, "utf8"), query), await readModules(options));
	if (/^\.[cm]?[jt]sx?$/.test(kind)) return jobIn(query);
	throw new CommandError(`${query} is neither a module's API name nor a .ts, .js or .json file.`);
}

async function jobOnModule(module: string, options: QueryOptions): Promise<AnyJob> {
	const { select, where } = options;
	if (/\.(?:json|[cm]?[jt]sx?)$/.test(module)) {
		throw new CommandError(`${module} is a complete job; --select and --where are for a module's name.`);
	}
	const fields = select?.split(",").map((field) => field.trim());
	if (fields?.includes("")) {
		throw new CommandError(`--select ${JSON.stringify(select)} has an empty field name. Is a variable not set?`);
	}
	// `null` means every record, as for the builder.
	const criteria = where === undefined ? null : parseJson(where, "--where");
	const body = { query: { module, ...(fields && { fields }), ...(criteria !== null && { criteria }) } };
	return parseJob(body, await readModules(options));
}

async function jobIn(file: string): Promise<AnyJob> {
	const { default: main, job = main } = await loadModule(resolve(file));
	if (job instanceof BulkReadJob) return job;
	// A project may have a different copy of the library from the one that is running: its jobs are the same.
	if (isJob(job)) return parseJob(job.toJSON(), [job.module]);
	throw new CommandError(
		`${file} does not export a job. Write "export default bulkRead(Contacts)...", or "export const job = ...".`,
	);
}

interface JobLike {
	readonly module: AnyModule;
	toJSON(): unknown;
}

function isJob(value: unknown): value is JobLike {
	return isJsonObject(value) && typeof value.toJSON === "function" && isModule(value.module);
}

/** The modules that a name may mean: first those of the given file, then the standard ones. */
async function readModules({ modules: file }: QueryOptions): Promise<readonly AnyModule[]> {
	const standard = Object.values(await import("../../standard/index.js"));
	if (file === undefined) return standard;
	const own = Object.values(await loadModule(resolve(file))).filter(isModule);
	if (own.length === 0)
		throw new CommandError(
			`${file} does not export any modules. Give what generate wrote: its file, or the index.ts of its folder.`,
		);
	const names = new Set(own.map(({ apiName }) => apiName));
	return [...own, ...standard.filter(({ apiName }) => !names.has(apiName))];
}

function parseJson(text: string, where: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new CommandError(`${where} is not JSON: ${error instanceof Error ? error.message : error}.`);
	}
}
