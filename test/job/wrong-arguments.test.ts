import { describe, expect, test } from "vitest";
import * as zoho from "zoho-bulk-read";
import * as rendering from "zoho-bulk-read/render";
import { Contacts } from "zoho-bulk-read/standard";

// JavaScript users have no compiler to stop them: this calls every function and builder method that makes, reads or shows a
// filter or a job with every wrong kind of argument. Each must throw one of the library's own errors, with a clear message.

const job = zoho.bulkRead(Contacts);
const criteria = Contacts.where("Email").isEmpty();

const wrongThings: readonly (readonly [name: string, value: unknown])[] = [
	["undefined", undefined],
	["null", null],
	["a number", 5],
	["an id as a number", Number("554023000000093005")],
	["NaN", Number.NaN],
	["an empty text", ""],
	["a text", "x"],
	["true", true],
	["false", false],
	["a bigint", 1n],
	["a symbol", Symbol("x")],
	["a function", () => 1],
	["an object", {}],
	["an object without a prototype", Object.create(null)],
	["a list", []],
	["a list of a text", ["Email"]],
	["a Date", new Date(0)],
	["a URL", new URL("https://example.com/")],
	["a filter", criteria],
	["a job", job],
	["a module", Contacts],
];

const typed = [zoho.InvalidCriteriaError, zoho.InvalidJobError, zoho.InvalidOptionError, zoho.UnexpectedAnswerError];

/** Calls something as JavaScript may, with no types in the way. */
const call = (owner: object, name: string, ...given: readonly unknown[]): unknown =>
	Reflect.apply(Reflect.get(owner, name) as () => unknown, owner, given);

interface Surface {
	readonly name: string;
	readonly use: (given: unknown) => unknown;
	/** The things that are right after all. */
	readonly takes?: readonly string[];
}

const objects = ["an object", "an object without a prototype", "a Date", "a URL", "a filter", "a job", "a module"];
const skipped = ["undefined", "null", "false", "an empty text", "a filter"];
const condition = { api_name: "Email", comparator: "equal", value: "x" };

