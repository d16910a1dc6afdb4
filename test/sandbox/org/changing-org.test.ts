import { describe, expect, test } from "vitest";
import { bigInteger, dateTime, defineModule, lookup, text } from "../../../src/index.js";
import { createSandbox, type PageOrder, type SandboxOptions, virtualClock } from "../../../src/sandbox/index.js";
import { longEnough, startSandbox, textOf } from "../raw-http.js";

const Firms = defineModule("Firms", { id: bigInteger, Name: text });
const People = defineModule("People", {
	id: bigInteger,
	Name: text,
	Firm: lookup(() => Firms),
	Created_Time: dateTime,
	Modified_Time: dateTime,
});

const at = (second: number): string => `2026-06-01T00:00:0${second}+00:00`;
const person = (id: number, created = id, modified = id): Record<string, unknown> => ({
	id: String(id),
	Name: `P${id}`,
	Firm: "7",
	Created_Time: at(created),
	Modified_Time: at(modified),
});

const org = (): SandboxOptions => ({
	modules: [People, Firms],
	records: { People: [1, 2, 3, 4].map((id) => person(id)), Firms: [{ id: "7", Name: "Acme" }] },
});

const query = { module: "People", fields: ["Name"] };
const names = (csv: string): string[] =>
	csv
		.trim()
		.split("\n")
		.slice(1)
		.map((line) => line.slice(line.indexOf(",") + 1));

describe("records come, change and go", () => {
	test("ids are given where none are, and times move with the sandbox's clock", async () => {
		const clock = virtualClock({ start: Date.UTC(2026, 6, 1) });
		const sandbox = createSandbox({ clock, ...org() });
		const [one, other] = sandbox.change("People", { upsert: [{ Name: "new" }, { Name: "newer" }] });
		expect(one).toMatch(/^\d{18}$/);
		expect(BigInt(other ?? 0)).toBeGreaterThan(BigInt(one ?? 0));
		expect(sandbox.records("People").at(-2)).toEqual({
			id: one,
			Name: "new",
			Created_Time: "2026-07-01T00:00:00+00:00",
			Modified_Time: "2026-07-01T00:00:00+00:00",
		});

		await clock.advance(61_500);
		expect(sandbox.change("People", { upsert: [{ id: one, Name: "renamed" }] })).toEqual([one]);
		expect(sandbox.records("People").find(({ id }) => id === one)).toEqual({
			id: one,
			Name: "renamed",
			Created_Time: "2026-07-01T00:00:00+00:00",
			Modified_Time: "2026-07-01T00:01:01+00:00",
		});
	});

	test.each([
		["keepModifiedTime", { keepModifiedTime: true, upsert: [{ id: "1", Name: "x" }] }, at(1)],
		["a time of one's own", { upsert: [{ id: "1", Modified_Time: at(9) }] }, at(9)],
	])("%s keeps Modified_Time", (_, change, expected) => {
		const sandbox = createSandbox(org());
		sandbox.change("People", change);
		expect(sandbox.records("People")[0]?.Modified_Time).toBe(expected);
	});

	test("moments are written in the org's offset", () => {
		const clock = virtualClock({ start: Date.UTC(2026, 6, 1) });
		const sandbox = createSandbox({ clock, assumptions: { evaluate: { dayOffset: "+05:30" } }, ...org() });
		sandbox.change("People", { upsert: [{ id: "1" }] });
		expect(sandbox.records("People")[0]?.Modified_Time).toBe("2026-07-01T05:30:00+05:30");
	});

	test("a deleted id comes back as a new record", () => {
		const sandbox = createSandbox({ clock: virtualClock(), ...org() });
		sandbox.change("People", { delete: ["1"] });
		expect(sandbox.records("People").map(({ id }) => id)).toEqual(["2", "3", "4"]);
		sandbox.change("People", { upsert: [{ id: "1", Name: "again" }] });
		expect(sandbox.records("People").find(({ id }) => id === "1")).toEqual({
			id: "1",
			Name: "again",
			Created_Time: "2026-07-01T00:00:00+00:00",
			Modified_Time: "2026-07-01T00:00:00+00:00",
		});
	});

	test("a lookup to a deleted record reads as empty: bare, through its path, in criteria, in what the org holds", async () => {
		const { sandbox, exportText } = await startSandbox(org());
		const before = await exportText({ query: { module: "People", fields: ["Firm", "Firm.Name"] } });
		expect(before.split("\n")[1]).toBe("1,7,Acme");
		sandbox.change("Firms", { delete: ["7"] });
		const after = await exportText({ query: { module: "People", fields: ["Firm", "Firm.Name"] } });
		expect(after.split("\n")[1]).toBe("1,,");
		const criteria = { api_name: "Firm", comparator: "equal", value: "${EMPTY}" };
		expect(names(await exportText({ query: { ...query, criteria } }))).toEqual(["P1", "P2", "P3", "P4"]);
		expect(sandbox.records("People").map(({ Firm }) => Firm)).toEqual([null, null, null, null]);
	});

	test.each([
		["an unknown module", "Persons", {}, /no module "Persons"/],
		["an unknown field", "People", { upsert: [{ Nme: "x" }] }, /"Nme" is not a field of People. Did you mean "Name"\?/],
		["a record that is not there", "People", { delete: ["99"] }, /People has no record 99/],
	])("refuses %s, and changes nothing", (_, module, change, message) => {
		const sandbox = createSandbox(org());
		const before = sandbox.records("People");
		expect(() => sandbox.change(module, { delete: ["1"], ...change })).toThrow(message);
		expect(sandbox.records("People")).toEqual(before);
	});
});

