import { describe, expect, test } from "vitest";
import { JobFailedError } from "../../../src/client/errors/job-failed-error.js";
import { ResultExpiredError } from "../../../src/client/errors/result-expired-error.js";
import { beginExport, resubmitPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { json, type Reply, refusal } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { zohoServer } from "../zoho-server.js";
import { at, exported, small } from "./checkpoints-seen.js";

const failed = (id: string): Reply =>
	json(200, { data: [{ id, operation: "read", state: "FAILURE", query: { module: "Contacts" } }] });

describe("a job that failed or is gone", () => {
	/** A server on which the second job fails, or is not there, when it is looked at. */
	const server = (reply: (id: string) => Reply, on: RegExp): ReturnType<typeof zohoServer> =>
		zohoServer({ pages: small.pages, instead: ({ path }) => (on.test(path) ? reply("1002") : undefined) });

	test.each<[string, (id: string) => Reply, RegExp, new (...args: never[]) => Error]>([
		["failed", failed, /read\/1002$/, JobFailedError],
		["is gone", () => refusal(404, "RESOURCE_NOT_FOUND"), /read\/1002$/, ResultExpiredError],
		["has no result any more", () => refusal(404, "RESOURCE_NOT_FOUND"), /read\/1002\/result$/, ResultExpiredError],
	])(
		"%s: the export ends with what to do, and a resumed one submits it again, once",
		async (_what, reply, on, kind) => {
			const zoho = await server(reply, on);
			const client = clientOf(zoho.url);
			let kept = beginExport(contactsJob) as Checkpoint;
			const rows: Contact[] = [];
			const run = async (from: Checkpoint): Promise<void> => {
				const onCheckpoint = (checkpoint: Checkpoint): void => {
					kept = checkpoint;
				};
				for await (const row of client.rows(contactsJob, { from, onCheckpoint })) rows.push(row);
			};
			const failure = await failureOf(run(kept));
			expect(failure).toBeInstanceOf(kind);
			expect(String(failure)).toContain("resubmitPage");
			expect(failure).toMatchObject({ jobId: "1002" });
			expect(zoho.count("POST")).toBe(2);
			await run(kept);
			expect(rows).toEqual(small.rows);
			expect(zoho.count("POST")).toBe(2 + 2);
		},
	);

	test("it is submitted again once a resumption, and not again and again", async () => {
		const zoho = await zohoServer({
			pages: small.pages,
			instead: ({ method, path }) =>
				method === "GET" && !path.endsWith("/1001") ? failed(path.split("/").at(-1) ?? "") : undefined,
		});
		const client = clientOf(zoho.url);
		const { checkpoint } = await client.advance(beginExport(contactsJob), contactsJob);
		const from = resubmitPage(checkpoint);
		const second = (await client.advance(from, contactsJob)).checkpoint;
		await expect(rowsOf(client.rows(contactsJob, { from: second }))).rejects.toBeInstanceOf(JobFailedError);
		expect(zoho.count("POST")).toBe(3);
	});

	test("a result that was completed more than a day ago is not asked for: its page is submitted again", async () => {
		const zoho = await zohoServer({ pages: small.pages });
		const clock = virtualClock();
		const client = clientOf(zoho.url, { clock });
		const from = at(await exported(client), "read", 2);
		const { length } = zoho.received;
		clock.pass(24 * 3_600_000);
		const pages: number[] = [];
		for await (const page of client.pages(contactsJob, { from })) pages.push(page.number);
		expect(pages).toEqual([2, 3]);
		const asked = zoho.received.slice(length).map(({ path }) => path);
		expect(asked.filter((path) => path.endsWith("/1002/result"))).toEqual([]);
	});

	test("where rows of its page were taken, that is for the caller to decide", async () => {
		let gone = false;
		const zoho = await zohoServer({
			pages: small.pages,
			instead: ({ path }) => (gone && path.endsWith("/result") ? refusal(404, "RESOURCE_NOT_FOUND") : undefined),
		});
		const client = clientOf(zoho.url);
		const clock = Date.parse("2023-11-14T22:13:20Z");
		for await (const page of client.pages(contactsJob)) {
			for await (const _ of page.rows());
			gone = true;
			const from = page.after(1);
			const failure = await failureOf(rowsOf(client.rows(contactsJob, { from })));
			expect(failure).toBeInstanceOf(ResultExpiredError);
			expect(Date.parse((failure as ResultExpiredError).since ?? "")).toBeGreaterThanOrEqual(clock);
			expect(String(failure)).toMatch(/keeps a job's result for a day.*resubmitPage/);
			expect(zoho.count("POST")).toBe(1);
			break;
		}
	});
});
