import { expect, test } from "vitest";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import type { Rows } from "../../../src/result/rows/rows.js";
import { toNdjson } from "../../../src/result/rows/to-ndjson.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { clientOf } from "../client-of.js";
import { contactPages, contactsJob } from "../contact-pages.js";
import { failureOf } from "../outcome.js";
import { zohoServer } from "../zoho-server.js";

const { pages, rows } = contactPages(9_000, 3);
const linesOf = (given: readonly object[]): string => given.map((row) => `${JSON.stringify(row)}\n`).join("");
const written = (given: Rows<object>): Promise<string> => new Response(toNdjson(given)).text();

test("wherever rows of a client are had from, their lines are what their objects are written as", async () => {
	const zoho = clientOf((await zohoServer({ pages })).url);
	expect(await written(zoho.rows(contactsJob))).toBe(linesOf(rows));
	expect(await written(zoho.rows([contactsJob, contactsJob.page(2)]))).toBe(linesOf([...rows, ...rows.slice(9_000)]));
	const { id } = await zoho.submit(contactsJob.page(2));
	expect(await written(zoho.job(id, contactsJob.page(2)).rows())).toBe(linesOf(rows.slice(9_000)));
	for await (const page of zoho.pages(contactsJob)) {
		expect(await written(page.rows())).toBe(linesOf(page.number === 1 ? rows.slice(0, 9_000) : rows.slice(9_000)));
	}
});

test("an export goes on in the middle of a page with the next line, also where the file is checked first", async () => {
	const zoho = clientOf((await zohoServer({ pages })).url);
	const inside: Checkpoint[] = [];
	const onCheckpoint = (checkpoint: Checkpoint): void => {
		if (checkpoint.step === "read" && checkpoint.taken > 0) inside.push(checkpoint);
	};
	const reader = toNdjson(zoho.rows(contactsJob, { onCheckpoint })).getReader();
	let first = "";
	while (inside.length < 2) first += new TextDecoder().decode((await reader.read()).value);
	await reader.cancel();
	const from = inside[1] as Checkpoint & { readonly taken: number };
	// What was read last is given again: nobody has asked for what comes after it.
	expect(first.startsWith(linesOf(rows.slice(0, from.taken)))).toBe(true);
	for (const verified of [false, true]) {
		expect(await written(zoho.rows(contactsJob, { from, verified }))).toBe(linesOf(rows.slice(from.taken)));
	}
	for await (const page of zoho.pages(contactsJob)) {
		await written(page.rows());
		const after = page.after(1_234);
		for (const verified of [false, true]) {
			expect(await written(zoho.rows(contactsJob, { from: after, verified }))).toBe(linesOf(rows.slice(1_234)));
		}
		break;
	}
});

test("lines of a file with another number of rows than Zoho counted end with that error", async () => {
	const [page] = pages;
	const other = await zohoServer({ pages: page === undefined ? [] : [{ ...page, count: 9_001 }] });
	expect(await failureOf(written(clientOf(other.url).rows(contactsJob)))).toBeInstanceOf(DamagedResultError);
});
