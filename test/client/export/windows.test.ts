import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../../src/client/client.js";
import { JobFailedError } from "../../../src/client/errors/job-failed-error.js";
import { beginExport, resubmitPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { defineModule } from "../../../src/criteria/build/define-module.js";
import { text } from "../../../src/criteria/build/descriptors.js";
import { or } from "../../../src/criteria/node/and-or.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import type { AnyJob } from "../../../src/job/any-job.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { InvalidJobError } from "../../../src/job/invalid-job-error.js";
import type { ApiVersion } from "../../../src/job/request.js";
import {
	createSandbox,
	type FaultRule,
	type Sandbox,
	type SandboxOptions,
	scheduleFaults,
} from "../../../src/sandbox/index.js";
import { Contacts, Events } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { movements, movingOrg } from "../moving-org.js";
import { failureOf, rowsOf } from "../outcome.js";
import { type VirtualClock, virtualClock } from "../virtual-clock.js";

const job = bulkRead(Contacts).select("Last_Name", "Created_Time");

/** What an export of an org that moves got wrong: records that were there all the time and are missing, and records that came twice. */
function faultsOf(given: readonly string[], lasting: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const id of given) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [
		...lasting.filter((id) => !counts.has(id)).map((id) => `lost ${id}`),
		...[...counts].filter(([, count]) => count > 1).map(([id]) => `twice ${id}`),
	];
}

test("while records come, change and go, windows give each that stays once; pages lose some and double others", async () => {
	let runs = 0;
	let losing = 0;
	let doubling = 0;
	await fc.assert(
		fc.asyncProperty(movements, fc.integer({ min: 1, max: 5 }), async (movement, concurrency) => {
			const moving = movingOrg(movement);
			const given = await rowsOf(moving.client.rows(job, { windows: true, concurrency }));
			expect(
				faultsOf(
					given.map(({ Id }) => Id),
					moving.lasting(),
				),
			).toEqual([]);

			const paged = movingOrg(movement);
			const faults = faultsOf(
				(await rowsOf(paged.client.rows(job))).map(({ Id }) => Id),
				paged.lasting(),
			);
			runs += 1;
			if (faults.some((fault) => fault.startsWith("lost"))) losing += 1;
			if (faults.some((fault) => fault.startsWith("twice"))) doubling += 1;
		}),
		{ numRuns: 80 },
	);
	expect(losing).toBeGreaterThan(runs / 20);
	expect(doubling).toBeGreaterThan(runs / 20);
});

interface StillOrg {
	readonly client: Client;
	readonly sandbox: Sandbox;
	readonly ids: readonly string[];
	readonly clock: VirtualClock;
	connect(apiVersion: ApiVersion): Client;
}

/** An org that stands still, with contacts created at these seconds; `null` for one that has no such moment. */
async function stillOrg(created: readonly (number | null)[], options: Partial<SandboxOptions> = {}): Promise<StillOrg> {
	const clock = virtualClock(Date.UTC(2026, 6, 1));
	const begun = Date.UTC(2026, 0, 1);
	const records = created.map((second, at) => ({
		id: String(554023000000000000n + BigInt(at)),
		Last_Name: `Name ${at}`,
		Created_Time: second === null ? null : new Date(begun + second * 1000).toISOString().replace(".000Z", "+05:30"),
	}));
	const sandbox = createSandbox({
		records: { Contacts: records },
		clock,
		limits: { recordsPerPage: 5, downloadsPerMinute: 100_000 },
		...options,
	});
	onTestFinished(() => sandbox.close());
	const connect = (apiVersion: ApiVersion = "v2"): Client =>
		createClient({
			baseUrl: "http://sandbox.test",
			fetch: sandbox.fetch,
			auth: accessToken(sandbox.issueAccessToken(undefined, 1e9)),
			apiVersion,
			clock,
			random: () => 0,
			downloadsPerMinute: 100_000,
		});
	return { client: connect(), sandbox, ids: records.map(({ id }) => id), connect, clock };
}

const idsOf = (rows: readonly { Id: string }[]): string[] => rows.map(({ Id }) => Id).sort();
const spread = Array.from({ length: 43 }, (_, at) => (at * 17) % 60);

test.each([
	["fewer than a page", spread.slice(0, 5)],
	["many pages", spread],
	["none", []],
	["all in one second", Array<number>(23).fill(7)],
	["a second with many among others", [...spread, ...Array<number>(23).fill(30)]],
	["some without a moment", [...spread.slice(0, 20), null, null, null]],
	["more than a page without a moment", [...Array<null>(13).fill(null), ...spread.slice(0, 13)]],
	["none with a moment", Array<null>(13).fill(null)],
])("each record once: %s", async (_what, created) => {
	for (const apiVersion of ["v2", "v8"] as const) {
		const { ids, connect } = await stillOrg(created);
		const client = connect(apiVersion);
		// Without Created_Time in the file, the moments come from a job of their own.
		for (const asked of [job, bulkRead(Contacts).select("Last_Name"), bulkRead(Contacts)]) {
			expect(idsOf(await rowsOf(client.rows(asked, { windows: true })))).toEqual(ids);
		}
	}
});

