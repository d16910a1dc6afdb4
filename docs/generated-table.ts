import { settings } from "../src/cli/connection/settings.js";
import { errorCodes } from "../src/facts/error-codes.js";
import { limits } from "../src/facts/limits.js";
import { faultTable } from "../src/sandbox/faults/fault.js";
import { writeCommands } from "./command-pages.js";
import { writeComparatorTable } from "./comparator-table.js";
import { figureTables } from "./figure-table.js";

/** What a limit limits, how certain it is, and what happens when you reach it. */
const limitNotes: Readonly<
	Record<keyof typeof limits, readonly [what: string, certainty: string, consequence: string]>
> = {
	conditions: ["conditions in one filter", "documented", "refused before sending; Zoho says `CRITERIA_LIMIT_EXCEEDED`"],
	textLength: ["characters of a text value", "documented", "refused before sending"],
	bigintDigits: ["digits of a bigint value", "documented", "refused before sending"],
	listValues: [
		"values in one list of `in`",
		"assumed: sources say 20 or 200",
		"a longer list is split into several conditions",
	],
	fields: ["selected fields", "reported by users", "the API would export all fields instead"],
	recordsPerPage: [
		"records in a page of CSV, which is one job",
		"documented",
		"the next page is another job; `zoho.rows` continues by itself",
	],
	recordsPerIcsPage: ["events in a page of ICS", "documented", "the next page is another job"],
	downloadsPerMinute: [
		"downloads a minute",
		"documented",
		"the client waits; above it every download fails for a minute",
	],
	resultHours: [
		"hours that Zoho keeps a result",
		"reported by users",
		"the job has to be created, and paid for, again",
	],
	createCredits: [
		"API credits to create a job",
		"documented for Bigin, reported for the CRM",
		"they are the org's, shared with its other programs",
	],
};

/** The tables of the guides that follow from the library's own data, in Markdown. */
const tables: Readonly<Record<string, () => string>> = {
	comparators: writeComparatorTable,
	errors: () =>
		writeTable(
			["code", "HTTP", "what to do", "certainty"],
			Object.entries(errorCodes).map(([code, { status, advice, certainty }]) => [
				`<a id="${code}"></a>\`${code}\``,
				String(status),
				advice,
				certainty,
			]),
		),
	limits: () =>
		writeTable(
			["limit on", "value", "certainty", "what happens at the limit"],
			Object.entries(limitNotes).map(([name, [what, certainty, consequence]]) => [
				what,
				limits[name as keyof typeof limits].toLocaleString("en"),
				certainty,
				consequence,
			]),
		),
	commands: writeCommands,
	settings: () =>
		writeTable(
			["setting", "what it is"],
			Object.entries(settings).map(([name, { says }]) => [`\`${name}\``, says]),
		),
	faults: () =>
		writeTable(
			["fault", "what happens", "its number"],
			Object.entries(faultTable).map(([fault, { says, unit, amount }]) => [
				`\`${fault}\``,
				says,
				unit === undefined ? "" : `${unit}${amount === undefined ? "" : `; ${amount.toLocaleString("en")} by default`}`,
			]),
		),
	...figureTables,
};

export function writeGeneratedTable(name: string): string {
	const write = tables[name];
	if (!write) throw new RangeError(`There is no table "${name}"; there are ${Object.keys(tables).join(", ")}.`);
	return write();
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