const surfaces: readonly Surface[] = [
	{ name: "bulkRead(?)", use: (given) => call(zoho, "bulkRead", given), takes: ["a module"] },
	{ name: "job.select(?)", use: (given) => call(job, "select", given) },
	{ name: "job.where(?)", use: (given) => call(job, "where", given), takes: ["null", "false", "a filter"] },
	{
		name: "job.where(() => ?)",
		use: (given) => call(job, "where", () => given),
		takes: ["null", "false", "a filter"],
	},
	{ name: "job.customView(?)", use: (given) => call(job, "customView", given), takes: ["a bigint"] },
	{ name: "job.page(?)", use: (given) => call(job, "page", given), takes: ["a number"] },
	{ name: "job.atPage(?)", use: (given) => call(job, "atPage", given), takes: ["a number"] },
	{ name: "job.callback(?)", use: (given) => call(job, "callback", given), takes: ["a URL"] },
	{ name: "where(?)", use: (given) => call(Contacts, "where", given) },
	{
		name: "where.raw(?, ...)",
		use: (given) => call(Contacts.where, "raw", given, "equal", "x"),
		takes: ["an empty text", "a text"],
	},
	{
		name: "where.raw(..., ?)",
		use: (given) => call(Contacts.where, "raw", "Email", "equal", given),
		takes: ["a number", "an id as a number", "an empty text", "a text", "true", "false", "a list", "a list of a text"],
	},
	{ name: "and(?)", use: (given) => call(zoho, "and", given), takes: skipped },
	{ name: "or(a, ?)", use: (given) => call(zoho, "or", criteria, given), takes: skipped },
	{ name: "a.and(?)", use: (given) => call(criteria, "and", given), takes: skipped },
	{ name: "not(?)", use: (given) => call(zoho, "not", given), takes: ["a filter"] },
	{ name: "describe(?)", use: (given) => call(zoho, "describe", given), takes: ["a filter"] },
	{ name: "tree(?)", use: (given) => call(zoho, "tree", given), takes: ["a filter"] },
	{ name: "tree(a, ?)", use: (given) => call(zoho, "tree", criteria, given), takes: ["undefined", ...objects] },
	{
		name: "tree(a, { width: ? })",
		use: (given) => call(zoho, "tree", criteria, { width: given }),
		takes: ["undefined", "a number", "an id as a number"],
	},
	{ name: "evaluate(?)", use: (given) => call(zoho, "evaluate", given), takes: ["a filter"] },
	{ name: "evaluate(a, ?)", use: (given) => call(zoho, "evaluate", criteria, given), takes: ["undefined", ...objects] },
	{
		name: "parseCriteria(Contacts, ?)",
		use: (given) => call(zoho, "parseCriteria", Contacts, given),
		takes: ["a filter"],
	},
	{
		name: "parseCriteria(?, json)",
		use: (given) => call(zoho, "parseCriteria", given, condition),
		takes: ["a module"],
	},
	{
		name: "parseCriteria(Contacts, json, ?)",
		use: (given) => call(zoho, "parseCriteria", Contacts, condition, given),
		takes: ["undefined", ...objects],
	},
	{ name: "criteriaSchema(?)", use: (given) => call(zoho, "criteriaSchema", given), takes: ["a module"] },
	{ name: "criteriaJsonSchema(?)", use: (given) => call(zoho, "criteriaJsonSchema", given), takes: ["a module"] },
	{ name: "defineModule(?, {})", use: (given) => call(zoho, "defineModule", given, {}), takes: ["a text"] },
	{
		name: 'defineModule("A", ?)',
		use: (given) => call(zoho, "defineModule", "A", given),
		takes: ["an object", "an object without a prototype", "a Date", "a URL"],
	},
	{ name: 'defineModule("A", { B: ? })', use: (given) => call(zoho, "defineModule", "A", { B: given }) },
	{ name: "picklist(?)", use: (given) => call(zoho, "picklist", given), takes: ["a text", "an empty text"] },
	{ name: "lookup(?)", use: (given) => call(zoho, "lookup", given), takes: ["a function"] },
	{ name: "fieldFacts(Contacts, ?)", use: (given) => call(zoho, "fieldFacts", Contacts, given) },
	{ name: "fieldFacts(?, path)", use: (given) => call(zoho, "fieldFacts", given, "Email"), takes: ["a module"] },
	{
		name: "safeCondition(?, chosen)",
		use: (given) => call(zoho, "safeCondition", given, { field: "Email", comparator: "equal", value: "x" }),
		takes: ["a module"],
	},
	{ name: "parseJob(?)", use: (given) => call(zoho, "parseJob", given, [Contacts]) },
	{ name: "parseJob(body, ?)", use: (given) => call(zoho, "parseJob", { query: { module: "Contacts" } }, given) },
	{
		name: "parseJob(body, [?])",
		use: (given) => call(zoho, "parseJob", { query: { module: "Contacts" } }, [given]),
		takes: ["a module"],
	},
	{ name: "requiredScopes(?)", use: (given) => call(zoho, "requiredScopes", given), takes: ["a job"] },
	{ name: "writeRequest(?)", use: (given) => call(zoho, "writeRequest", given, "v8") },
	{ name: "writeRequest(body, ?)", use: (given) => call(zoho, "writeRequest", job.toJSON(), given) },
	{ name: "parseCallback(?)", use: (given) => call(zoho, "parseCallback", given) },
	{ name: "parseJobDetails(?)", use: (given) => call(zoho, "parseJobDetails", given) },
	{ name: "parseAddedJob(?)", use: (given) => call(zoho, "parseAddedJob", given) },
	{ name: "comparatorsFor(?)", use: (given) => call(zoho, "comparatorsFor", given) },
	{ name: "comparatorLabel(?, text)", use: (given) => call(zoho, "comparatorLabel", given, "text") },
	{ name: "takesEmpty(?, text)", use: (given) => call(zoho, "takesEmpty", given, "text") },
	{ name: "methodName(?)", use: (given) => call(zoho, "methodName", given), takes: ["a text"] },
	{ name: "toJson(?)", use: (given) => call(rendering, "toJson", given), takes: ["a job"] },
	{ name: "render(?, curl)", use: (given) => call(rendering, "render", given, "curl"), takes: ["a job"] },
	{ name: "render(job, ?)", use: (given) => call(rendering, "render", job, given) },
	{ name: "toSource(?)", use: (given) => call(rendering, "toSource", given), takes: ["a job"] },
	{
		name: "toSource(job, { name: ? })",
		use: (given) => call(rendering, "toSource", job, { name: given }),
		takes: ["undefined", "a text"],
	},
	{
		name: "toSource(job, { from: ? })",
		use: (given) => call(rendering, "toSource", job, { from: given }),
		takes: ["undefined", "a text"],
	},
	{ name: "toSvg(?)", use: (given) => call(rendering, "toSvg", given), takes: ["a filter"] },
];

describe.each(surfaces)("$name", ({ use, takes = [] }) => {
	test.each(wrongThings.filter(([name]) => !takes.includes(name)))(
		"refuses %s, in words of its own",
		(_name, value) => {
			let thrown: unknown;
			try {
				use(value);
			} catch (error) {
				thrown = error;
			}
			expect(thrown).toBeInstanceOf(Error);
			expect(
				typed.some((kind) => thrown instanceof kind),
				String(thrown),
			).toBe(true);
			expect((thrown as Error).message.length).toBeGreaterThan(20);
		},
	);

	test("takes the rest", () => {
		for (const [name, value] of wrongThings) if (takes.includes(name)) expect(() => use(value), name).not.toThrow();
	});
});

test("safeCondition and safeParseCriteria give what is wrong, and never throw for what was chosen or read", () => {
	for (const [name, value] of wrongThings) {
		if (name === "a filter") continue;
		expect(call(zoho, "safeCondition", Contacts, value), name).toMatchObject({ success: false });
		expect(call(zoho, "safeParseCriteria", Contacts, value), name).toMatchObject({ success: false });
	}
});

test("an id as a number is refused with what to give", () => {
	expect(() => call(job, "customView", Number("554023000000093005"))).toThrow(
		/query\.cvid: 554023000000093\d+: a JavaScript number cannot hold every id exactly\. Give .* a string of digits or a bigint/,
	);
});
