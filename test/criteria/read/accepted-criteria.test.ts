import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
	boolean,
	dateTime,
	defineModule,
	lookup,
	owner,
	phone,
	picklist,
	text,
} from "../../../src/criteria/build/define-module.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import type { AnyModule } from "../../../src/schema/module-schema.js";
import { Everything } from "../every-data-type.js";
import { good, reported } from "./reported-issues.js";

const print = (criteria: Criteria): unknown => JSON.parse(JSON.stringify(criteria));

describe("what the API's own pages show", () => {
	const Users = defineModule("Users", { last_name: text });
	const Accounts = defineModule("Accounts", { Phone: phone });
	const fields = {
		Owner: owner(() => Users),
		Account_Name: lookup(() => Accounts),
		Lead_Source: picklist(),
		Created_Time: dateTime,
		All_day: boolean,
		$converted: boolean,
	};
	const modules = {
		Leads: defineModule("Leads", fields),
		Contacts: defineModule("Contacts", fields),
		Events: defineModule("Events", fields),
	};
	const samples = [
		"request-cvid-criteria",
		"request-ics",
		"request-lookup-fields",
		"callback-job-completed",
		"callback-job-failed",
	];

	test.each(samples)("%s is read and printed back", (name) => {
		const document = JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), "utf8"));
		const module: AnyModule = modules[document.query.module as keyof typeof modules];
		expect(print(parseCriteria(module, document.query.criteria))).toEqual(document.query.criteria);
	});

	test("a group of one is refused, unless it is allowed", () => {
		const json = { group_operator: "and", group: [good] };
		expect(reported(json)).toEqual(["criteria.group: AMBIGUOUS_GROUP_IN_CRITERIA"]);
		const parsed = parseCriteria(Everything, json, { allowGroupOfOne: true });
		expect(print(parsed)).toEqual(json);
		expect(print(parsed.or(parsed))).toEqual({ group_operator: "or", group: [good, good] });
		expect(reported({ group_operator: "and", group: [] }, { allowGroupOfOne: true })).toEqual([
			"criteria.group: AMBIGUOUS_GROUP_IN_CRITERIA",
		]);
	});
});

describe("what is accepted", () => {
	test("is typed by the module's name", () => {
		expectTypeOf(parseCriteria(Everything, good)).toEqualTypeOf<Criteria<"Everything">>();
		const any: AnyModule = Everything;
		expectTypeOf(parseCriteria(any, good)).toEqualTypeOf<Criteria<string>>();
	});

	test("is printed back with its nesting, and its values as they were", () => {
		const json = {
			group_operator: "and",
			group: [
				{ group_operator: "and", group: [good, { api_name: "Flag", comparator: "equal", value: "false" }] },
				{ api_name: "$converted", comparator: "equal", value: true },
				{ api_name: "Integer", comparator: "in", value: [1, "2", "${EMPTY}"] },
				{ api_name: "Big", comparator: "equal", value: 7 },
				{ api_name: "Currency", comparator: "less_than", value: 1.5 },
				{ api_name: "Moment", comparator: "between", value: ["2026-01-01T00:00:00+0530", "2026-01-01"] },
				{ api_name: "Moment", comparator: "greater_than", value: "2026-01-01T00:00:00Z" },
			],
		};
		expect(print(parseCriteria(Everything, json))).toEqual(json);
	});

	test("loses its nesting where it is joined with more of the same operator", () => {
		const json = { group_operator: "and", group: [{ group_operator: "and", group: [good, good] }, good] };
		const joined = parseCriteria(Everything, json).and(parseCriteria(Everything, good));
		expect(print(joined)).toEqual({ group_operator: "and", group: [good, good, good, good] });
	});

	test("may be spelt as v8 spells it, and is printed as v2 spells it", () => {
		const json = {
			group_operator: "or",
			group: [
				{ field: { api_name: "Text", id: "554023000000000001" }, comparator: "equal", value: "a" },
				{ field: { api_name: "Owner.last_name" }, comparator: "contains", value: "b" },
			],
		};
		expect(print(parseCriteria(Everything, json))).toEqual({
			group_operator: "or",
			group: [good, { api_name: "Owner.last_name", comparator: "contains", value: "b" }],
		});
	});

	test("does not change when the JSON does that it was read from", () => {
		const value = ["a", "b"];
		const json = { group_operator: "or", group: [good, { api_name: "Text", comparator: "in", value }] };
		const criteria = parseCriteria(Everything, json);
		const before = print(criteria);
		value.push("c");
		json.group.pop();
		expect(print(criteria)).toEqual(before);
	});
});
