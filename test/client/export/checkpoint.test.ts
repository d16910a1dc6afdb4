import { describe, expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { refreshToken } from "../../../src/client/auth/refresh-token.js";
import type { Client } from "../../../src/client/client.js";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import { JobFailedError } from "../../../src/client/errors/job-failed-error.js";
import { ResultExpiredError } from "../../../src/client/errors/result-expired-error.js";
import { beginExport, restartPage, resubmitPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import type { ExportOptions } from "../../../src/client/export/export-options.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { UnexpectedAnswerError } from "../../../src/job/unexpected-answer-error.js";
import type { CellOptions } from "../../../src/result/rows/row-as-read.js";
import { Contacts } from "../../../src/standard/index.js";
import { clientOf } from "../client-of.js";
import { type Contact, contactPages, contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { json, type Received, type Reply, refusal, scriptServer } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { zohoServer } from "../zoho-server.js";

const small = contactPages(3, 2, 4);

type StrictCells = CellOptions<"error", "error">;

/** Every checkpoint of an export, and the rows given before each. */
async function exported(
	client: Client,
	options: ExportOptions & StrictCells = {},
): Promise<{ checkpoint: Checkpoint; rows: Contact[] }[]> {
	const seen: { checkpoint: Checkpoint; rows: Contact[] }[] = [];
	const rows: Contact[] = [];
	const onCheckpoint = (checkpoint: Checkpoint): void => {
		seen.push({ checkpoint: JSON.parse(JSON.stringify(checkpoint)) as Checkpoint, rows: [...rows] });
	};
	for await (const row of client.rows(contactsJob, { ...options, onCheckpoint })) rows.push(row);
	return seen;
}

const at = (seen: readonly { checkpoint: Checkpoint }[], step: Checkpoint["step"], page: number): Checkpoint => {
	const found = seen.find(({ checkpoint }) => checkpoint.step === step && checkpoint.page === page);
	if (found === undefined) throw new Error(`no checkpoint ${step} ${page}`);
	return found.checkpoint;
};

describe("a checkpoint belongs to one org", () => {
	test("it is refused by a client of another API before anything is sent, wherever the export stands", async () => {
		const here = await zohoServer({ pages: small.pages });
		const there = await zohoServer({ pages: small.pages });
		for (const { checkpoint } of await exported(clientOf(here.url))) {
			if (checkpoint.step === "done") continue;
			const work = rowsOf(clientOf(there.url).rows(contactsJob, { from: checkpoint }));
			const failure = await failureOf(work);
			expect(failure).toBeInstanceOf(InvalidCheckpointError);
			expect(String(failure)).toContain(`${here.url}, and this client talks to ${there.url}`);
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
			await expect(other.advance(submit, contactsJob)).rejects.toThrow("other credentials");
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
			await expect(work).rejects.toThrow("another user, or of another org");
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

/** An answer in which something about the job is changed. */
function changed(usual: Reply, change: (job: Record<string, unknown>) => void): Reply {
	return (response, request) => {
		const end = response.end.bind(response);
		response.end = ((text: string) => {
			const document = JSON.parse(text) as { data: Record<string, unknown>[] };
			const [job] = document.data;
			if (job !== undefined) change((job.details ?? job) as Record<string, unknown>);
			return end(JSON.stringify(document));
		}) as typeof response.end;
		usual(response, request);
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

	test("is read where nothing was done yet", async () => {
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
		await expect(client.advance(kept as unknown as Checkpoint, contactsJob)).rejects.toThrow(
			"did not say which org it belongs to",
		);
	});
});

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
		expect(zoho.received[length]?.method).toBe("POST");
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

	test("a job of which nothing but the id is known is held against that", async () => {
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