test("an export of one page costs one job, and its rows have the columns that were asked for", async () => {
	const { client, sandbox } = await stillOrg(spread.slice(0, 5));
	const rows = await rowsOf(client.rows(bulkRead(Contacts).select("Last_Name"), { windows: true }));
	expect(Object.keys(rows[0] ?? {})).toEqual(["Id", "Last_Name"]);
	expect(sandbox.jobs().length).toBe(1);
});

test("the filter holds in every window, and the job's callback goes with each", async () => {
	const { client, sandbox } = await stillOrg(spread);
	const some = job
		.where((where) => where("Last_Name").notIn(["Name 3", "Name 4"]))
		.callback("https://example.com/done");
	const rows = await rowsOf(client.rows(some, { windows: true }));
	expect(rows.length).toBe(spread.length - 2);
	expect(sandbox.jobs().length).toBeGreaterThan(8);
});

test("pages are whole windows, known by their bounds, of moments and, within a second, of ids", async () => {
	const { client } = await stillOrg([...spread, ...Array<number>(12).fill(61)]);
	const parts: (number | undefined)[] = [];
	let rows = 0;
	let byIds = 0;
	let last = 0;
	for await (const page of client.pages(job, { windows: true, concurrency: 2 })) {
		const { window = {} } = page;
		parts.push(window.part);
		last += page.isLast ? 1 : 0;
		expect(page.number).toBe(parts.length);
		for await (const row of page.rows()) {
			rows += 1;
			const created = Date.parse(row.Created_Time ?? "");
			if (window.from !== undefined) expect(created).toBeGreaterThanOrEqual(Date.parse(window.from));
			if (window.before !== undefined) expect(created).toBeLessThan(Date.parse(window.before));
			if (window.idFrom !== undefined) expect(BigInt(row.Id)).toBeGreaterThanOrEqual(BigInt(window.idFrom));
			if (window.idBefore !== undefined) expect(BigInt(row.Id)).toBeLessThan(BigInt(window.idBefore));
			if (window.idFrom !== undefined || window.idBefore !== undefined) byIds += 1;
		}
	}
	expect(rows).toBe(spread.length + 12);
	expect(byIds).toBe(12);
	expect(parts.every((part) => part === undefined)).toBe(true);
	expect(last).toBe(1);
});

test("where Zoho does not take ids in criteria, a second that has more than a page is read in pages, and says so", async () => {
	const { sandbox, ids, clock } = await stillOrg([...spread, ...Array<number>(12).fill(61)]);
	let refusals = 0;
	const client = createClient({
		baseUrl: "http://sandbox.test",
		auth: accessToken(sandbox.issueAccessToken(undefined, 1e9)),
		clock,
		downloadsPerMinute: 100_000,
		fetch: async (request) => {
			const body = request.method === "POST" ? await request.clone().text() : "";
			if (!body.includes('"api_name":"id"')) return sandbox.fetch(request);
			refusals += 1;
			const refused = { code: "FIELD_IN_CRITERIA_NOT_SUPPORTED", details: {}, message: "no", status: "error" };
			return Response.json(refused, { status: 400 });
		},
	});
	const parts: (number | undefined)[] = [];
	const given: string[] = [];
	for await (const page of client.pages(job, { windows: true })) {
		parts.push(page.window?.part);
		for await (const { Id } of page.rows()) given.push(Id);
	}
	expect(given.sort()).toEqual(ids);
	expect(parts.filter((part) => part !== undefined)).toEqual([1, 2, 3]);
	expect(refusals).toBe(1);
});

test("a filter that leaves no room for ids has such a second read in pages", async () => {
	const { client, ids } = await stillOrg(Array<number>(13).fill(7));
	const { where } = Contacts;
	const [first, ...others] = Array.from({ length: 22 }, (_, at) => where("Last_Name").notEqual(`None ${at}`));
	const given: string[] = [];
	const parts: (number | undefined)[] = [];
	for await (const page of client.pages(job.where(first === undefined ? null : first.and(...others)), {
		windows: true,
	})) {
		parts.push(page.window?.part);
		for await (const { Id } of page.rows()) given.push(Id);
	}
	expect(given.sort()).toEqual(ids);
	expect(parts.filter((part) => part !== undefined)).toEqual([1, 2, 3]);
});

test("no more windows are worked on at once than was said", async () => {
	for (const concurrency of [1, 2, 7]) {
		let most = 0;
		const { client } = await stillOrg(spread);
		const onCheckpoint = (checkpoint: Checkpoint): void => {
			if (checkpoint.step !== "windows") return;
			most = Math.max(most, checkpoint.open.filter(({ step }) => step !== "submit").length);
		};
		await rowsOf(client.rows(job, { windows: true, concurrency, onCheckpoint }));
		expect(most).toBe(concurrency);
	}
});

