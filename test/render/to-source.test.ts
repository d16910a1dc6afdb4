import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { and, bulkRead, defineModule, EMPTY, type Job, or, type WireCriteria } from "zoho-bulk-read";
import { Contacts, Events, Leads } from "zoho-bulk-read/standard";
import { parseJob } from "../../src/job/parse-job.js";
import { toSource } from "../../src/render/index.js";
import { startTypeCheck } from "../types/type-check.js";
import { anyJob, modules, wireCriteria } from "./arbitrary-job.js";
import { Everything } from "./everything.js";

const scope = { and, bulkRead, EMPTY, or, Contacts, Events, Everything, Leads };

/** Runs a written statement, and gives the JSON of the job that it builds. */
function build(source: string): string {
	const statement = source.replace(/^import .*\n/gm, "");
	const { outputText } = ts.transpileModule(statement, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
	return JSON.stringify(new Function(...Object.keys(scope), `${outputText}; return job;`)(...Object.values(scope)));
}

const compiler = startTypeCheck();

/** What the compiler says of many written statements at once. */
function compile(sources: readonly string[]): readonly string[] {
	const blocks = sources.map((source) => `{\n${source.replace(/^import .*\n/gm, "")}\n}`);
	const imports = [
		'import { and, bulkRead, defineModule, EMPTY, or } from "zoho-bulk-read";',
		'import { Contacts, Events, Leads } from "zoho-bulk-read/standard";',
		'import { Everything } from "../../render/everything.js";',
	];
	const file = [...imports, ...blocks].join("\n");
	const lines = file.split("\n");
	return compiler.findings(file).map(({ line, message }) => `${lines[line - 1]}\n${message}`);
}

const written = (job: Job<unknown>): string => toSource(job).split("\n\n").slice(1).join("\n\n");

describe("whatever job was built", () => {
	test("its source builds the same JSON", () => {
		fc.assert(
			fc.property(anyJob, (job) => {
				expect(build(toSource(job))).toBe(JSON.stringify(job));
			}),
			{ numRuns: 500 },
		);
	});

	test("its source compiles", () => {
		expect(compile(fc.sample(anyJob, { seed: 11, numRuns: 300 }).map((job) => toSource(job)))).toEqual([]);
	});
});

test("whatever criteria was read, the source builds it without the groups that say nothing", () => {
	const request = fc
		.constantFrom(...modules)
		.chain((module) => wireCriteria(module).map((criteria) => ({ query: { module: module.apiName, criteria } })));
	fc.assert(
		fc.property(request, ({ query }) => {
			const source = toSource(parseJob({ query }, modules));
			expect(JSON.parse(build(source))).toEqual({ query: { ...query, criteria: flatten(query.criteria) } });
			expect(source).not.toContain("where.raw");
		}),
		{ numRuns: 500 },
	);
});

/** What a filter means with the fewest groups. */
function flatten(criteria: WireCriteria): WireCriteria {
	if (!("group" in criteria)) return criteria;
	const group = criteria.group.map(flatten).flatMap((member) => {
		return "group" in member && member.group_operator === criteria.group_operator ? member.group : [member];
	});
	const [only] = group;
	return group.length === 1 && only !== undefined ? only : { ...criteria, group };
}

test("a short filter stands in one line, a long one as a tree", () => {
	const { where } = Contacts;
	expect(
		toSource(
			bulkRead(Contacts).where(
				where("Email")
					.isEmpty()
					.or(where("Lead_Source").in(["Web", EMPTY])),
			),
		),
	).toBe(`import { bulkRead, EMPTY, or } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const job = bulkRead(Contacts)
	.where((where) => or(where("Email").isEmpty(), where("Lead_Source").in(["Web", EMPTY])));
`);
	const long = where("Created_Time")
		.between("2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30")
		.and(where("Lead_Source").equal("Advertisement").or(where("Account_Name.Phone").contains("5")));
	const job = bulkRead(Contacts).select("Last_Name", "Owner.last_name").customView("17").where(long).page(2);
	expect(written(job)).toBe(`const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name")
	.customView("17")
	.where((where) =>
		and(
			where("Created_Time").between("2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30"),
			or(where("Lead_Source").equal("Advertisement"), where("Account_Name.Phone").contains("5")),
		),
	)
	.page(2);
`);
});

test("a calendar, a callback, and nothing at all", () => {
	expect(written(bulkRead(Events).ics().callback("https://example.com/?a=1"))).toBe(
		'const job = bulkRead(Events)\n\t.ics()\n\t.callback("https://example.com/?a=1");\n',
	);
	expect(written(bulkRead(Leads))).toBe("const job = bulkRead(Leads);\n");
});

describe("values that others spell in another way", () => {
	const spelled = (api_name: string, comparator: string, value: unknown): string => {
		const job = parseJob({ query: { module: "Everything", criteria: { api_name, comparator, value } } }, modules);
		const source = toSource(job);
		expect(compile([source])).toEqual([]);
		build(source);
		return /=> (.*)\);\n$/.exec(source)?.[1] ?? source;
	};

	test.each([
		["Integer", "equal", 5, 'where("Integer").equal(5)'],
		["Integer", "equal", "005", 'where("Integer").equal("005")'],
		["Decimal", "in", [1.5, "-2", EMPTY], 'where("Decimal").in([1.5, -2, EMPTY])'],
		["Big", "equal", 17, 'where("Big").equal("17")'],
		["Big", "equal", "-007", 'where.raw("Big", "equal", "-007")'],
		["Lookup", "not_equal", 17, 'where("Lookup").notEqual("17")'],
		["Boolean", "equal", "false", 'where("Boolean").equal(false)'],
		["Date", "not_equal", EMPTY, 'where("Date").isNotEmpty()'],
		["DateTime", "less_than", "2026-01-31", 'where.raw("DateTime", "less_than", "2026-01-31")'],
		["Text", "contains", EMPTY, 'where("Text").contains(EMPTY)'],
		['2nd "field"\u2028', "equal", "\u202e", String.raw`where("2nd \"field\"\u2028").equal("\u202e")`],
	])("%s %s %j", (field, comparator, value, source) => {
		expect(spelled(field, comparator, value)).toBe(source);
	});
});

