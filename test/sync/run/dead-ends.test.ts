import { describe, expect, test } from "vitest";
import {
	bulkRead,
	createClient,
	DamagedResultError,
	InvalidCheckpointError,
	JobFailedError,
	ResultExpiredError,
	refreshToken,
} from "zoho-bulk-read";
import { type SyncOutcome, syncStep } from "zoho-bulk-read/sync";
import { Timeless } from "./run-of-things.js";
import { job, type ThingsOrg, thingsOrg } from "./things-org.js";

/** Takes steps until one of them ends the run or throws. */
async function steps(org: ThingsOrg, most = 20): Promise<SyncOutcome | undefined> {
	for (let count = 1; count <= most; count++) {
		const { wait, outcome } = await syncStep(org.zoho, job, org.database.copies);
		if (outcome !== undefined) return outcome;
		await org.clock.sleep(wait);
	}
	return undefined;
}

/** An org whose copy waits for a job of its first run. */
async function waitingOrg(...given: Parameters<typeof thingsOrg>): Promise<ThingsOrg> {
	const org = thingsOrg(...given);
	await steps(org, 1);
	expect(org.sandbox.jobs()).toHaveLength(1);
	return org;
}

/** An org whose copy has the result of a job that it has not loaded, which is older than Zoho keeps results. */
async function expiredOrg(): Promise<ThingsOrg> {
	const org = thingsOrg({ limits: { recordsPerPage: 100, resultHours: 1 } });
	let isReady = false;
	while (!isReady) {
		const { wait } = await syncStep(org.zoho, job, org.database.copies);
		await org.clock.sleep(wait);
		isReady = org.sandbox.jobs().every(({ state }) => state === "COMPLETED");
	}
	await syncStep(org.zoho, job, org.database.copies);
	await org.clock.advance(2 * 3_600_000);
	return org;
}

describe("steps", () => {
	test("take a run to its end, and store what they did", async () => {
		const org = thingsOrg();
		const waits: number[] = [];
		let outcome: SyncOutcome | undefined;
		while (outcome === undefined) {
			const step = await syncStep(org.zoho, job, org.database.copies);
			expect(Object.keys(step)).toEqual(step.outcome ? ["wait", "outcome"] : ["wait"]);
			waits.push(step.wait);
			outcome = step.outcome;
			await org.clock.sleep(step.wait);
		}
		// A job is waited for; what comes after it is not.
		expect(waits[0]).toBe(1_000);
		expect(waits.slice(-2)).toEqual([0, 0]);
		expect(outcome).toMatchObject({ kind: "whole", inserted: 2, jobs: 1 });
		expect(await org.names()).toEqual(["a", "b"]);
		expect(await steps(org)).toMatchObject({ kind: "changes", jobs: 2 });
	});

	test("begin again with what a page leads to", async () => {
		const org = thingsOrg();
		await steps(org);
		// Somebody dropped a column of the description: the next page of changes has one that the copy lacks.
		await org.database.editStates('{"name":"Name","type":"text"}', '{"name":"Title","type":"text"}');
		expect(await steps(org)).toMatchObject({ kind: "whole", because: "columns are new: Name", jobs: 1 });
	});
});

describe("a checkpoint that is refused", () => {
	const spoil = (org: ThingsOrg): Promise<void> => org.database.editStates('"seal":"', '"seal":"x');

	test("ends its run, and the next begins at once", async () => {
		const org = await waitingOrg();
		await spoil(org);
		expect(await org.sync()).toMatchObject({ because: "there is no copy yet", inserted: 2, jobs: 1 });
		expect(org.sandbox.jobs()).toHaveLength(2);
	});

	test("ends its run, and the next step begins another", async () => {
		const org = await waitingOrg();
		await spoil(org);
		expect(await syncStep(org.zoho, job, org.database.copies)).toEqual({ wait: 0 });
		expect(org.sandbox.jobs()).toHaveLength(1);
		expect(await steps(org)).toMatchObject({ inserted: 2, jobs: 1 });
	});

	test("of a run that was just begun is for the caller", async () => {
		const org = thingsOrg();
		const refused = new InvalidCheckpointError("refused");
		const zoho = { ...org.zoho, advance: () => Promise.reject(refused) };
		await expect(syncStep(zoho, job, org.database.copies)).rejects.toBe(refused);
		expect(await org.sync()).toMatchObject({ inserted: 2, jobs: 1 });
	});
});

describe("a result that has expired", () => {
	test("is asked for again at once by a run that finds it", async () => {
		const org = await expiredOrg();
		expect(await org.sync()).toMatchObject({ inserted: 2, jobs: 2 });
	});

	test("is asked for again by the next step", async () => {
		const org = await expiredOrg();
		expect(await syncStep(org.zoho, job, org.database.copies)).toEqual({ wait: 0 });
		expect(await steps(org)).toMatchObject({ inserted: 2, jobs: 2 });
	});

	test("before a run has loaded it is for the caller, and for the next run", async () => {
		const org = thingsOrg();
		const expired = new ResultExpiredError({
			...{ code: "RESOURCE_NOT_FOUND", status: 404, zohoMessage: "gone", details: {} },
			...{ advice: "", request: "GET /", jobId: "17" },
		});
		let looks = 0;
		const details = (id: string) => () => (looks++ === 0 ? Promise.reject(expired) : org.zoho.job(id).details());
		const zoho = { ...org.zoho, job: (id: string) => ({ ...org.zoho.job(id), details: details(id) }) as never };
		await expect(org.sync({}, zoho)).rejects.toMatchObject({ name: expired.name, jobId: "17" });
		expect(await org.sync()).toMatchObject({ inserted: 2 });
	});
});

