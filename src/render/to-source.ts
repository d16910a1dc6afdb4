import { checkOptions, checkText } from "../checks/check-argument.js";
import { InvalidOptionError } from "../checks/invalid-option-error.js";
import { asNode } from "../criteria/node/criteria-node.js";
import type { AnyJob } from "../job/any-job.js";
import { checkJob } from "../job/check-job.js";
import type { AnyModule } from "../schema/module-schema.js";
import * as standard from "../standard/index.js";
import { criteriaSource } from "./criteria-source.js";
import { type Source, writeSource, writeText } from "./text/source-text.js";

/** Where the generated statement finds its module. */
export interface SourceOptions {
	/** The name under which the module is exported: its API name by default. */
	readonly name?: string;
	/** The file that exports it: `"zoho-bulk-read/standard"` for a standard module, `"./zoho.js"` for another, by default. */
	readonly from?: string;
}

/**
 * Writes the TypeScript that builds a job, imports included. It compiles, and its job has the same JSON. For a job that
 * was read from JSON, that is the JSON in this library's spelling: a group of one, and an `and` directly in an `and`,
 * are flattened, numbers are strings of digits, `"true"` is `true`. What the builder would refuse becomes `where.raw`.
 *
 * @param job - a job; `parseJob` makes one from the body of a request.
 * @throws {@link InvalidOptionError} if `name` cannot be the name of a constant.
 */
export function toSource(job: AnyJob, options: SourceOptions = {}): string {
	checkJob(job);
	const { name, from } = findExport(job.module, checkOptions(options));
	const filter = job.criteria === undefined ? undefined : criteriaSource(asNode(job.criteria));
	const imported = ["bulkRead", ...(filter?.imports ?? [])].sort(byLetters);
	return [
		`import { ${imported.join(", ")} } from "zoho-bulk-read";`,
		`import { ${name} } from ${writeText(from)};`,
		"",
		`const job = ${writeJob(job, name, filter?.source)};`,
		"",
	].join("\n");
}

const byLetters = (one: string, other: string): number => (one.toLowerCase() < other.toLowerCase() ? -1 : 1);

function findExport({ apiName, fields }: AnyModule, { name, from }: SourceOptions): Required<SourceOptions> {
	for (const [option, given] of Object.entries({ name, from })) if (given !== undefined) checkText(given, option);
	if (name !== undefined && !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) {
		throw new InvalidOptionError("name", `${writeText(name)} cannot be the name of a constant.`);
	}
	// `anyHops()` makes another module with the same fields.
	const isStandard = Object.values(standard).some((known) => known.apiName === apiName && known.fields === fields);
	return {
		name: name ?? identifierOf(apiName),
		from: from ?? (isStandard ? "zoho-bulk-read/standard" : "./zoho.js"),
	};
}

/** Any lower-case name may be a keyword; `bulkRead` and `EMPTY` are imported. */
const taken = /^(?:[a-z]+|bulkRead|EMPTY)$/;

function identifierOf(apiName: string): string {
	const name = apiName.replace(/[^\p{ID_Continue}$]+/gu, "_").replace(/^(?![\p{ID_Start}$_])/u, "_");
	return taken.test(name) ? `${name}Module` : name;
}

function writeJob(job: AnyJob, name: string, filter: Source | undefined): string {
	const { query, callback } = job.toJSON();
	const steps: Source[] = [];
	if (query.fields !== undefined) steps.push({ open: ".select(", inner: query.fields.map(writeText), close: ")" });
	if (job.fileType === "ics") steps.push(".ics()");
	if (query.cvid !== undefined) steps.push(`.customView(${writeText(query.cvid)})`);
	if (filter !== undefined) steps.push(writeWhere(filter));
	if (query.page !== undefined) steps.push(`.page(${query.page})`);
	if (callback !== undefined) steps.push(`.callback(${writeText(callback.url)})`);
	const begin = `bulkRead(${job.module.hops === "any" ? `${name}.anyHops()` : name})`;
	return [begin, ...steps.map((step) => writeSource(step, 1, 2))].join("\n\t");
}

function writeWhere(filter: Source): string {
	const head = "(where) =>";
	const inOneLine = writeSource(filter, 2, 4 + `.where(${head} )`.length);
	if (!inOneLine.includes("\n")) return `.where(${head} ${inOneLine})`;
	return `.where(${head}\n\t\t${writeSource(filter, 2, 4)},\n\t)`;
}
