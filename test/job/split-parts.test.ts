import { describe, expect, test } from "vitest";
import {
	and,
	bigInteger,
	bulkRead,
	type Criteria,
	defineModule,
	InvalidJobError,
	type Job,
	type JobIssue,
	limits,
	multiSelect,
	picklist,
	splitJob,
} from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;
const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${name}${at}`);
const emails = (count: number): Criteria<"Contacts"> => where("Email").in(named("e", count));
const phones = (count: number): Criteria<"Contacts"> => where("Phone").in(named("p", count));

/** The values in a field's lists, job by job. A single value counts as a list. */
function partsOf(criteria: Criteria, module: Parameters<typeof bulkRead>[0] = Contacts, path = "Email"): unknown[][] {
	return splitJob(bulkRead(module).where(criteria), { listValues: 1 }).map((job) => {
		const values: unknown[] = [];
		JSON.stringify(job.criteria, (_key, value: unknown) => {
			if (typeof value === "object" && value !== null && Reflect.get(value, "api_name") === path) {
				values.push(...Reflect.get(value, "value"));
			}
			return value;
		});
		return values;
	});
}

describe("the jobs of a split", () => {
	test("are the job itself where it has no filter, and one where the API takes it", () => {
		const all = bulkRead(Contacts);
		expect(splitJob(all)).toEqual([all]);
		expect(splitJob(all)[0]).toBe(all);
		const fits = splitJob(all.where(emails(25)).page(2), { listValues: 1 });
		expect(fits.map(({ criteria }) => criteria?.size)).toEqual([25]);
		expect(fits[0]?.request.query.page).toBe(2);
	});

	test.each<[string, Criteria<"Contacts"> | undefined, parts: readonly (readonly string[])[]]>([
		["as many values as there is room for", emails(27), [named("e", 25), ["e25", "e26"]]],
		[
			"as many as the other conditions leave",
			and(emails(27), where("Fax").isEmpty()),
			[named("e", 24), ["e24", "e25", "e26"]],
		],
		["of the longest list", and(phones(2), emails(26)), [named("e", 23), ["e23", "e24", "e25"]]],
		[
			"values that differ in case together, even if that leaves room",
			where("Email").in([...named("e", 24), "A", "a"]),
			[named("e", 24), ["A", "a"]],
		],
		[
			"values that differ in case together, if there is just room",
			where("Email").in(["A", ...named("e", 23), "b", "a"]),
			[["A", "a", ...named("e", 23)], ["b"]],
		],
		["a value once", where("Email").in([...named("e", 26), ...named("e", 26)]), [named("e", 25), ["e25"]]],
		["one value each if there is no more room", and(phones(24), emails(25)), named("e", 25).map((value) => [value])],
	])("have %s", (_name, criteria, parts) => {
		if (criteria === undefined) throw new Error("no filter");
		expect(partsOf(criteria)).toEqual(parts);
	});

	test("keep the other conditions, and what is selected", () => {
		const filter = and(emails(27), where("Fax").isEmpty());
		if (filter === undefined) throw new Error("no filter");
		for (const job of splitJob(bulkRead(Contacts).select("Email").where(filter), { listValues: 1 })) {
			expect(job.selection).toEqual(["Email"]);
			expect(JSON.stringify(job)).toContain('{"api_name":"Fax","comparator":"equal","value":"${EMPTY}"}');
		}
	});
});

describe("what cannot be split says why", () => {
	const Houses = defineModule("Houses", { Colours: multiSelect("red"), Size: bigInteger, Kind: picklist("Flat") });
	const spellings = Array.from({ length: 26 }, (_, at) =>
		[..."abcde"].map((letter, bit) => (at & (1 << bit) ? letter.toUpperCase() : letter)).join(""),
	);
	const noList = "it has no `in` list that applies to every record, on a field with one value per record";
	test.each<[string, Job<unknown>, size: number, why: string]>([
		[
			"one page",
			bulkRead(Contacts).where(emails(26)).page(1),
			26,
			"it has a page number, which means nothing for its parts. Leave out page",
		],
		[
			"a field of which nothing is known",
			bulkRead(Contacts).where(where.raw("Not_Yet.Known", "in", named("n", 26))),
			26,
			noList,
		],
		["several values a record", bulkRead(Houses).where(Houses.where("Colours").in(named("c", 26))), 26, noList],
		[
			"spellings of one value",
			bulkRead(Contacts).where(where("Email").in(spellings)),
			26,
			"26 values of Email that differ only in case do not fit in one job",
		],
	])("%s", (_name, job, size, why) => {
		expect(issuesOf(() => splitJob(job, { listValues: 1 }))).toEqual([
			{
				code: "CRITERIA_LIMIT_EXCEEDED",
				path: ["query", "criteria"],
				given: size,
				message: `${size} conditions are more than the ${limits.conditions} that the API takes, and this job cannot be split: ${why}.`,
			},
		]);
	});

	test("numbers and choices can be", () => {
		const sizes = Array.from({ length: 26 }, (_, at) => BigInt(at));
		expect(partsOf(Houses.where("Size").in(sizes), Houses, "Size")).toEqual([sizes.slice(0, 25).map(String), ["25"]]);
		expect(partsOf(Houses.where("Kind").in(named("k", 26)), Houses, "Kind")).toEqual([named("k", 25), ["k25"]]);
	});

	test.each([0, -1, 1.5, Number.NaN, "20"])("lists of %j values are none", (listValues) => {
		expect(() => splitJob(bulkRead(Contacts), { listValues: listValues as number })).toThrow(
			expect.objectContaining({
				option: "listValues",
				message: expect.stringContaining("is not a whole number from 1."),
			}),
		);
	});

	test("what is no job is none", () => {
		expect(() => splitJob({ query: { module: "Contacts" } } as never)).toThrow(
			expect.objectContaining({
				option: "job",
				message: expect.stringContaining("is not a job. Give what bulkRead(...) or parseJob(...) returns."),
			}),
		);
	});

	function issuesOf(work: () => unknown): readonly JobIssue[] | undefined {
		try {
			work();
			return undefined;
		} catch (error) {
			if (!(error instanceof InvalidJobError)) throw error;
			return error.issues;
		}
	}
});
