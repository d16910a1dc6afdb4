import assert from "node:assert/strict";
import { inspect } from "node:util";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { and, bulkRead, defineModule, EMPTY, lookup, not, or, parseCriteria, parseJob, text } from "zoho-bulk-read";
import { Contacts, Deals, Events } from "zoho-bulk-read/standard";
import { arbitraryCriteria } from "../arbitrary-criteria.js";
import { Everything } from "../every-data-type.js";

/** What arrives on the other side of a port. */
function posted(value: unknown): unknown {
	const { port1, port2 } = new MessageChannel();
	port1.postMessage(value);
	const received: unknown = receiveMessageOnPort(port2)?.message;
	port1.close();
	return received;
}

/** Whether the assertions of people's tests find two things equal. They have to agree. */
function areEqual(one: unknown, other: unknown): boolean {
	const verdicts = [
		() => assert.deepEqual(one, other),
		() => expect(one).toEqual(other),
		() => expect(one).toStrictEqual(other),
		() => expect([{ one }]).toEqual([{ one: other }]),
	].map((check) => {
		try {
			check();
			return true;
		} catch {
			return false;
		}
	});
	expect(new Set(verdicts).size, `the assertions agree: ${verdicts}`).toBe(1);
	return verdicts[0] ?? false;
}

const { where } = Deals;

