import { describe, expect, test } from "vitest";
import { beginExport } from "../../../src/client/export/begin-export.js";
import { or } from "../../../src/criteria/node/and-or.js";
import type { Criteria } from "../../../src/criteria/node/criteria.js";
import { Contacts } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { rowsOf } from "../outcome.js";
import { idsOf, job, spread, stillOrg } from "./still-org.js";

describe("what cannot be cut is refused in words before anything is sent", () => {
	const { where } = Contacts;
	const long = (count: number): Criteria<"Contacts"> =>
		or(...([...Array(count).keys()].map((at) => where("Last_Name").equal(`Name ${at}`)) as [Criteria<"Contacts">]));
	test("a filter without room", async () => {
		const client = clientOf("http://127.0.0.1:1", { retries: 0 });
		const pages = client.pages(job.where(long(24)), { windows: true });
		await expect(rowsOf(pages)).rejects.toThrow("24 conditions leave no room for the 2 of a window");
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
