// Each job costs credits. A sync must report an error before it has submitted one job after another for nothing.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bulkRead, InvalidCheckpointError, InvalidOptionError, type Job, ResultExpiredError } from "zoho-bulk-read";
import { type SyncOutcome, syncStep } from "zoho-bulk-read/sync";
import { Things } from "./run-of-things.js";
import { job, type ThingsOrg, thingsOrg } from "./things-org.js";

/** Results are kept for an hour here. */
const hour = 3_600_000;

/** Takes steps until one ends the run, or throws. */
async function steps(
	org: ThingsOrg,
	{ most = 40, asked = () => job, before = async () => {} }: Adversity = {},
): Promise<SyncOutcome | undefined> {
	for (let count = 1; count <= most; count++) {
		await before();
		const { wait, outcome } = await syncStep(org.zoho, asked(), org.database.copies);
		if (outcome !== undefined) return outcome;
		await org.clock.sleep(wait);
	}
	return undefined;
}

interface Adversity {
	readonly most?: number;
	readonly asked?: () => Job<object>;
	readonly before?: () => Promise<void>;
}

/** An org of more windows than one, so that several jobs are under way. */
function manyWindows(resultHours: number): ThingsOrg {
	const records = Array.from({ length: 12 }, (_, at) => {
		const moment = new Date(Date.UTC(2026, 5, 1 + at)).toISOString().replace(".000Z", "+00:00");
		return { id: String(at + 1), Name: `${at}`, Flag: true, Created_Time: moment, Modified_Time: moment };
	});
	return thingsOrg({ records: { Things: records }, limits: { recordsPerPage: 4, resultHours } });
}

const spoil = (org: ThingsOrg): Promise<void> => org.database.editStates('"seal":"', '"seal":"x');

/** Another job each time, as one that is filtered by the current time. */
function changing(): () => Job<object> {
	let turn = 0;
	const filtered = bulkRead(Things).select("Name");
	return () =>
		filtered.where((where) => where("Modified_Time").greaterEqual(`2020-01-01T00:00:${10 + (turn++ % 50)}Z`));
}

describe("results that are gone as soon as they are made", () => {
	const told = /costs credits/;

	test("cost steps one job more than they tell errors", async () => {
		const org = thingsOrg({ limits: { resultHours: 0 } });
		for (const jobs of [2, 3, 4]) {
			const failure: unknown = await steps(org).catch((error: unknown) => error);
			expect(failure).toBeInstanceOf(ResultExpiredError);
			expect(failure).toMatchObject({ message: expect.stringMatching(told), jobId: expect.any(String) });
			expect((failure as Error).message).not.toContain("resubmitPage");
			expect(org.sandbox.jobs()).toHaveLength(jobs);
		}
	});

	test("cost a sync one job a call", async () => {
		const org = thingsOrg({ limits: { resultHours: 0 } });
		for (const jobs of [1, 2, 3]) {
			await expect(org.sync()).rejects.toThrow(told);
			expect(org.sandbox.jobs()).toHaveLength(jobs);
		}
		await expect(steps(org)).rejects.toThrow(ResultExpiredError);
		expect(org.sandbox.jobs()).toHaveLength(4);
	});
});

describe("results that expired while nobody took a step", () => {
	/** As many results as are under way at once have expired. */
	async function stalled(): Promise<ThingsOrg> {
		const org = manyWindows(1);
		const states = (): readonly string[] => org.sandbox.jobs().map(({ state }) => state);
		while (states().length < 4 || !states().every((state) => state === "COMPLETED")) await steps(org, { most: 1 });
		await org.clock.advance(2 * hour);
		return org;
	}

	test.each<[string, (org: ThingsOrg) => Promise<SyncOutcome | undefined>]>([
		["by steps", (org) => steps(org)],
		["by a sync", (org) => org.sync()],
	])("are asked for again without an error, however many they are: %s", async (_, finish) => {
		const org = await stalled();
		expect(await finish(org)).toMatchObject({ inserted: 12 });
		expect((await org.names()).length).toBe(12);
	});

	test("again after that are told, and the next step goes on", async () => {
		const org = await stalled();
		const late = { before: () => org.clock.advance(2 * hour) };
		await expect(steps(org, late)).rejects.toThrow(ResultExpiredError);
		expect(await steps(org)).toMatchObject({ inserted: 12 });
	});
});