describe("a filter is compared by what it says", () => {
	test.each([
		["field", where("Stage").equal("Closed Won"), where("Deal_Name").equal("Closed Won")],
		["comparator", where("Stage").equal("Closed Won"), where("Stage").notEqual("Closed Won")],
		["value", where("Stage").equal("Closed Won"), where("Stage").equal("Closed Lost")],
		["list", where("Stage").in(["A", "B"]), where("Stage").in(["B", "A"])],
		[
			"operator",
			and(where("Stage").isEmpty(), where("Amount").isEmpty()),
			or(where("Stage").isEmpty(), where("Amount").isEmpty()),
		],
		[
			"member",
			and(where("Stage").isEmpty(), where("Amount").isEmpty()),
			and(where("Stage").isEmpty(), where("Amount").equal(1)),
		],
		["kind", where("Stage").isEmpty(), and(where("Stage").isEmpty(), where("Amount").isEmpty())],
	])("another %s is another criteria", (_what, one, other) => {
		expect(areEqual(one, other)).toBe(false);
	});

	test("two are equal exactly where their JSON is", () => {
		const read = (json: unknown): unknown => parseCriteria(Everything, json);
		fc.assert(
			fc.property(arbitraryCriteria(), arbitraryCriteria(), (one, other) => {
				expect(areEqual(one, read(one.toJSON()))).toBe(true);
				expect(areEqual(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
			}),
			{ numRuns: 100 },
		);
	});

	test("the way in which it was built makes no difference", () => {
		const [a, b, c] = [where("Stage").isEmpty(), where("Amount").equal(1), where("Deal_Name").equal("x")];
		expect(areEqual(a.and(b).and(c), and(a, b, c))).toBe(true);
		expect(areEqual(not(not(and(a, b, c))), and(a, and(b, c)))).toBe(true);
		expect(areEqual(where("Stage").equal(EMPTY), where("Stage").isEmpty())).toBe(true);
	});
});

test("what is cloned, posted or spread of a filter is its JSON", () => {
	fc.assert(
		fc.property(arbitraryCriteria(), (criteria) => {
			const json: unknown = JSON.parse(JSON.stringify(criteria));
			assert.deepEqual(structuredClone(criteria), json);
			assert.deepEqual(posted(criteria), json);
			expect({ ...criteria }).toEqual(json);
			expect(criteria).toEqual(json);
			expect(Object.keys(criteria)).toEqual(Object.keys(criteria.toJSON()));
		}),
		{ numRuns: 100 },
	);
});

describe("a job", () => {
	const job = bulkRead(Deals).select("Amount").where(where("Stage").isNotEmpty());

	test.each([
		["module", bulkRead(Contacts).select("Email")],
		["selection", bulkRead(Deals).select("Stage").where(where("Stage").isNotEmpty())],
		["filter", bulkRead(Deals).select("Amount").where(where("Stage").isEmpty())],
		["no filter", bulkRead(Deals).select("Amount")],
		["view", job.customView("554023000000093005")],
		["page", job.page(2)],
		["callback", job.callback("https://example.com/hook")],
	])("is another with another %s", (_what, other) => {
		expect(areEqual(job, other)).toBe(false);
	});

	test("is the same however it was made, and carries the body of its request across", () => {
		const whole = job.callback("https://example.com/hook?secret=s3cret").page(2).customView("1");
		const read = parseJob(whole.toJSON(), [Deals]);
		expect(areEqual(whole, read)).toBe(true);
		expect(areEqual(bulkRead(Events).ics(), bulkRead(Events))).toBe(false);
		for (const copy of [structuredClone(whole), posted(whole)]) {
			assert.deepEqual(copy, { request: whole.toJSON() });
			expect(areEqual(parseJob((copy as typeof whole).request, [Deals]), whole)).toBe(true);
		}
	});

	test("cannot be changed by what it shows", () => {
		const before = JSON.stringify(job);
		expect(() => Object.assign(job, { request: {} })).toThrow(TypeError);
		expect(() => Object.assign(job.request, { query: {} })).toThrow(TypeError);
		expect(() => Object.assign(job.request.query, { page: 3 })).toThrow(TypeError);
		Reflect.set(job.request.query.criteria ?? {}, "value", "changed");
		(job.toJSON().query.fields as string[]).push("changed");
		expect(JSON.stringify(job)).toBe(before);
	});
});

describe("a module", () => {
	const make = () => defineModule("Projects", { Name: text, Owner: lookup(() => Contacts) });

	test("is compared by its name, its fields and its hops", () => {
		expect(areEqual(make(), make())).toBe(true);
		expect(areEqual(make(), make().anyHops())).toBe(false);
		expect(areEqual(make(), defineModule("Projects", { Name: text }))).toBe(false);
		expect(areEqual(make(), defineModule("Projects", { Name: text, Owner: lookup(() => Deals) }))).toBe(false);
		expect(areEqual(defineModule("A", {}), defineModule("B", {}))).toBe(false);
	});

	test("is cloned with its fields, but for the modules that they refer to", () => {
		const copy = structuredClone(make());
		expect(copy).toMatchObject({ apiName: "Projects", hops: 1 });
		expect(copy.fields.get("Owner")).toEqual({ ...make().fields.get("Owner"), targetName: "Contacts" });
		assert.deepEqual([...structuredClone(Contacts).fields.keys()], [...Contacts.fields.keys()]);
	});
});

describe("printed, each reads as it was written", () => {
	test.each([
		[Contacts.where("Email").isNotEmpty(), 'Contacts.where("Email").isNotEmpty()'],
		[
			Contacts.where("Owner.last_name").startsWith('"A"'),
			String.raw`Contacts.where("Owner.last_name").startsWith("\"A\"")`,
		],
		[where("Amount").greaterEqual(1000), 'Deals.where("Amount").greaterEqual(1000)'],
		[where("Stage").notIn(["A", EMPTY]), 'Deals.where("Stage").notIn(["A", EMPTY])'],
		[
			where("Closing_Date").between("2026-01-01", "2026-06-30"),
			'Deals.where("Closing_Date").between("2026-01-01", "2026-06-30")',
		],
		[where.raw("Stage", "sounds_like", ["a", "b"]), 'Deals.where.raw("Stage", "sounds_like", ["a","b"])'],
		[where.raw("Not_Yet", "equal", "a"), 'Deals.where.raw("Not_Yet", "equal", "a")'],
		[where.raw("Stage", "between", ["a", "b"]), 'Deals.where.raw("Stage", "between", ["a","b"])'],
		[Everything.where("Integer").equal(5), 'Everything.where("Integer").equal(5)'],
		[where("Stage").notEqual("5"), 'Deals.where("Stage").notEqual("5")'],
		[where("Amount").equal("1.50"), 'Deals.where("Amount").equal("1.50")'],
		[
			or(where("Stage").isEmpty(), where("Amount").lessThan("0.5")),
			'or(Deals.where("Stage").isEmpty(), Deals.where("Amount").lessThan(0.5))',
		],
		[where("Stage"), 'Deals.where("Stage")'],
		[bulkRead(Deals).select("Amount").page(2), 'bulkRead(Deals).select("Amount").page(2)'],
		[
			bulkRead(Deals).callback("https://example.com/hook?secret=s3cret"),
			'bulkRead(Deals).callback("https://example.com/hook?...")',
		],
		[bulkRead(Events).ics(), "bulkRead(Events).ics()"],
		[defineModule("Projects", { Name: text }), "[Module Projects: 1 field]"],
		[defineModule("Projects", { Name: text }).anyHops(), "[Module Projects: 1 field, any hops]"],
	])("%#: %s", (value, expected) => {
		expect(inspect(value)).toBe(expected);
		expect(inspect({ value })).toContain(expected);
	});

	test("what is long has a line for each part", () => {
		const filter = or(
			where("Stage").in(["Qualification", "Needs Analysis"]),
			and(where("Amount").greaterThan(1000), where("Deal_Name").contains("renewal"), where("Type").isNotEmpty()),
		);
		expect(`${inspect(filter)}\n`).toMatchInlineSnapshot(`
			"or(
			  Deals.where("Stage").in(["Qualification", "Needs Analysis"]),
			  and(
			    Deals.where("Amount").greaterThan(1000),
			    Deals.where("Deal_Name").contains("renewal"),
			    Deals.where("Type").isNotEmpty(),
			  ),
			)
			"
		`);
		expect(`${inspect(bulkRead(Deals).select("Amount").where(filter))}\n`).toMatchInlineSnapshot(`
			"bulkRead(Deals)
			  .select("Amount")
			  .where(or(
			    Deals.where("Stage").in(["Qualification", "Needs Analysis"]),
			    and(
			      Deals.where("Amount").greaterThan(1000),
			      Deals.where("Deal_Name").contains("renewal"),
			      Deals.where("Type").isNotEmpty(),
			    ),
			  ))
			"
		`);
	});

	test("a line has a hundred columns", () => {
		const filter = (length: number) => and(where("Deal_Name").equal("x".repeat(length)), where("Stage").isEmpty());
		const room = 100 - inspect(filter(0)).length;
		expect(inspect(filter(room))).toHaveLength(100);
		expect(inspect(filter(room))).not.toContain("\n");
		expect(inspect(filter(room + 1))).toContain("\n");
	});

	test("and can be pasted: it builds the same", () => {
		fc.assert(
			fc.property(arbitraryCriteria(), (criteria) => {
				const paste = new Function("Everything", "and", "or", "EMPTY", `return ${inspect(criteria)};`);
				expect(JSON.stringify(paste(Everything, and, or, EMPTY))).toBe(JSON.stringify(criteria));
			}),
		);
	});
});
