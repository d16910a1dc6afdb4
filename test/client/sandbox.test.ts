import { expect, onTestFinished, test } from "vitest";
import { accessToken } from "../../src/client/auth/access-token.js";
import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import type { ClientOptions } from "../../src/client/client-options.js";
import { SubmitUncertainError } from "../../src/client/errors/submit-uncertain-error.js";
import type { Checkpoint } from "../../src/client/export/checkpoint.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { DamagedResultError } from "../../src/result/zip/damaged-result-error.js";
import {
	createSandbox,
	type FaultRule,
	type FaultSchedule,
	generateCompany,
	type Sandbox,
	type SandboxOptions,
	scheduleFaults,
} from "../../src/sandbox/index.js";
import { Contacts } from "../../src/standard/index.js";
import { rowsOf } from "./outcome.js";
import { type VirtualClock, virtualClock } from "./virtual-clock.js";

const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name", "Account_Name.Phone", "Created_Time")
	.where((where) => where("Lead_Source").equal("Advertisement").or(where("Account_Name.Phone").contains("5")));
const records = generateCompany({ contacts: 1_500, seed: "client" });
const limits = { recordsPerPage: 100 };

for (const apiVersion of ["v2", "v8"] as const) {
	test(`${apiVersion}: the design's example runs against the sandbox, over a port and without one`, async () => {
		const { sandbox, clock, url } = await started({ records, limits });
		const overPort = await rowsOf(clientOf(sandbox, clock, { baseUrl: url, apiVersion }).rows(job));
		expect(overPort.length).toBeGreaterThan(limits.recordsPerPage * 2);
		expect(new Set(overPort.map(({ Id }) => Id)).size).toBe(overPort.length);
		const { fetch } = sandbox;
		const inside = clientOf(sandbox, clock, { baseUrl: "http://sandbox.test", fetch, apiVersion });
		expect(await rowsOf(inside.rows(job, { prefetch: true }))).toEqual(overPort);
	});

	test(`${apiVersion}: whatever goes wrong, every row is exported once`, async () => {
		const calm = await started({ records, limits });
		const expected = await rowsOf(clientOf(calm.sandbox, calm.clock, { baseUrl: calm.url, apiVersion }).rows(job));

		const faults: FaultRule[] = [
			{ fault: "429", on: "create", rate: 0.2 },
			{ fault: "refuse", on: "create", rate: 0.2 },
			{ fault: "reset", on: "create", rate: 0.1 },
			{ fault: "500", on: "create", rate: 0.1 },
			{ fault: "unknown-state", on: "create", rate: 0.3 },
			{ fault: "500", on: "details", rate: 0.2 },
			{ fault: "503", on: "details", rate: 0.1, amount: 3 },
			{ fault: "reset", on: "details", rate: 0.1 },
			{ fault: "cut", on: "details", rate: 0.1 },
			{ fault: "429", on: "details", rate: 0.1, amount: 5 },
			{ fault: "429", on: "result", rate: 0.1 },
			{ fault: "refuse", on: "result", rate: 0.2 },
			{ fault: "cut", on: "result", rate: 0.3 },
			{ fault: "wrong-length", on: "result", rate: 0.1 },
			{ fault: "truncate", on: "result", rate: 0.2 },
			{ fault: "refuse", on: "token", rate: 0.2 },
		];
		const byChance = scheduleFaults(faults, apiVersion);
		// A token that dies twice in a row is not renewed twice: so not by chance.
		const schedule: FaultSchedule = (request, call) =>
			call.index % 17 === 16 ? { fault: "expired-token" } : byChance(request, call);
		const { sandbox, clock, url } = await started({ records, limits, faults: schedule });
		const client = clientOf(sandbox, clock, { baseUrl: url, apiVersion });
		let kept: Checkpoint | undefined;
		const certain: string[] = [];
		let given: string[] = [];
		let failures = 0;
		for (let done = false; !done; ) {
			given = [];
			try {
				const rows = client.rows(job, {
					from: kept,
					prefetch: failures % 2 === 0,
					onCheckpoint: (checkpoint) => {
						kept = JSON.parse(JSON.stringify(checkpoint)) as Checkpoint;
						certain.push(...given.splice(0));
					},
				});
				for await (const row of rows) given.push(row.Id);
				done = true;
			} catch (error) {
				// What the client leaves to the caller: a job that may exist, and a file that came whole and is damaged.
				if (!(error instanceof SubmitUncertainError) && !(error instanceof DamagedResultError)) throw error;
				failures += 1;
			}
		}
		expect([...certain, ...given]).toEqual(expected.map(({ Id }) => Id));
		expect(failures).toBeGreaterThan(0);
	});
}

test("twenty pages are downloaded without a single refusal", async () => {
	const refused: (string | undefined)[] = [];
	const { sandbox, clock, url } = await started({
		records,
		limits: { recordsPerPage: 20 },
		onRequest: ({ code }) => void (code === undefined || refused.push(code)),
	});
	const rows = await rowsOf(clientOf(sandbox, clock, { baseUrl: url }).rows(job));
	expect(sandbox.jobs().length).toBeGreaterThan(10);
	expect(rows.length).toBeGreaterThan(200);
	expect(refused).toEqual([]);
});

test("what the sandbox refuses comes with Zoho's code and what to do", async () => {
	const { sandbox, clock, url } = await started({ records });
	const plain = accessToken(sandbox.issueAccessToken(["ZohoCRM.modules.ALL"]));
	const options = { clock, random: () => 0 };
	await expect(createClient({ ...options, baseUrl: url, auth: plain }).submit(job)).rejects.toMatchObject({
		name: "AuthError",
		code: "OAUTH_SCOPE_MISMATCH",
	});
	const wrong = refreshToken({ ...sandbox.credentials, refreshToken: "1000.wrong" });
	await expect(createClient({ ...options, baseUrl: url, auth: wrong }).submit(job)).rejects.toMatchObject({
		name: "AuthError",
		code: "invalid_code",
	});
	await expect(clientOf(sandbox, clock, { baseUrl: url }).job("42").details()).rejects.toMatchObject({
		code: "RESOURCE_NOT_FOUND",
		status: 404,
	});
});

async function started(
	options: SandboxOptions,
): Promise<{ readonly sandbox: Sandbox; readonly clock: VirtualClock; readonly url: string }> {
	const clock = virtualClock(Date.UTC(2026, 6, 1));
	const sandbox = createSandbox({ ...options, clock });
	const { url, close } = await sandbox.listen();
	onTestFinished(async () => {
		sandbox.close();
		await close();
	});
	return { sandbox, clock, url };
}

function clientOf(
	{ credentials }: Sandbox,
	clock: VirtualClock,
	options: { readonly baseUrl: string } & Pick<ClientOptions, "fetch" | "apiVersion">,
): Client {
	return createClient({ auth: refreshToken(credentials), clock, random: () => 0.5, retries: 12, ...options });
}
