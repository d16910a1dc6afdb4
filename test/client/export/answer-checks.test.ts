import { describe, expect, test } from "vitest";
import type { Client } from "../../../src/client/client.js";
import type { ExportOptions } from "../../../src/client/export/export-options.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { UnexpectedAnswerError } from "../../../src/job/unexpected-answer-error.js";
import { Contacts } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { zohoServer } from "../zoho-server.js";
import { changed, type StrictCells, small } from "./checkpoints-seen.js";

describe("what Zoho says of a job is held against what was asked for", () => {
	const wrong: readonly [string, (job: Record<string, unknown>) => void][] = [
		["another job", (job) => Object.assign(job, { id: "9999" })],
		["another module", (job) => Object.assign(job.query as object, { module: "Leads" })],
		[
			"another module, as v8 writes it",
			(job) => Object.assign(job.query as object, { module: { id: "1", api_name: "Leads" } }),
		],
		["another page", (job) => Object.assign(job.query as object, { page: 7 })],
		["another page in the result", (job) => job.result && Object.assign(job.result, { page: 7 })],
		["another format", (job) => Object.assign(job, { file_type: "ics" })],
		["other fields", (job) => Object.assign(job.query as object, { fields: ["Last_Name", "Phone"] })],
		["fewer fields", (job) => Object.assign(job.query as object, { fields: ["Last_Name"] })],
	];
	const answering = (change: (job: Record<string, unknown>) => void): ReturnType<typeof zohoServer> =>
		zohoServer({
			pages: small.pages,
			instead: ({ method, path }, usual) =>
				method === "GET" && !path.endsWith("/result") ? changed(usual, change) : undefined,
		});

	test.each(wrong)("%s is no answer, and gives no row", async (_what, change) => {
		const zoho = await answering(change);
		const rows: Contact[] = [];
		const read = async (client: Client, options: ExportOptions & StrictCells = {}): Promise<void> => {
			for await (const row of client.rows(contactsJob, options)) rows.push(row);
		};
		expect(await failureOf(read(clientOf(zoho.url)))).toBeInstanceOf(UnexpectedAnswerError);
		const picked = clientOf(zoho.url).job("1001", contactsJob.atPage(1));
		expect(await failureOf(rowsOf(picked.rows()))).toBeInstanceOf(UnexpectedAnswerError);
		expect(await failureOf(picked.download())).toBeInstanceOf(UnexpectedAnswerError);
		expect(rows).toEqual([]);
		await read(clientOf(zoho.url), { answers: "unchecked" });
		expect(rows).toEqual(small.rows);
	});

	test("a job of which only the id is known is checked against the id", async () => {
		const zoho = await answering((job) => Object.assign(job, { id: "9999" }));
		const client = clientOf(zoho.url);
		await client.submit(contactsJob);
		const handle = client.job("1001");
		for (const work of [handle.details(), handle.completed(), handle.download()]) {
			expect(await failureOf(work)).toBeInstanceOf(UnexpectedAnswerError);
		}
	});

	const right: readonly [string, (job: Record<string, unknown>) => void][] = [
		["nothing of the query", (job) => delete job.query],
		["no format", (job) => delete job.file_type],
		[
			"the fields in another order, the id among them",
			(job) => Object.assign(job.query as object, { fields: ["id", "Email_Opt_Out", "Last_Name"] }),
		],
	];
	test.each(right)("%s is let pass unless told otherwise", async (what, change) => {
		const zoho = await answering(change);
		expect(await rowsOf(clientOf(zoho.url).rows(contactsJob))).toEqual(small.rows);
		const strict = rowsOf(clientOf(zoho.url).rows(contactsJob, { answers: "strict" }));
		if (what.startsWith("no")) expect(await failureOf(strict)).toBeInstanceOf(UnexpectedAnswerError);
		else expect(await strict).toEqual(small.rows);
	});

	test("a job without a selection takes whatever fields are echoed", async () => {
		const zoho = await answering((job) => Object.assign(job.query as object, { fields: ["Last_Name"] }));
		const everything = bulkRead(Contacts);
		expect((await rowsOf(clientOf(zoho.url).rows(everything))).length).toBe(small.rows.length);
	});
});
