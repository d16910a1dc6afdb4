import { describe, expect, expectTypeOf, test } from "vitest";
import {
	and,
	bulkRead,
	type Criteria,
	type Job,
	type Module,
	or,
	type RawCriteria,
	type Skipped,
	type WireCriteria,
} from "zoho-bulk-read";
import { Contacts, Leads } from "./modules.js";

const { where } = Contacts;
const visited = where("Visits").greaterThan(1);
const named = where("Last_Name").startsWith("A");

describe("a filter carries its module's name and nothing else", () => {
	test("whatever it was built of", () => {
		expectTypeOf(visited).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(where("Owner.last_name").isEmpty()).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(where("Lead_Source").in(["Web"])).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(where("Birthday").between("2026-01-01", "2026-06-30")).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(visited.and(named).or(visited, named)).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(Leads.where("Last_Name").equal("x")).toEqualTypeOf<Criteria<"Leads">>();
	});

	test("a raw one is visible as such until it is combined", () => {
		const raw = where.raw("Nickname", "sounds_like", "Bob");
		expectTypeOf(raw).toEqualTypeOf<RawCriteria<"Contacts">>();
		expectTypeOf(raw.and(visited)).toEqualTypeOf<Criteria<"Contacts">>();
	});

	test("it is JSON", () => {
		expectTypeOf(visited.toJSON()).toEqualTypeOf<WireCriteria>();
		expectTypeOf(visited.module).toEqualTypeOf<"Contacts">();
	});
});

describe("and, or", () => {
	const onlyNamed = visited.size > 5;
	const text: string = "";
	const list: readonly Criteria<"Contacts">[] = [];
	const atLeastOne: readonly [Criteria<"Contacts">, ...Criteria<"Contacts">[]] = [visited];
	const optional: readonly [first?: Criteria<"Contacts">] = [];

	test("are certain where the first is", () => {
		expectTypeOf(and(visited, named)).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(and(visited, onlyNamed && named, null, undefined)).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(or(visited, ...[named])).toEqualTypeOf<Criteria<"Contacts">>();
		expect(and(visited, onlyNamed && named)).toBe(visited);
	});

	test("are certain where any other is", () => {
		expectTypeOf(and(onlyNamed && named, visited)).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(and(undefined, visited)).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(or(...list, named)).toEqualTypeOf<Criteria<"Contacts">>();
		expectTypeOf(or(...atLeastOne)).toEqualTypeOf<Criteria<"Contacts">>();
		expect(and(onlyNamed && named, visited)).toBe(visited);
		expect(or(...list, named)).toBe(named);
		expect(or(...atLeastOne)).toBe(visited);
	});

	test("may be nothing where all may be left out", () => {
		expectTypeOf(and(onlyNamed && named, text && visited)).toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expectTypeOf(or(...list)).toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expectTypeOf(or(...list, onlyNamed && named)).toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expectTypeOf(and(...optional)).toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expectTypeOf(and(...optional, ...list)).toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expect(and(onlyNamed && named, text && visited)).toBeUndefined();
		expect(or(...list)).toBeUndefined();
		expect(and(...optional, ...list)).toBeUndefined();
	});

	test("take lists that are written where they are spread", () => {
		const spread = and(...(onlyNamed ? [named] : []), ...(onlyNamed ? [] : [visited]));
		expectTypeOf(spread).toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expect(spread).toBe(visited);
		const certain = and(...(onlyNamed ? [named] : []), visited);
		expectTypeOf(certain).toEqualTypeOf<Criteria<"Contacts">>();
		expect(certain).toBe(visited);
		expectTypeOf(or(visited, ...(onlyNamed ? [named] : []))).toEqualTypeOf<Criteria<"Contacts">>();
	});

	test("read as a search form is written", () => {
		const search = (name: string, email: string | undefined, least: number | undefined) =>
			and(
				name && where("Last_Name").contains(name),
				email && where("Email").equal(email),
				least !== undefined && where("Visits").greaterEqual(least),
			);
		expectTypeOf(search).returns.toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expect(search("", undefined, undefined)).toBeUndefined();
		expect(search("", "", 0)?.toJSON()).toEqual({ api_name: "Visits", comparator: "greater_equal", value: "0" });
	});

	test("chained, skip what is skipped", () => {
		expectTypeOf(visited.and(onlyNamed && named, null)).toEqualTypeOf<Criteria<"Contacts">>();
		expect(visited.and(onlyNamed && named, null)).toBe(visited);
	});
});

describe("code that is generic over modules", () => {
	/** A filter that is applied where there is one, and combined with others; `NoInfer` has the module alone say which it is. */
	function filtered<Name extends string, Fields>(
		module: Module<Name, Fields>,
		filter: Criteria<NoInfer<Name>> | Skipped,
		more: readonly Criteria<NoInfer<Name>>[],
	): Job<unknown> & { readonly filter: Criteria<Name> | undefined } {
		const all = and(filter, ...more);
		return Object.assign(bulkRead(module).where(all ?? null), { filter: all });
	}

	test("passes criteria through", () => {
		const job = filtered(Contacts, visited, [named]);
		expectTypeOf(job.filter).toEqualTypeOf<Criteria<"Contacts"> | undefined>();
		expect(job.toJSON().query.criteria).toEqual(visited.and(named).toJSON());
		expect(filtered(Leads, undefined, []).toJSON().query).toEqual({ module: "Leads" });
	});

	test("takes a module with the criteria of that module alone", () => {
		// @ts-expect-error a filter of Contacts
		expect(() => filtered(Leads, visited, [])).toThrow("Contacts");
	});
});
