import { expect, test } from "vitest";
import {
	type CompanyModule,
	createSandbox,
	generateCompany,
	keepBusy,
	type SandboxRecord,
	virtualClock,
} from "../../src/sandbox/index.js";

const modules: readonly CompanyModule[] = ["Accounts", "Contacts", "Leads", "Deals", "Tasks"];

async function work(seconds: number, perSecond: number, seed?: string): Promise<readonly (readonly SandboxRecord[])[]> {
	const clock = virtualClock();
	const sandbox = createSandbox({ clock, records: generateCompany({ contacts: 100 }) });
	const office = new AbortController();
	const busy = keepBusy(sandbox, { perSecond, signal: office.signal, clock, ...(seed === undefined ? {} : { seed }) });
	// The first second begins once the company is made.
	await sandbox.ready();
	await clock.advance(0);
	await clock.advance(seconds * 1_000 - 1);
	office.abort();
	await busy;
	return modules.map((module) => sandbox.records(module));
}

const company = generateCompany({ contacts: 100 });
const before = modules.map((module) => company[module]);

test.each([
	[20, 20],
	[10, 300],
])("in %d seconds, %d records a second are changed, added or deleted", async (seconds, perSecond) => {
	const after = await work(seconds, perSecond);
	const beforeById = new Map(before.flat().map((record) => [record.id, record]));
	const afterById = new Map(after.flat().map((record) => [record.id, record]));
	const added = [...afterById.keys()].filter((id) => !beforeById.has(id));
	const deleted = [...beforeById.keys()].filter((id) => !afterById.has(id));
	const changed = [...afterById].filter(([id, { Modified_Time }]) => {
		const known = beforeById.get(id);
		return known !== undefined && known.Modified_Time !== Modified_Time;
	});
	const all = seconds * perSecond;
	expect(added.length).toBeGreaterThan(0);
	expect(deleted.length).toBeGreaterThan(0);
	expect(changed.length).toBeGreaterThan(0);
	expect(added.length + deleted.length + changed.length).toBeLessThanOrEqual(all);
});

test("the same seed makes the same changes", async () => {
	const once = await work(5, 50, "a");
	expect(await work(5, 50, "a")).toEqual(once);
	expect(await work(5, 50, "b")).not.toEqual(once);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("%d a second is refused", async (perSecond) => {
	const sandbox = createSandbox();
	await expect(keepBusy(sandbox, { perSecond, signal: AbortSignal.abort() })).rejects.toThrow(RangeError);
});
