import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	accessToken,
	and,
	bulkRead,
	createClient,
	defineModule,
	EMPTY,
	evaluate,
	type Job,
	limits,
	multiSelect,
	not,
	or,
	parseCriteria,
	describe as say,
	splitJob,
	tree,
} from "zoho-bulk-read";
import { toSource } from "zoho-bulk-read/render";
import { createSandbox } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;
const addresses = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${index}@example.com`);
const sizeOf = ({ criteria }: Job<unknown>): number => criteria?.size ?? 0;
const longest = (json: unknown): number =>
	Math.max(
		0,
		...JSON.stringify(json)
			.split('"value":[')
			.slice(1)
			.map((list) => list.split("]")[0]?.split(",").length ?? 0),
	);

describe("a list longer than one `in` takes", () => {
	test.each([
		1,
		limits.listValues,
		limits.listValues + 1,
		3 * limits.listValues,
		limits.conditions * limits.listValues,
	])("%i values stand in as many lists as they need", (count) => {
		const values = addresses(count);
		const [sought, avoided] = [where("Email").in(values), where("Email").notIn(values)];
		const lists = Math.ceil(count / limits.listValues);
		for (const [criteria, operator] of [
			[sought, "or"],
			[avoided, "and"],
		] as const) {
			expect(criteria.size).toBe(lists);
			expect(longest(criteria)).toBeLessThanOrEqual(limits.listValues);
			if (lists > 1) expect(criteria.toJSON()).toMatchObject({ group_operator: operator });
			expect(parseCriteria(Contacts, criteria.toJSON()).toJSON()).toEqual(criteria.toJSON());
			for (const shown of [say(criteria), tree(criteria), toSource(bulkRead(Contacts).where(criteria))]) {
				for (const value of values) expect(shown).toContain(value);
			}
		}
		for (const Email of [values[0], values.at(-1), "x@example.com"]) {
			expect(evaluate(sought)({ Email })).toBe(Email !== "x@example.com");
			expect(evaluate(avoided)({ Email })).toBe(Email === "x@example.com");
			expect(evaluate(not(sought))({ Email })).toBe(Email === "x@example.com");
		}
	});

	test("means the same as one long list, with EMPTY in it or without", () => {
		const values = [...addresses(50), EMPTY];
		expect(evaluate(where("Email").in(values))({ Email: null })).toBe(true);
		expect(evaluate(where("Email").notIn(values))({ Email: null })).toBe(false);
		expect(evaluate(where("Email").notIn(values), { emptyMatchesNot: true })({ Email: null })).toBe(false);
		expect(evaluate(where("Email").notIn(addresses(50)), { emptyMatchesNot: true })({ Email: null })).toBe(true);
	});

	test("is sent only within 25 conditions: beyond, the error says how many it takes and what to do", () => {
		const job = bulkRead(Contacts).where(where("Email").in(addresses(600)));
		expect(() => JSON.stringify(job)).toThrow(/query\.criteria: 30: .* splitJob\(job\) splits it into several jobs/);
		expect(() => where("Email").notIn(addresses(600))).toThrow(
			"Email: 600 values need 30 lists, each of which is a condition, but the API takes at most 25 conditions.",
		);
		expect(() => or(where("Email").in(addresses(600)), where("Phone").isEmpty())).toThrow("conditions are more than");
		expect(() => not(where("Email").in(addresses(600)))).toThrow("conditions are more than");
	});
});

describe("splitJob", () => {
	test("gives disjoint jobs that the API takes, and that together are the whole", () => {
		const records = fc.array(
			fc.record({
				Email: fc.integer({ min: 0, max: 900 }).map((number) => `C${number}@example.com`),
				Phone: fc.constantFrom("1", "2", null),
			}),
			{ maxLength: 60 },
		);
		const split = fc.record({
			count: fc.integer({ min: 1, max: 900 }),
			listValues: fc.constantFrom(1, 20, 200),
			others: fc.boolean(),
		});
		fc.assert(
			fc.property(records, split, (people, { count, listValues, others }) => {
				fc.pre(count / listValues < 300);
				const whole = and(
					where("Email").in([...addresses(count), ...addresses(5)]),
					others && where("Phone").equal("1"),
				);
				const parts = splitJob(
					bulkRead(Contacts)
						.select("Email")
						.where(whole ?? null),
					{ listValues },
				);
				for (const part of parts) {
					expect(sizeOf(part)).toBeLessThanOrEqual(limits.conditions);
					expect(longest(part)).toBeLessThanOrEqual(listValues);
					expect(part.selection).toEqual(["Email"]);
				}
				const matches = parts.map((part) => evaluate(part.criteria ?? whole));
				const isInWhole = evaluate(whole);
				for (const person of people) {
					expect(matches.filter((isIn) => isIn(person))).toHaveLength(isInWhole(person) ? 1 : 0);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test("uses all the room there is", () => {
		const job = bulkRead(Contacts).where(where("Email").in(addresses(10_000)).and(where("Phone").isEmpty()));
		expect(splitJob(job)).toHaveLength(Math.ceil(10_000 / (24 * 20)));
		expect(splitJob(job, { listValues: 200 })).toHaveLength(Math.ceil(10_000 / (24 * 200)));
		const short = bulkRead(Contacts).where(where("Email").in(addresses(60)));
		expect(splitJob(short)).toHaveLength(1);
		expect(splitJob(short, { listValues: 200 })[0]?.criteria?.size).toBe(1);
		expect(splitJob(bulkRead(Contacts))).toHaveLength(1);
	});

	test("is refused where it cannot be done", () => {
		const long = where("Email").in(addresses(600));
		expect(() => splitJob(bulkRead(Contacts).where(long).page(2))).toThrow("has a page number");
		const Houses = defineModule("Houses", { Colours: multiSelect("red", "green") });
		const colourful = bulkRead(Houses).where(Houses.where("Colours").in(addresses(600)));
		expect(() => splitJob(colourful)).toThrow("on a field with one value per record");
		const crowded = Array.from({ length: 24 }, () => where("Phone").isEmpty());
		expect(splitJob(bulkRead(Contacts).where(and(long, ...crowded)))).toHaveLength(30);
		expect(() => splitJob(bulkRead(Contacts).where(and(long, ...crowded, where("Fax").isEmpty())))).toThrow(
			"conditions are more than",
		);
		expect(() => splitJob(bulkRead(Contacts), { listValues: 0 })).toThrow("listValues");
	});

	test("is exported one job after the other", async () => {
		const count = 1_100;
		const people = Array.from({ length: count }, (_, index) => ({
			id: String(554023000000100000n + BigInt(index)),
			Last_Name: `N${index}`,
			Email: `c${index}@example.com`,
		}));
		const sandbox = createSandbox({
			records: { Contacts: people },
			timing: { added: 0, queued: 0, inProgress: 0 },
			limits: { listValues: 20 },
		});
		const zoho = createClient({
			baseUrl: "https://sandbox.invalid",
			fetch: sandbox.fetch,
			auth: accessToken(sandbox.credentials.accessToken),
			poll: { first: 1, factor: 1, limit: 1 },
		});
		const job = bulkRead(Contacts)
			.select("Email")
			.where(where("Email").in(addresses(count - 3)));
		const emails: (string | null)[] = [];
		for await (const { Email } of zoho.rows(splitJob(job))) emails.push(Email);
		expect(() => zoho.rows(splitJob(job), { onCheckpoint: () => {} })).toThrow("a checkpoint belongs to one job");
		const none: (string | null)[] = [];
		for await (const { Email } of zoho.rows(splitJob(job).slice(0, 0))) none.push(Email);
		expect(none).toEqual([]);
		expect(emails.sort()).toEqual(addresses(count - 3).sort());
	});
});