describe("a page that only a token requests, which has died since", () => {
	const untimed = bulkRead(Timeless).select("Name");
	const made = "2026-06-01T00:00:00+00:00";
	const records = Array.from({ length: 12 }, (_, at) => ({
		...{ id: String(at + 1), Name: `${at}`, Flag: true, Created_Time: made, Modified_Time: made },
	}));

	/** An org of three pages on version 8, where a step is taken that many hours after the one before. */
	function pagedOrg(hoursBetween: (turn: number) => number): {
		readonly org: ThingsOrg;
		step(): Promise<SyncOutcome | undefined>;
	} {
		const org = thingsOrg({ records: { Things: records }, limits: { recordsPerPage: 4, resultHours: 1_000 } });
		const { credentials, fetch } = org.sandbox;
		const auth = refreshToken(credentials);
		const zoho = createClient({ baseUrl: "https://sandbox.test", apiVersion: "v8", fetch, auth, clock: org.clock });
		let turn = 0;
		const step = async (): Promise<SyncOutcome | undefined> => {
			const { wait, outcome } = await syncStep(zoho, untimed, org.database.copies);
			await org.clock.sleep(wait + hoursBetween(turn++) * 3_600_000);
			return outcome;
		};
		return { org, step };
	}

	test.each([1, 2, 3, 4, 5, 6])("has the run start over by itself: a pause after step %i", async (late) => {
		const { org, step } = pagedOrg((turn) => (turn === late ? 30 : 0));
		let outcome: SyncOutcome | undefined;
		for (let turn = 0; turn < 40 && outcome === undefined; turn++) outcome = await step();
		expect(outcome).toMatchObject({ inserted: 12 });
		expect((await org.names()).length).toBe(12);
		expect(org.sandbox.jobs().length).toBeLessThanOrEqual(12);
	});

	test("is told from the second time on, if steps are always as rare", async () => {
		const { org, step } = pagedOrg(() => 30);
		let submitted = 0;
		let told = 0;
		for (let turn = 0; turn < 40; turn++) {
			await step().catch((error: unknown) => {
				expect(error).toMatchObject({
					code: "EXPIRED_VALUE",
					advice: expect.stringContaining("Start the export again"),
				});
				told++;
				submitted = org.sandbox.jobs().length;
			});
			expect(org.sandbox.jobs().length - submitted).toBeLessThanOrEqual(2);
		}
		expect(told).toBeGreaterThan(5);
	});
});

describe("a job that fails", () => {
	const fails = { fault: "job-fails" } as const;

	test("is for the caller, and another is submitted by the next run", async () => {
		const org = thingsOrg({ faults: [{ ...fails, nth: 1, on: "create" }] });
		await expect(org.sync()).rejects.toThrow(JobFailedError);
		expect(await org.sync()).toMatchObject({ inserted: 2, jobs: 2, credits: 100 });
	});

	test("again costs one job a run", async () => {
		const org = thingsOrg({ faults: [fails] });
		for (const jobs of [1, 2, 3]) {
			await expect(org.sync()).rejects.toThrow(JobFailedError);
			expect(org.sandbox.jobs()).toHaveLength(jobs);
		}
	});

	test("is for the caller of a step too: steps would submit one after the other for ever", async () => {
		const org = thingsOrg({ faults: [fails] });
		for (const jobs of [1, 2, 3]) {
			await expect(steps(org)).rejects.toThrow(JobFailedError);
			expect(org.sandbox.jobs()).toHaveLength(jobs);
		}
	});
});

describe("a file that was written wrong", () => {
	test("is for the caller of a step, and another job is submitted by the next", async () => {
		const org = await waitingOrg();
		const advance: typeof org.zoho.advance = async (...given) => {
			const { page, ...step } = await org.zoho.advance(...given);
			return { ...step, ...(page && { page: { ...page, count: 3 } }) };
		};
		await expect(steps({ ...org, zoho: { ...org.zoho, advance } })).rejects.toThrow(DamagedResultError);
		expect(await steps(org)).toMatchObject({ inserted: 2, jobs: 2 });
	});
});

test("what else goes wrong is for the caller, and the next run goes on with the same job", async () => {
	const org = await waitingOrg();
	const broken = new Error("no such host");
	const zoho = { ...org.zoho, advance: () => Promise.reject(broken), pages: () => Promise.reject(broken) as never };
	await expect(syncStep(zoho, job, org.database.copies)).rejects.toBe(broken);
	expect(await org.sync()).toMatchObject({ inserted: 2, jobs: 1 });
});
