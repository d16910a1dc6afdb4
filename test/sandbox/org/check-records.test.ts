import { describe, expect, test } from "vitest";
import { bigInteger, defineModule, lookup, text } from "../../../src/index.js";
import { createSandbox, generateCompany, type SandboxRecords } from "../../../src/sandbox/index.js";
import { startSandbox } from "../raw-http.js";

const Firms = defineModule("Firms", { id: bigInteger, Name: text });
const People = defineModule("People", { id: bigInteger, Name: text, Firm: lookup(() => Firms) });
const modules = [People, Firms];

const firm = { id: "554023000000000007", Name: "Acme" };

describe("records are refused when the sandbox is made", () => {
	const cases: readonly (readonly [string, SandboxRecords, string])[] = [
		["an unknown module", { Persons: [] }, 'records: "Persons" is not a module.'],
		["a misspelt module", { Peple: [] }, 'records: "Peple" is not a module. Did you mean "People"?'],
		[
			"a misspelt field",
			{ People: [{ id: "1" }, { id: "2", Nmae: "x" }] },
			'records.People[1]: "Nmae" is not a field of People. Did you mean "Name"?',
		],
		["a path", { People: [{ id: "1", "Firm.Name": "x" }] }, 'records.People[0]: "Firm.Name" is not a field of People.'],
		[
			"a dangling lookup",
			{ People: [{ id: "1", Firm: "554023000000000008" }], Firms: [firm] },
			'records.People[0].Firm: Firms has no record 554023000000000008. Did you mean "554023000000000007"?',
		],
		[
			"a dangling lookup that is an object",
			{ People: [{ id: "1", Firm: { id: "9", name: "x" } }], Firms: [firm] },
			"records.People[0].Firm: Firms has no record 9.",
		],
		[
			"an id twice",
			{ Firms: [firm, { ...firm }] },
			"records.Firms[1]: another record has the id 554023000000000007 too.",
		],
	];

	test.each(cases)("%s", (_, records, message) => {
		expect(() => createSandbox({ modules, records })).toThrow(new RangeError(message));
	});

	test("but for what may well be: a lookup to a module without records of its own, an empty one, and the API's own names", () => {
		const records = {
			People: [
				{ id: "1", Firm: "7", $approved: true },
				{ id: "2", Firm: null },
				{ id: "3", Firm: "" },
			],
		};
		expect(createSandbox({ modules, records }).records("People")).toEqual(records.People);
	});

	test("and a made-up company is not read for it", () => {
		const company = generateCompany({ contacts: 1_000_000 });
		const started = performance.now();
		createSandbox({ records: company });
		expect(performance.now() - started).toBeLessThan(1_000);
	});

	test("and a company that was changed by hand is checked", () => {
		const Deals = [{ id: "1", Account_Name: "2" }];
		expect(() => createSandbox({ records: { ...generateCompany({ contacts: 10 }), Deals } })).toThrow(
			"records.Deals[0].Account_Name: Accounts has no record 2.",
		);
	});
});

test("setRecords refuses misspelt fields and modules too", () => {
	const sandbox = createSandbox({ modules, records: {} });
	expect(() => sandbox.setRecords("People", [{ Nmae: "x" }])).toThrow('People[0]: "Nmae" is not a field');
	expect(() => sandbox.setRecords("Peple", [])).toThrow('no module "Peple". Did you mean "People"?');
});

test("records without an id get one, apart from those that have one", async () => {
	const { sandbox, exportText } = await startSandbox({
		modules,
		records: { Firms: [{ id: "554023070000000000", Name: "a" }, { Name: "b" }, { Name: "c", id: "" }] },
	});
	const ids = sandbox.records("Firms").map(({ id }) => id);
	expect(new Set(ids).size).toBe(3);
	for (const id of ids) expect(id).toMatch(/^\d{18}$/);
	expect((await exportText({ query: { module: "Firms" } })).trim().split("\n")).toHaveLength(4);
	const [added] = sandbox.change("Firms", { upsert: [{ Name: "d" }] });
	expect(ids).not.toContain(added);
});
