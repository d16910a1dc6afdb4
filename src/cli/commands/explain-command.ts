import { describe } from "../../criteria/describe/describe.js";
import { tree } from "../../criteria/describe/tree.js";
import { limits } from "../../facts/limits.js";
import { keysOf } from "../../facts/table.js";
import type { Job } from "../../job/any-job.js";
import { requiredScopes } from "../../job/required-scopes.js";
import { type Language, languages, render } from "../../render/render.js";
import type { RenderOptions } from "../../render/request/render-options.js";
import { toJson } from "../../render/request/to-json.js";
import { toSource } from "../../render/to-source.js";
import { type ConnectionOptions, readTarget } from "../connection/connection.js";
import { readSettings } from "../connection/settings.js";
import { type QueryOptions, readQuery } from "../query/read-query.js";
import { CommandError } from "../terminal/command-error.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { writeNumber } from "../terminal/quantities.js";
import { stdout } from "../terminal/terminal.js";
import { wrap } from "../terminal/wrap.js";

/** The options of `explain`. */
export interface ExplainOptions extends QueryOptions, ConnectionOptions {
	readonly json?: true;
	readonly ts?: true;
	readonly as?: string;
}

/** Shows a job: everything about it, or one form of it for other programs. */
export async function explain(query: string, options: ExplainOptions): Promise<ExitCode> {
	const job = await readQuery(query, options);
	const target = readTarget(options, await readSettings(options)) ?? {};
	if (options.json) stdout.line(toJson(job));
	else if (options.ts) stdout.write(`${toSource(job)}\nexport default job;\n`);
	else if (options.as !== undefined) stdout.line(render(job, readLanguage(options.as), target).trimEnd());
	else stdout.write(writeSections(job, target));
	return exitCodes.done;
}

function readLanguage(name: string): Language {
	const known = keysOf(languages);
	const found = known.find((each) => each === name.toLowerCase());
	if (found === undefined) throw new CommandError(`"${name}" is not a known language. Known: ${known.join(", ")}.`);
	return found;
}

function writeSections(job: Job<unknown>, target: RenderOptions): string {
	const sections: readonly (readonly [title: string, text: string | undefined])[] = [
		["In English", stdout.isTerminal ? wrap(writeEnglish(job), stdout.columns - 2) : writeEnglish(job)],
		["As a tree", job.criteria && tree(job.criteria)],
		["As JSON, the body of the request", toJson(job)],
		["As curl", render(job, "curl", target).trimEnd()],
		["Scopes that the token needs", requiredScopes(job).join("\n")],
		["What it costs", writeCost(job)],
	];
	const written = sections.flatMap(([title, text]) =>
		text === undefined ? [] : [`${stdout.paint("bold", title)}\n\n${indent(text)}\n`],
	);
	return written.join("\n");
}

function writeEnglish(job: Job<unknown>): string {
	const { query, callback } = job.toJSON();
	const fields = job.fileType === "ics" ? "a calendar" : (query.fields?.join(", ") ?? "every field");
	const view = query.cvid === undefined ? "" : ` in the custom view ${query.cvid}`;
	const unfiltered = query.cvid === undefined ? ": it has no filter" : "";
	const filter = job.criteria === undefined ? unfiltered : ` where ${describe(job.criteria)}`;
	const page = query.page === undefined ? "" : ` It starts at page ${query.page}.`;
	// The query string is left out: receivers keep their secret there.
	const report = callback === undefined ? "" : ` Zoho reports the outcome to ${callback.url.split("?")[0]}.`;
	return `Exports ${fields} of every record of ${query.module}${view}${filter}.${page}${report}`;
}

function writeCost({ fileType }: Job<unknown>): string {
	const { createCredits, recordsPerPage, recordsPerIcsPage } = limits;
	const records = writeNumber(fileType === "ics" ? recordsPerIcsPage : recordsPerPage);
	return `${createCredits} API credits for each page of ${records} records`;
}

function indent(text: string): string {
	return text.replaceAll(/^(?=.)/gm, "  ");
}