describe("a job sees the org as it was at one moment", () => {
	test.each([
		["created", ["P1", "P2", "P3", "P4"]],
		["begun", ["P1", "changed", "P3", "P4"]],
	] as const)("when it was %s", async (seesOrgWhen, expected) => {
		const { sandbox, clock, create, get } = await startSandbox({
			...org(),
			timing: { added: 100, queued: 0, inProgress: 300 },
			assumptions: { seesOrgWhen },
		});
		const id = await create({ query });
		await clock.advance(50);
		sandbox.change("People", { upsert: [{ id: "2", Name: "changed" }] });
		await clock.advance(100);
		sandbox.change("People", { upsert: [{ id: "3", Name: "too late" }], delete: ["4"] });
		await clock.advance(longEnough);
		sandbox.change("People", { delete: ["1"] });
		const { body } = await get(`/crm/bulk/v2/read/${id}/result`);
		expect(names(textOf(body))).toEqual(expected);
	});

	test("the records behind its lookups too", async () => {
		const { sandbox, clock, create, get } = await startSandbox(org());
		const id = await create({ query: { module: "People", fields: ["Firm.Name"] } });
		sandbox.change("Firms", { upsert: [{ id: "7", Name: "Renamed" }] });
		sandbox.change("Firms", { delete: ["7"] });
		await clock.advance(longEnough);
		const { body } = await get(`/crm/bulk/v2/read/${id}/result`);
		expect(names(textOf(body))).toEqual(["Acme", "Acme", "Acme", "Acme"]);
	});

	test.each([
		["a page of its own", (page: number) => ({ query: { ...query, page } }), "v2"],
		["a page token", (_: number, token?: string) => ({ query: { page_token: token } }), "v8"],
	])("the next page, by %s, sees another moment", async (_, bodyOf, version) => {
		const { sandbox, clock, create, get } = await startSandbox({ ...org(), limits: { recordsPerPage: 2 } });
		const first = await create(
			{ query: version === "v2" ? query : { ...query, module: { api_name: "People" } } },
			version,
		);
		await clock.advance(longEnough);
		const details = (await get(`/crm/bulk/${version}/read/${first}`)).json().data[0].result;
		sandbox.change("People", { upsert: [{ id: "3", Name: "changed" }, { Name: "new" }] });
		const second = await create(bodyOf(2, details?.next_page_token), version);
		await clock.advance(longEnough);
		const files = await Promise.all(
			[first, second].map(async (id) => (await get(`/crm/bulk/${version}/read/${id}/result`)).body),
		);
		expect(files.map((file) => names(textOf(file)))).toEqual([
			["P1", "P2"],
			["changed", "P4"],
		]);
	});
});

describe("pages are cut", () => {
	const records = [person(4, 1, 2), person(1, 2, 4), person(3, 3, 1), person(2, 4, 3)];
	const orders: readonly (readonly [PageOrder, readonly string[]])[] = [
		["id", ["P1", "P2", "P3", "P4"]],
		["created", ["P4", "P1", "P3", "P2"]],
		["modified", ["P3", "P4", "P2", "P1"]],
	];

	test.each(orders)("by %s", async (pageOrder, expected) => {
		const { exportText } = await startSandbox({
			...org(),
			records: { People: records },
			limits: { recordsPerPage: 2 },
			assumptions: { pageOrder },
		});
		const pages = [await exportText({ query }), await exportText({ query: { ...query, page: 2 } })];
		expect(pages.flatMap(names)).toEqual(expected);
	});

	const changes = [
		["a deletion in the first page", { delete: ["1"] }, ["P1", "P2", "P4"]],
		["a change of a record of the first page", { upsert: [{ id: "1" }] }, ["P1", "P2", "P4", "P1"]],
	] as const;

	test.each(changes)("so that %s loses a record, or doubles one", async (_, change, expected) => {
		const { sandbox, exportText } = await startSandbox({
			...org(),
			limits: { recordsPerPage: 2 },
			assumptions: { pageOrder: "modified" },
		});
		const first = await exportText({ query });
		sandbox.change("People", change);
		const second = await exportText({ query: { ...query, page: 2 } });
		expect([first, second].flatMap(names)).toEqual(expected);
	});

	test("in the same order whatever the size, and however it came about", async () => {
		const shuffled = Array.from({ length: 5_000 }, (_, index) => ({
			...person(1),
			id: String(((index * 7919) % 5_000) + 1),
			Created_Time: new Date(Date.UTC(2026, 0, 1) + ((index * 31) % 997) * 1_000),
		}));
		const { exportText } = await startSandbox({
			...org(),
			records: { People: shuffled },
			assumptions: { pageOrder: "created" },
		});
		const ids = (await exportText({ query: { module: "People", fields: ["Created_Time"] } }))
			.trim()
			.split("\n")
			.slice(1);
		const expected = shuffled
			.map(({ id, Created_Time }) => ({ id, time: Created_Time.getTime() }))
			.sort((one, other) => one.time - other.time || Number(one.id) - Number(other.id));
		expect(ids.map((line) => line.split(",")[0])).toEqual(expected.map(({ id }) => id));
	});
});
