import fc from "fast-check";
import { expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../../src/client/client.js";
import { advanceKept } from "../../../src/client/export/advance.js";
import { beginExport, restartPage, resubmitPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { exportRows } from "../../../src/client/export/export-pages.js";
import type { Step } from "../../../src/client/export/page-tasks.js";
import { type Contact, contactPages, contactsJob } from "../contact-pages.js";
import { virtualClock } from "../virtual-clock.js";
import { type ZohoServer, zohoServer } from "../zoho-server.js";
import { servedPages } from "./served-pages.js";

const { pages, rows: exported } = contactPages(5, 3, 4, 0);
const ids = exported.map(({ Id }) => Id);

class Killed extends Error {}

/** Simulates kills: each life of the process ends after this number of the points at which it may die. */
function killer(lives: readonly number[]): () => void {
	const left = [...lives];
	return () => {
		const [points] = left;
		if (points === undefined) return;
		left[0] = points - 1;
		if (points > 0) return;
		left.shift();
		throw new Killed();
	};
}

/** Restarts a process whenever it was killed. */
async function untilDone(run: () => Promise<void>): Promise<void> {
	for (;;) {
		try {
			return await run();
		} catch (error) {
			if (!(error instanceof Killed)) throw error;
		}
	}
}

const lives = fc.array(fc.nat(12), { maxLength: 8 });
const prefetch = fc.boolean();

test("where rows and checkpoint are kept together, every row is kept once, whenever the process is killed", async () => {
	await fc.assert(
		fc.asyncProperty(lives, prefetch, async (deaths, ahead) => {
			const { context } = servedPages(pages);
			const mayDie = killer(deaths);
			let kept = { checkpoint: JSON.stringify(beginExport(contactsJob)), rows: [] as string[] };
			await untilDone(async () => {
				for (;;) {
					const checkpoint: unknown = JSON.parse(kept.checkpoint);
					mayDie();
					const step = await advanceKept(context, checkpoint, contactsJob, { prefetch: ahead });
					mayDie();
					const taken: string[] = [];
					for await (const row of step.page?.rows() ?? []) {
						taken.push(row.Id);
						mayDie();
					}
					kept = { checkpoint: JSON.stringify(step.checkpoint), rows: [...kept.rows, ...taken] };
					if (step.done) return;
				}
			});
			expect(kept.rows).toEqual(ids);
		}),
		{ numRuns: 30 },
	);
});

test("where a page is kept in parts, with the checkpoint of each, every row is kept once", async () => {
	await fc.assert(
		fc.asyncProperty(lives, async (deaths) => {
			const { context } = servedPages(pages);
			const mayDie = killer(deaths);
			let kept = { checkpoint: JSON.stringify(beginExport(contactsJob)), rows: [] as string[] };
			await untilDone(async () => {
				for (;;) {
					const step = await advanceKept(context, JSON.parse(kept.checkpoint), contactsJob, {});
					let taken = 0;
					for await (const row of step.page?.rows() ?? []) {
						taken += 1;
						mayDie();
						kept = { checkpoint: JSON.stringify(step.page?.after(taken)), rows: [...kept.rows, row.Id] };
						mayDie();
					}
					kept = { ...kept, checkpoint: JSON.stringify(step.checkpoint) };
					if (step.done) return;
				}
			});
			expect(kept.rows).toEqual(ids);
		}),
		{ numRuns: 30 },
	);
});

test("where rows are kept before the checkpoint, none is lost, and only those after the last checkpoint come again", async () => {
	await fc.assert(
		fc.asyncProperty(lives, prefetch, async (deaths, ahead) => {
			const { context } = servedPages(pages);
			const mayDie = killer(deaths);
			let kept: string | undefined;
			const sinceCheckpoint: string[] = [];
			const certain: string[] = [];
			await untilDone(async () => {
				const rows = exportRows(context, contactsJob, {
					prefetch: ahead,
					...(kept === undefined ? {} : { from: JSON.parse(kept) as Checkpoint }),
					onCheckpoint: (checkpoint) => {
						mayDie();
						kept = JSON.stringify(checkpoint);
						certain.push(...sinceCheckpoint.splice(0));
						mayDie();
					},
				});
				// What was given after the last checkpoint is given again: here it is forgotten, as a transaction would be.
				sinceCheckpoint.length = 0;
				for await (const row of rows) {
					sinceCheckpoint.push(row.Id);
					mayDie();
				}
			});
			expect([...certain, ...sinceCheckpoint]).toEqual(ids);
		}),
		{ numRuns: 30 },
	);
});

test("in a page of many batches a checkpoint comes with each, and the rest of the page is read from there", async () => {
	const large = contactPages(9_000, 10);
	const server = await zohoServer({ pages: large.pages, states: ["COMPLETED"] });
	const checkpoints: Checkpoint[] = [];
	const given: number[] = [];
	let rows = 0;
	const options = {
		onCheckpoint: (checkpoint: Checkpoint): void => {
			checkpoints.push(checkpoint);
			given.push(rows);
		},
	};
	for await (const batch of clientOf(server).rows(contactsJob, options).batches()) rows += batch.length;
	const inside = checkpoints.flatMap((checkpoint, at) =>
		checkpoint.step === "read" && checkpoint.taken > 0 ? [{ checkpoint, rows: given[at] }] : [],
	);
	expect(inside.length).toBeGreaterThan(2);
	const somewhere = [0, 2, inside.length - 1].flatMap((at) => inside.slice(at, at + 1));
	for (const { checkpoint, rows: before } of somewhere) {
		const rest: Contact[] = [];
		for await (const row of clientOf(server).rows(contactsJob, { from: checkpoint })) rest.push(row);
		expect(rest).toEqual(large.rows.slice(before));
		const again: Contact[] = [];
		for await (const row of clientOf(server).rows(contactsJob, { from: restartPage(checkpoint) })) again.push(row);
		expect(again).toEqual(large.rows.slice(checkpoint.page === 1 ? 0 : 9_000));
	}
	expect(restartPage(beginExport(contactsJob))).toEqual(beginExport(contactsJob));
});

test.each([
	["v2", { query: { page: 2 } }],
	["v8", { query: { page_token: "token-2" } }],
] as const)(
	"on %s a page whose job failed is submitted again from where resubmitPage says",
	async (apiVersion, again) => {
		const server = await zohoServer({ pages, tokens: apiVersion === "v8" });
		const client = createClient({
			baseUrl: server.url,
			auth: accessToken("1000.access"),
			clock: virtualClock(),
			apiVersion,
		});
		const seen: Checkpoint[] = [];
		const onCheckpoint = (checkpoint: Checkpoint): void => void seen.push(checkpoint);
		for await (const _ of client.rows(contactsJob, { onCheckpoint }));
		for (const step of ["submit", "wait", "read"] as const) {
			const stuck = seen.find((checkpoint) => checkpoint.page === 2 && checkpoint.step === step);
			const rest: Contact[] = [];
			for await (const row of client.rows(contactsJob, { from: resubmitPage(stuck ?? beginExport(contactsJob)) }))
				rest.push(row);
			expect(rest).toEqual(exported.slice(5));
			expect(server.submitted().at(-3)).toMatchObject(again);
		}
		const done = seen.at(-1) ?? beginExport(contactsJob);
		expect([done.step, resubmitPage(done)]).toEqual(["done", done]);
	},
);

test("a job is submitted twice only if the process died between its submission and the next checkpoint", async () => {
	await fc.assert(
		fc.asyncProperty(lives, prefetch, async (deaths, ahead) => {
			const { context, submitted } = servedPages(pages);
			const mayDie = killer(deaths);
			let kept: Checkpoint = beginExport(contactsJob);
			let lost = 0;
			await untilDone(async () => {
				while (kept.step !== "done") {
					const before = submitted();
					const step = await advanceKept(context, kept, contactsJob, { prefetch: ahead });
					lost += submitted() - before;
					mayDie();
					lost -= submitted() - before;
					kept = step.checkpoint;
				}
			});
			expect(submitted()).toBe(pages.length + lost);
		}),
		{ numRuns: 30 },
	);
});

test("a checkpoint is plain JSON without secrets, and says where the export is", async () => {
	const job = contactsJob.callback("https://example.com/hook?secret=ca11bac4");
	const server = await zohoServer({ pages, tokens: true });
	const client = clientOf(server, "v8");
	const seen: Checkpoint[] = [beginExport(job)];
	for (;;) {
		const step = await client.advance(seen.at(-1) ?? beginExport(job), job);
		for await (const _ of step.page?.rows() ?? []);
		seen.push(step.checkpoint);
		if (step.done) break;
	}
	expect(seen.map(({ step, page, rows }) => `${step} ${page} ${rows}`)).toEqual([
		...["submit 1 0", "wait 1 0", "wait 1 0", "read 1 0"],
		...["submit 2 5", "wait 2 5", "wait 2 5", "read 2 5"],
		...["submit 3 8", "wait 3 8", "wait 3 8", "read 3 8"],
		...["submit 4 12", "wait 4 12", "wait 4 12", "read 4 12"],
		"done 4 12",
	]);
	for (const checkpoint of seen) {
		const text = JSON.stringify(checkpoint);
		expect(JSON.parse(text)).toEqual(checkpoint);
		expect(text).not.toMatch(/ca11bac4|1000\.token|oauth/);
	}
	expect(await client.advance(seen.at(-1) ?? beginExport(job), job)).toMatchObject({ done: true, wait: 0 });
});

test("a look that finds the job at work says how long to wait, longer each time", async () => {
	const server = await zohoServer({ pages, states: ["QUEUED"] });
	const client = clientOf(server);
	let checkpoint: Checkpoint = beginExport(contactsJob);
	const waits: number[] = [];
	for (let turn = 0; turn < 4; turn += 1) {
		const step: Step<Contact> = await client.advance(checkpoint, contactsJob);
		waits.push(step.wait);
		checkpoint = step.checkpoint;
	}
	expect(waits).toEqual([1_000, 1_500, 2_250, 3_375]);
});

test("a step that fails leaves its checkpoint good", async () => {
	let down = true;
	const server = await zohoServer({
		pages,
		states: ["COMPLETED"],
		instead: ({ path }) => (down && path.endsWith("/result") ? (response) => response.writeHead(404).end() : undefined),
	});
	const client = clientOf(server);
	const { checkpoint: waiting } = await client.advance(beginExport(contactsJob), contactsJob);
	const { checkpoint: reading } = await client.advance(waiting, contactsJob);
	const read = async (): Promise<Contact[]> => {
		const { page } = await client.advance(reading, contactsJob);
		const rows: Contact[] = [];
		for await (const row of page?.rows() ?? []) rows.push(row);
		return rows;
	};
	await expect(read()).rejects.toMatchObject({ status: 404 });
	down = false;
	expect(await read()).toEqual(exported.slice(0, 5));
});

function clientOf(server: ZohoServer, apiVersion: "v2" | "v8" = "v2"): Client {
	return createClient({
		baseUrl: server.url,
		auth: accessToken("1000.token"),
		apiVersion,
		clock: virtualClock(),
		random: () => 0,
		downloadsPerMinute: 1_000,
	});
}
