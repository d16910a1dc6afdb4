import { describe, expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { refreshToken } from "../../../src/client/auth/refresh-token.js";
import type { Client } from "../../../src/client/client.js";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import { beginExport, restartPage, resubmitPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { clientOf } from "../client-of.js";
import { contactPages, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { json, type Received, type Reply, scriptServer } from "../script-server.js";
import { zohoServer } from "../zoho-server.js";
import { at, changed, exported, small } from "./checkpoints-seen.js";

describe("a checkpoint belongs to one org", () => {
	test("it is refused by a client of another API before anything is sent, wherever the export stands", async () => {
		const here = await zohoServer({ pages: small.pages });
		const there = await zohoServer({ pages: small.pages });
		for (const { checkpoint } of await exported(clientOf(here.url))) {
			if (checkpoint.step === "done") continue;
			const work = rowsOf(clientOf(there.url).rows(contactsJob, { from: checkpoint }));
			const failure = await failureOf(work);
			expect(failure).toBeInstanceOf(InvalidCheckpointError);
			expect(String(failure)).toContain(`${here.url}, but this client talks to ${there.url}`);
		}
		expect(there.received).toEqual([]);
	});

	test("behind one API it is refused by other credentials, and kept through new access tokens", async () => {
		let given = 0;
		const token: Reply = (response, request) => {
			given += 1;
			json(200, { access_token: `1000.${given}`, expires_in: 3600, token_type: "Bearer" })(response, request);
		};
		const accounts = await scriptServer(token);
		const server = await zohoServer({ pages: small.pages });
		const client = (id: string, secret: string, kept: string): Client =>
			clientOf(server.url, {
				auth: refreshToken({ clientId: id, clientSecret: secret, refreshToken: kept }),
				accountsUrl: accounts.url,
			});
		const seen = await exported(client("1000.ID", "s3cr3t", "1000.refresh-A"));
		const { length } = server.received;
		const submit = at(seen, "submit", 2);
		const others = [client("1000.ID", "s3cr3t", "1000.refresh-B"), client("1000.OTHER", "s3cr3t", "1000.refresh-A")];
		for (const other of others) {
			await expect(rowsOf(other.rows(contactsJob, { from: submit }))).rejects.toBeInstanceOf(InvalidCheckpointError);
			await expect(other.advance(submit, contactsJob)).rejects.toThrow("different credentials");
		}
		expect(server.received.length).toBe(length);
		expect(given).toBeGreaterThan(1);
		// Another client with the same refresh token, and a secret that was changed, is the same.
		const again = client("1000.ID", "changed", "1000.refresh-A");
		expect(await rowsOf(again.rows(contactsJob, { from: submit }))).toEqual(small.rows.slice(3));
		expect(JSON.stringify(seen)).not.toMatch(/s3cr3t|refresh-A|1000\.ID|1000\.1/);
	});

	test("where credentials are a mere access token, the user is told by the next job's creator", async () => {
		let user = "998877000000000001";
		const server = await zohoServer({ pages: small.pages, instead: createdBy(() => user) });
		const seen = await exported(clientOf(server.url));
		expect(JSON.stringify(seen)).not.toContain(user);
		const renewed = clientOf(server.url, { auth: accessToken("1000.renewed") });
		expect(await rowsOf(renewed.rows(contactsJob, { from: at(seen, "submit", 2) }))).toEqual(small.rows.slice(3));
		user = "998877000000000002";
		for (const [step, page] of [
			["submit", 2],
			["wait", 2],
			["wait", 3],
		] as const) {
			const work = rowsOf(renewed.rows(contactsJob, { from: at(seen, step, page) }));
			await expect(work).rejects.toThrow("another user's or another org's");
		}
	});

	test("what stands behind the API's host is not shown: a proxy may keep a secret there", async () => {
		const server = await zohoServer({ pages: small.pages });
		const behind = clientOf(`${server.url}/proxy/c0ffee`);
		const { checkpoint } = await behind.advance(beginExport(contactsJob), contactsJob);
		expect(checkpoint.owner?.api).toMatch(new RegExp(`^${server.url}/[0-9a-f]+$`));
		expect(JSON.stringify(checkpoint)).not.toContain("c0ffee");
	});
});

/** Has every answer name the creator of the job. */
function createdBy(user: () => string): (request: Received, usual: Reply) => Reply | undefined {
	return ({ path }, usual) => {
		if (path.endsWith("/result")) return undefined;
		return changed(usual, (job) => Object.assign(job, { created_by: { id: user(), name: "Ada" } }));
	};
}

test("whatever number of a checkpoint is altered, it is refused, and no row is left out without a word", async () => {
	const server = await zohoServer({ pages: contactPages(5, 4).pages });
	const client = clientOf(server.url);
	const seen = (await exported(client)).map(({ checkpoint }) => checkpoint);
	const { length } = server.received;
	let altered = 0;
	for (const checkpoint of seen) {
		for (const [key, value] of Object.entries(checkpoint)) {
			for (const other of typeof value === "number"
				? [-1, value + 1, value - 1, 1.5, 1e15]
				: typeof value === "boolean"
					? [!value]
					: []) {
				altered += 1;
				const from = { ...checkpoint, [key]: other } as Checkpoint;
				await expect(rowsOf(client.rows(contactsJob, { from }))).rejects.toBeInstanceOf(InvalidCheckpointError);
				await expect(client.advance(from, contactsJob)).rejects.toBeInstanceOf(InvalidCheckpointError);
				expect(() => restartPage(from)).toThrow(InvalidCheckpointError);
				expect(() => resubmitPage(from)).toThrow(InvalidCheckpointError);
			}
		}
	}
	expect(altered).toBeGreaterThan(100);
	expect(server.received.length).toBe(length);
});

test("more rows taken than there are is said in words", async () => {
	const server = await zohoServer({ pages: small.pages });
	const client = clientOf(server.url);
	for await (const page of client.pages(contactsJob)) {
		await expect(rowsOf(client.rows(contactsJob, { from: page.after(page.count + 1) }))).rejects.toThrow(
			`${page.count + 1} of the ${page.count} rows of a page were taken`,
		);
	}
});

describe("a checkpoint of version 1", () => {
	const { job } = beginExport(contactsJob);
	const before = { version: 1, job, page: 2, rows: 0, step: "submit" };

	test("is read even if nothing was done yet", async () => {
		const server = await zohoServer({ pages: small.pages });
		const from = before as unknown as Checkpoint;
		expect(await rowsOf(clientOf(server.url).rows(contactsJob, { from }))).toEqual(small.rows.slice(3));
	});

	test.each([
		{ ...before, rows: 3 },
		{ ...before, step: "wait", jobId: "1001", looks: 0, state: "ADDED" },
		{ ...before, step: "done" },
	])("is refused in words where its org is not known: %j", async (kept) => {
		const client = clientOf("http://127.0.0.1:1", { retries: 0 });
		await expect(client.advance(kept as unknown as Checkpoint, contactsJob)).rejects.toThrow("did not record the org");
	});
});