test("what the builder refuses is written raw, as it was built", () => {
	const { where } = Everything;
	const job = bulkRead(Everything).where(
		or(
			where.raw("Boolean", "contains", true),
			where.raw("Integer", "between", ["1", "2"]),
			where.raw("Date", "between", ["2026-02-01", "2026-01-01"]),
			where.raw("Text", "in", []),
			where.raw("Text", "equal", ["a"]),
			where.raw("Text", "in", "a"),
			where.raw("Text", "equal", "x".repeat(256)),
			where.raw("Text", "ask_zia", 5),
			where.raw("No_Field", "equal", "a"),
		),
	);
	const source = toSource(job);
	expect(source.match(/where\.raw/g)).toHaveLength(9);
	expect(compile([source])).toEqual([]);
	expect(build(source)).toBe(JSON.stringify(job));
});

test("what was given raw but could have been checked, is", () => {
	const job = bulkRead(Everything).where(Everything.where.raw("Integer", "equal", "5"));
	expect(written(job)).toContain('where("Integer").equal(5)');
});

test("a path through two lookups needs its module, and gets it", () => {
	const { where } = Contacts.anyHops();
	const job = bulkRead(Contacts.anyHops()).where(where("Account_Name.Owner.last_name").equal("Boyle"));
	expect(toSource(job)).toContain('from "zoho-bulk-read/standard";\n\nconst job = bulkRead(Contacts.anyHops())\n');
	expect(compile([toSource(job)])).toEqual([]);
	expect(build(toSource(job))).toBe(JSON.stringify(job));
});

test("a module of one's own is imported from one's own file, under a name that may stand there", () => {
	const job = bulkRead(Everything);
	expect(toSource(job)).toContain('import { Everything } from "./zoho.js";');
	expect(toSource(job, { name: "All", from: 'my"\n\u2028modules' })).toContain(
		String.raw`import { All } from "my\"\n\u2028modules";`,
	);
	expect(() => toSource(job, { name: "a; b" })).toThrow('name: "a; b" cannot be the name of a constant.');
	const named = (apiName: string): string | undefined =>
		/bulkRead\((.*)\)/.exec(toSource(bulkRead(defineModule(apiName, {}))))?.[1];
	expect(["or", "EMPTY", "2nd Module", "Café"].map(named)).toEqual(["orModule", "EMPTYModule", "_2nd_Module", "Café"]);
});
