import { expose } from "comlink";
import * as main from "zoho-bulk-read";
import {
	accessToken,
	type BulkReadRequest,
	type Criteria,
	createClient,
	describe,
	type Job,
	requiredScopes,
} from "zoho-bulk-read";
import * as render from "zoho-bulk-read/render";
import { type Language, languages, toJson, toSource, toSvg } from "zoho-bulk-read/render";
import * as sandboxes from "zoho-bulk-read/sandbox";
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";
import * as standard from "zoho-bulk-read/standard";
import { generateModules } from "../../src/generate/generate.js";
import { parseMetadata } from "../../src/generate/metadata/metadata.js";
import { inventRecords } from "./invent-records.js";

/** A query, shown in every way. */
export interface Shown {
	/** Its filter as a sentence, or that it has none. */
	readonly english: string;
	readonly svg?: string;
	readonly json: string;
	/** The programs that send it, by language. */
	readonly programs: Readonly<Record<Language, string>>;
	/** The TypeScript that builds it. */
	readonly source: string;
	/** What a token needs to run it. */
	readonly scopes: readonly string[];
}

/** What came of looking at a text. */
export type Look = { readonly shown: Shown } | { readonly mistake: string };

/** How far a run has got. */
export interface RunState {
	readonly state: string;
	readonly milliseconds: number;
}

/** What came of a run. */
export interface Outcome {
	readonly columns: readonly string[];
	/** The first rows, as text. */
	readonly rows: readonly (readonly string[])[];
	readonly count: number;
	readonly milliseconds: number;
}

const modules: Record<string, unknown> = {
	"zoho-bulk-read": main,
	"zoho-bulk-read/render": render,
	"zoho-bulk-read/sandbox": sandboxes,
	"zoho-bulk-read/standard": standard,
};

const languageNames = Object.keys(languages) as Language[];

let ownModules: readonly main.AnyModule[] = [];

/** What the page can ask for. User code runs here: apart from the page, and stopped by it when it takes too long. */
const runner = {
	/** The languages that a query is shown in, each with its name for people. */
	languages(): readonly (readonly [Language, string])[] {
		return languageNames.map((name) => [name, languages[name].title]);
	},
	/** Writes the source of modules from metadata of an org, as `generate --save` keeps it. */
	generate(metadata: string): string {
		const [file] = generateModules(parseMetadata(JSON.parse(metadata)), { file: "zoho.ts" }).files;
		if (!file) throw new Error("The metadata describes no module that bulk read serves.");
		return file.text;
	},
	/** Takes the user's own modules, in JavaScript. */
	setModules(script: string): readonly string[] {
		const own = evaluate(script);
		modules["./zoho.js"] = own;
		ownModules = Object.values(own).filter(isModule);
		return ownModules.map(({ apiName }) => apiName);
	},
	/** Builds the query of a text, and shows it. */
	look(script: string): Look {
		try {
			return { shown: show(findJob(script)) };
		} catch (error) {
			return { mistake: error instanceof Error ? error.message : String(error) };
		}
	},
	/** Exports the query of a text from a sandbox with a made-up company in it. */
	async run(script: string, report: (state: RunState) => void): Promise<Outcome> {
		const job = findJob(script);
		const sandbox = createSandbox({
			modules: [...Object.values(standard), ...ownModules],
			records: {
				...Object.fromEntries(ownModules.map((module) => [module.apiName, inventRecords(module, 200)])),
				...generateCompany({ contacts: 2_000 }),
			},
			timing: { added: 400, queued: 400, inProgress: 800 },
			assumptions: { queuedState: "all" },
		});
		const zoho = createClient({
			baseUrl: "https://sandbox.invalid",
			fetch: sandbox.fetch,
			auth: accessToken(sandbox.credentials.accessToken),
			poll: { first: 200, factor: 1, limit: 200 },
		});
		const start = performance.now();
		const rows: Record<string, unknown>[] = [];
		let count = 0;
		const onProgress = ({ state = "SUBMITTING" }: { readonly state: string | undefined }): void =>
			report({ state, milliseconds: performance.now() - start });
		for await (const row of zoho.rows(job as Job<Record<string, unknown>>, { onProgress })) {
			count++;
			if (rows.length < 100) rows.push(row);
		}
		const columns = Object.keys(rows[0] ?? {});
		return {
			columns,
			rows: rows.map((row) => columns.map((column) => showCell(row[column]))),
			count,
			milliseconds: performance.now() - start,
		};
	},
};

/** What the page can ask the worker that runs user code. */
export type Runner = typeof runner;

function showCell(value: unknown): string {
	return value === null ? "" : Array.isArray(value) ? value.join(", ") : String(value);
}

function show(job: Job<unknown>): Shown {
	const { criteria } = job;
	return {
		...(criteria === undefined
			? { english: `Every record of ${job.module.apiName}: this job has no filter.` }
			: { english: describe(criteria), svg: toSvg(criteria) }),
		json: toJson(job),
		programs: Object.fromEntries(languageNames.map((name) => [name, render.render(job, name)])) as Record<
			Language,
			string
		>,
		source: toSource(job),
		scopes: requiredScopes(job),
	};
}

function findJob(script: string): Job<unknown> {
	const exported = Object.values(evaluate(script));
	const job = exported.find(isJob);
	if (job) return job;
	const criteria = exported.find(isCriteria);
	if (!criteria) throw new Error("Export a job, export const job = bulkRead(...), or a criteria.");
	const module = [...ownModules, ...Object.values(standard)].find(({ apiName }) => apiName === criteria.module);
	if (!module)
		throw new Error(`The module ${criteria.module} is not known here. Export a job in the place of a criteria.`);
	const request: BulkReadRequest = { query: { module: module.apiName, criteria: criteria.toJSON() } };
	return main.parseJob(request, [module]);
}

/** Runs a CommonJS module, and gives what it exports. */
function evaluate(script: string): Readonly<Record<string, unknown>> {
	const require = (name: string): unknown => {
		if (Object.hasOwn(modules, name)) return modules[name];
		throw new Error(`"${name}" is not here. There are ${Object.keys(modules).join(", ")}.`);
	};
	const exports = {};
	new Function("require", "exports", script)(require, exports);
	return exports;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isJob = (value: unknown): value is Job<unknown> => isObject(value) && "atPage" in value && "toJSON" in value;
const isCriteria = (value: unknown): value is Criteria => isObject(value) && "size" in value && "toJSON" in value;
const isModule = (value: unknown): value is main.AnyModule => isObject(value) && "where" in value && "apiName" in value;

expose(runner);
