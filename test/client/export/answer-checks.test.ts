import { describe, expect, test } from "vitest";
import type { Client } from "../../../src/client/client.js";
import type { ExportOptions } from "../../../src/client/export/export-options.js";
import { UnexpectedAnswerError } from "../../../src/job/unexpected-answer-error.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { zohoServer } from "../zoho-server.js";
import { changed, type StrictCells, small } from "./checkpoints-seen.js";

describe("what Zoho says of a job is held against what was asked for", () => {
	const answering = (change: (job: Record<string, unknown>) => void): ReturnType<typeof zohoServer> =>
		zohoServer({
			pages: small.pages,
			instead: ({ method, path }, usual) =>
				method === "GET" && !path.endsWith("/result") ? changed(usual, change) : undefined,
		});

	test("another module's rows are not given, however they are read", async () => {
		const zoho = await answering((job) => Object.assign(job.query as object, { module: "Leads" }));
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

	test("what is left out is let pass unless told otherwise", async () => {
		const zoho = await answering((job) => delete job.query);
		expect(await rowsOf(clientOf(zoho.url).rows(contactsJob))).toEqual(small.rows);
		const strict = rowsOf(clientOf(zoho.url).rows(contactsJob, { answers: "strict" }));
		expect(await failureOf(strict)).toBeInstanceOf(UnexpectedAnswerError);
	});
});
