import { describe, expect, test } from "vitest";
import type { Client } from "../../../src/client/client.js";
import { beginExport } from "../../../src/client/export/begin-export.js";
import { MissingColumnsError } from "../../../src/result/rows/missing-columns-error.js";
import type { Rows } from "../../../src/result/rows/rows.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { zipped } from "../../result/archives.js";
import { clientOf } from "../client-of.js";
import { contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { zohoServer } from "../zoho-server.js";

type Options = Parameters<Client["rows"]>[1];

/** Every way in which a client gives rows. */
const ways: Readonly<Record<string, (client: Client, options: Options) => Promise<unknown[]>>> = {
	rows: (client, options) => rowsOf(client.rows(contactsJob, options)),
	pages: async (client, options) => {
		const rows: unknown[] = [];
		for await (const page of client.pages(contactsJob, options)) rows.push(...(await rowsOf(page.rows())));
		return rows;
	},
	advance: async (client, options) => {
		const rows: unknown[] = [];
		let checkpoint = JSON.parse(JSON.stringify(beginExport(contactsJob)));
		for (let done = false; !done; ) {
			const step = await client.advance(checkpoint, contactsJob, options);
			const given: Rows<unknown> | undefined = step.page?.rows();
			if (given !== undefined) rows.push(...(await rowsOf(given)));
			({ checkpoint, done } = step);
		}
		return rows;
	},
	"a submitted job": async (client, options) => rowsOf((await client.submit(contactsJob)).rows(options)),
	"a job that was picked up": async (client, options) => {
		const { id } = await client.submit(contactsJob);
		return rowsOf(client.job(id, contactsJob).rows(options));
	},
};

async function outcomes(csv: string, count: number, options?: Options): Promise<unknown[]> {
	const found: unknown[] = [];
	for (const read of Object.values(ways)) {
		const server = await zohoServer({ pages: [{ zip: zipped(csv), count }] });
		const outcome = read(clientOf(server.url), options);
		found.push(await outcome.catch(() => failureOf(outcome)));
	}
	return found;
}

describe("however rows are read", () => {
	test.each([
		["a column is missing", "Id,Last_Name\n1,x\n"],
		["the id is missing", "Last_Name,Email_Opt_Out\nx,true\n"],
		["labels", "Record Id,Last Name,Email Opt Out\n1,x,true\n"],
		["another delimiter", "Id;Last_Name;Email_Opt_Out\n1;x;true\n"],
		["an empty file", ""],
	])("%s is an error that names the job", async (_, csv) => {
		for (const failure of await outcomes(csv, 1)) {
			expect(failure).toBeInstanceOf(MissingColumnsError);
			expect(failure).toMatchObject({ jobId: "1001", expected: ["Id", "Last_Name", "Email_Opt_Out"] });
			expect((failure as Error).message).toContain("The result of job 1001 ");
		}
	});

	test("an empty file has no rows if Zoho counted none", async () => {
		for (const rows of await outcomes("", 0)) expect(rows).toEqual([]);
	});

	test("options come through", async () => {
		const csv = 'Id,Last_Name\n1,5" pipe\n\n';
		const expected = [{ Id: "1", Last_Name: '5" pipe', Email_Opt_Out: null }];
		for (const rows of await outcomes(csv, 1, { missingColumns: "null", quotes: "lenient" })) {
			expect(rows).toEqual(expected);
		}
	});

	test.each([
		["a damaged record", 'Id,Last_Name,Email_Opt_Out\n1,"x"y,true\n', 1, DamagedResultError],
		["too few records", "Id,Last_Name,Email_Opt_Out\n1,x,true\n", 2, DamagedResultError],
		["an empty id", "Id,Last_Name,Email_Opt_Out\n,x,true\n", 1, DamagedResultError],
		["a cell that does not fit", "Id,Last_Name,Email_Opt_Out\n1,x,perhaps\n", 1, Error],
	])("%s names the job", async (_, csv, count, kind) => {
		for (const failure of await outcomes(csv, count)) {
			expect(failure).toBeInstanceOf(kind);
			expect(failure).toMatchObject({ jobId: "1001" });
		}
	});
});