test("in steps over plain JSON, whenever a process dies, every row is kept once", async () => {
	const { client, ids, clock } = await stillOrg(spread);
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.nat(9), { maxLength: 12 }),
			fc.integer({ min: 1, max: 4 }),
			async (deaths, concurrency) => {
				const left = [...deaths];
				const mayDie = (): boolean => {
					const [points] = left;
					if (points === undefined) return false;
					left[0] = points - 1;
					return points === 0 && left.shift() !== undefined;
				};
				let kept = { checkpoint: JSON.stringify(beginExport(job, { windows: true })), rows: [] as string[] };
				for (let done = false; !done; ) {
					const checkpoint = JSON.parse(kept.checkpoint) as Checkpoint;
					const step = await client.advance(checkpoint, job, { concurrency });
					if (mayDie()) continue;
					let taken = 0;
					let died = false;
					for await (const row of step.page?.rows() ?? []) {
						taken += 1;
						kept = { checkpoint: JSON.stringify(step.page?.after(taken)), rows: [...kept.rows, row.Id] };
						died = mayDie();
						if (died) break;
					}
					if (died) continue;
					kept = { ...kept, checkpoint: JSON.stringify(step.checkpoint) };
					clock.pass(step.wait);
					clock.pass(step.wait);
					done = step.done;
				}
				expect(kept.rows.sort()).toEqual(ids);
			},
		),
		{ numRuns: 8 },
	);
});

test("from any checkpoint the rest is exported, and a checkpoint of pages is not taken for one of windows", async () => {
	const { client, ids } = await stillOrg(spread);
	const seen: { checkpoint: Checkpoint; given: string[] }[] = [];
	const given: string[] = [];
	const onCheckpoint = (checkpoint: Checkpoint): void => {
		seen.push({ checkpoint: JSON.parse(JSON.stringify(checkpoint)) as Checkpoint, given: [...given] });
	};
	for await (const { Id } of client.rows(job, { windows: true, onCheckpoint })) given.push(Id);
	expect(given.sort()).toEqual(ids);
	for (const { checkpoint, given: before } of seen.filter((_, at) => at % 7 === 0)) {
		const rest = (await rowsOf(client.rows(job, { from: checkpoint }))).map(({ Id }) => Id);
		expect([...before, ...rest].sort()).toEqual(ids);
	}
	const paged = beginExport(job);
	await expect(rowsOf(client.rows(job, { from: paged, windows: true }))).rejects.toThrow("of an export in pages");
	const windowed = beginExport(job, { windows: true });
	await expect(rowsOf(client.rows(job, { from: windowed, windows: false }))).rejects.toThrow("by windows");
});

test("a window's job that failed is told with its id, and submitted again when the export goes on, once", async () => {
	const faults: FaultRule[] = [{ fault: "job-fails", on: "create", nth: 3 }];
	const { client, sandbox, ids } = await stillOrg(spread, { faults: scheduleFaults(faults, "windows") });
	const given: string[] = [];
	let kept: Checkpoint | undefined;
	const run = async (): Promise<void> => {
		const onCheckpoint = (checkpoint: Checkpoint): void => {
			kept = JSON.parse(JSON.stringify(checkpoint)) as Checkpoint;
		};
		for await (const { Id } of client.rows(job, { windows: true, from: kept, onCheckpoint })) given.push(Id);
	};
	const failure = await failureOf(run());
	expect(failure).toBeInstanceOf(JobFailedError);
	const submitted = sandbox.jobs().length;
	await run();
	expect(given.sort()).toEqual(ids);
	expect(sandbox.jobs().length).toBeGreaterThan(submitted);
	if (kept !== undefined) expect(resubmitPage(kept)).toEqual(kept);
});

describe("what cannot be cut is refused in words before anything is sent", () => {
	const { where } = Contacts;
	const long = (count: number): Criteria<"Contacts"> =>
		or(...([...Array(count).keys()].map((at) => where("Last_Name").equal(`Name ${at}`)) as [Criteria<"Contacts">]));
	const bare = defineModule("Bare", { Name: text });
	test.each<[string, AnyJob, string]>([
		["a filter without room", job.where(long(24)), "24 conditions leave no room for the 2 of a window"],
		["a module without Created_Time", bulkRead(bare), "Bare has no field Created_Time that can be filtered"],
		["a page", job.page(2), "windows are not counted like pages"],
		["a calendar", bulkRead(Events).ics(), "a calendar is not cut in windows"],
	])("%s", async (_what, refused, words) => {
		const client = clientOf("http://127.0.0.1:1", { retries: 0 });
		expect(() => beginExport(refused, { windows: true })).toThrow(InvalidJobError);
		expect(() => beginExport(refused, { windows: true })).toThrow(words);
		await expect(client.pages(refused, { windows: true })[Symbol.asyncIterator]().next()).rejects.toThrow(words);
	});

	test.each([0, -1, Number.NaN])("%d windows at once", async (concurrency) => {
		const client = clientOf("http://127.0.0.1:1", { retries: 0 });
		await expect(client.advance(beginExport(job, { windows: true }), job, { concurrency })).rejects.toMatchObject({
			name: "InvalidOptionError",
			option: "concurrency",
		});
	});

	test("a filter of 23 conditions has room", async () => {
		const { client, ids } = await stillOrg(spread);
		expect(idsOf(await rowsOf(client.rows(job.where(long(23)), { windows: true })))).toEqual(ids.slice(0, 23));
	});
});