test("a file that was written wrong names its job, which alone is submitted again", async () => {
	const [quiet, org] = [manyWindows(24), manyWindows(24)];
	await steps(quiet);
	let wrong: string | undefined;
	const advance: typeof org.zoho.advance = async (...given) => {
		const { page, ...step } = await org.zoho.advance(...given);
		if (page !== undefined) wrong ??= page.jobId;
		return { ...step, ...(page && { page: page.jobId === wrong ? { ...page, count: 99 } : page }) };
	};
	const misled = { ...org, zoho: { ...org.zoho, advance } };
	const failure: unknown = await steps(misled).catch((error: unknown) => error);
	expect(failure).toMatchObject({ name: "DamagedResultError", archiveIsWhole: true, jobId: wrong });
	await expect(steps(misled)).resolves.toMatchObject({ inserted: 12 });
	expect(org.sandbox.jobs().length).toBe(quiet.sandbox.jobs().length + 1);
});

describe("a run that is begun over and over", () => {
	test("because the job differs from step to step is told, and submits nothing more", async () => {
		const org = thingsOrg();
		const asked = changing();
		await expect(steps(org, { asked })).rejects.toThrow(/^job: 2 runs in a row were given up/);
		expect(org.sandbox.jobs()).toHaveLength(2);
		for (let turn = 0; turn < 5; turn++) await expect(steps(org, { asked })).rejects.toThrow(InvalidOptionError);
		expect(org.sandbox.jobs()).toHaveLength(2);
		await expect(steps(org)).rejects.toThrow(InvalidOptionError);
		expect(await steps(org)).toMatchObject({ inserted: 2, jobs: 1 });
		expect(org.sandbox.jobs()).toHaveLength(3);
	});

	test("once, because the job was changed, is as good as any other", async () => {
		const org = thingsOrg();
		await steps(org, { most: 1, asked: changing() });
		expect(await steps(org)).toMatchObject({ inserted: 2, jobs: 1 });
		await org.sync();
		// What was given up before a run that ended does not count.
		await steps(org, { most: 1, asked: changing() });
		expect(await steps(org)).toBeDefined();
	});

	test("because its checkpoint is refused is told from the second time on", async () => {
		const org = thingsOrg();
		const before = (): Promise<void> => spoil(org);
		for (const jobs of [2, 3, 4]) {
			await expect(steps(org, { before })).rejects.toThrow(InvalidCheckpointError);
			expect(org.sandbox.jobs()).toHaveLength(jobs);
		}
		expect(await steps(org)).toMatchObject({ inserted: 2 });
	});
});

test("whatever goes wrong again and again, it is told before many jobs were submitted", async () => {
	const mishap = fc.constantFrom("none", "late", "spoilt", "other job", "changed org");
	await fc.assert(
		fc.asyncProperty(fc.array(mishap, { minLength: 1, maxLength: 5 }), async (mishaps) => {
			const org = thingsOrg({ limits: { resultHours: 1 } });
			const other = changing();
			let submitted = 0;
			for (let turn = 0; turn < 40; turn++) {
				const happens = mishaps[turn % mishaps.length];
				if (happens === "late") await org.clock.advance(2 * hour);
				if (happens === "spoilt") await spoil(org);
				if (happens === "changed org") org.sandbox.change("Things", { upsert: [{ id: "1", Name: `${turn}` }] });
				const isTold = await steps(org, { most: 1, ...(happens === "other job" && { asked: other }) }).then(
					(outcome) => outcome !== undefined,
					() => true,
				);
				const jobs = org.sandbox.jobs().length;
				expect(jobs - submitted).toBeLessThanOrEqual(6);
				if (isTold) submitted = jobs;
			}
		}),
		{ numRuns: 25 },
	);
});
