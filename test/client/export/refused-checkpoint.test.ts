import { expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { createClient } from "../../../src/client/client.js";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Contacts } from "../../../src/standard/index.js";
import { contactsJob } from "../contact-pages.js";

const good = beginExport(contactsJob);

test.each<[string, unknown]>([
	["nothing", undefined],
	["null", null],
	["text", JSON.stringify(good)],
	["another version", { ...good, version: 3 }],
	["another step", { ...good, step: "sleep" }],
	["a page that is none", { ...good, page: -1 }],
	["a wait without a job", { ...good, step: "wait" }],
	["a read without a result", { ...good, step: "read", jobId: "5" }],
])("%s is no checkpoint", async (_what, kept) => {
	const client = createClient({ baseUrl: "http://127.0.0.1:1", auth: accessToken("1000.token"), retries: 0 });
	await expect(client.advance(kept as Checkpoint, contactsJob)).rejects.toBeInstanceOf(InvalidCheckpointError);
});

test("a checkpoint of another job is refused: other fields, another filter, another view", async () => {
	const client = createClient({ baseUrl: "http://127.0.0.1:1", auth: accessToken("1000.token"), retries: 0 });
	const others = [
		bulkRead(Contacts).select("Last_Name"),
		bulkRead(Contacts).select("Email_Opt_Out", "Last_Name"),
		contactsJob.where((where) => where("Last_Name").equal("Boyle")),
		contactsJob.customView("554023000000093005"),
	];
	for (const other of others) {
		await expect(client.advance(good, other)).rejects.toBeInstanceOf(InvalidCheckpointError);
	}
	await expect(client.advance(good, others[0] ?? contactsJob)).rejects.toThrow(
		"does not belong to this job on Contacts",
	);
});

test("the same job with another callback, or written on another day, is the same", () => {
	expect(beginExport(contactsJob.callback("https://example.com/other"))).toEqual(good);
	expect(beginExport(bulkRead(Contacts).select("Last_Name", "Email_Opt_Out"))).toEqual(good);
	expect(beginExport(contactsJob.page(7))).toEqual(seal<Checkpoint>({ ...good, page: 7 }));
});
