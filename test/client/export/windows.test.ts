import fc from "fast-check";
import { expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { createClient } from "../../../src/client/client.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Contacts } from "../../../src/standard/index.js";
import { movements, movingOrg } from "../moving-org.js";
import { rowsOf } from "../outcome.js";
import { idsOf, job, spread, stillOrg } from "./still-org.js";

/** The mistakes of an export while the org changed: records that existed all the time but are missing, and duplicates. */
function faultsOf(given: readonly string[], lasting: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const id of given) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [
		...lasting.filter((id) => !counts.has(id)).map((id) => `lost ${id}`),
		...[...counts].filter(([, count]) => count > 1).map(([id]) => `twice ${id}`),
	];
}

test.skipIf(process.env.MUTANTS)(
	"while records come, change and go, windows give each that stays once; pages lose some and double others",
	async () => {
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
	},
);

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
