import { describe, expect, test } from "vitest";
import { beginExport } from "../../../src/client/export/begin-export.js";
import { defineModule } from "../../../src/criteria/build/define-module.js";
import { text } from "../../../src/criteria/build/descriptors.js";
import { or } from "../../../src/criteria/node/and-or.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import type { AnyJob } from "../../../src/job/any-job.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { InvalidJobError } from "../../../src/job/invalid-job-error.js";
import { Contacts, Events } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { rowsOf } from "../outcome.js";
import { idsOf, job, spread, stillOrg } from "./still-org.js";

describe("what cannot be cut is refused in words before anything is sent", () => {
	const { where } = Contacts;
	const long = (count: number): Criteria<"Contacts"> =>
		or(...([...Array(count).keys()].map((at) => where("Last_Name").equal(`Name ${at}`)) as [Criteria<"Contacts">]));
	const bare = defineModule("Bare", { Name: text });
	test.each<[string, AnyJob, string]>([
		["a filter without room", job.where(long(24)), "24 conditions leave no room for the 2 of a window"],
		["a module without Created_Time", bulkRead(bare), "Bare has no field Created_Time that can be filtered"],
		["a page", job.page(2), "windows have no page numbers"],
		["a calendar", bulkRead(Events).ics(), "a calendar cannot be split into windows"],
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
