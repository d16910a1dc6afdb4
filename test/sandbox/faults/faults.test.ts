import { describe, expect, onTestFinished, test } from "vitest";
import {
	AuthError,
	accessToken,
	type Client,
	createClient,
	DamagedResultError,
	JobFailedError,
	JobTimeoutError,
	RateLimitError,
	refreshToken,
	SubmitUncertainError,
} from "../../../src/index.js";
import {
	createSandbox,
	type Fault,
	type FaultName,
	faultNames,
	parseFaults,
	type RouteName,
	type Sandbox,
	virtualClock,
} from "../../../src/sandbox/index.js";
import { expectedItems, itemsSandbox, makeItems, runExport } from "../export-run.js";

const records = makeItems(250);
const expected = expectedItems(records);

interface Trouble {
	readonly sandbox: Sandbox;
	readonly client: Client;
	/** How many requests of each kind came. */
	readonly requests: Readonly<Record<RouteName, number>>;
	/** Lets no more faults happen. */
	calm(): void;
}

/**
 * Runs our client against a sandbox on a port. Requests of one kind meet `times` faults, starting with the second request, which
 * is in the middle of an export of three pages.
 */
async function trouble(fault: string, on: RouteName, { from = 2, times = 1, auth = "refresh" } = {}): Promise<Trouble> {
	const clock = virtualClock({ auto: true });
	const [met] = parseFaults(fault);
	const requests = {
		create: 0,
		details: 0,
		result: 0,
		token: 0,
		revoke: 0,
		modules: 0,
		module: 0,
		fields: 0,
		"custom-views": 0,
	};
	let befalls = true;
	const sandbox = createSandbox({
		...itemsSandbox(records, 100),
		clock,
		faults: ({ url }): Fault | undefined => {
			const kind = kindOf(url);
			const number = ++requests[kind];
			return befalls && kind === on && number >= from && number < from + times ? met : undefined;
		},
	});
	const { url, close } = await sandbox.listen();
	onTestFinished(close);
	const { credentials } = sandbox;
	const client = createClient({
		baseUrl: url,
		auth: auth === "refresh" ? refreshToken(credentials) : accessToken(credentials.accessToken),
		clock,
		random: () => 0.5,
	});
	return {
		sandbox,
		client,
		requests,
		calm: () => {
			befalls = false;
		},
	};
}

function kindOf(url: string): RouteName {
	if (url.includes("/oauth/")) return "token";
	if (url.endsWith("/result")) return "result";
	return url.endsWith("/read") ? "create" : "details";
}

/** What the client does about a fault: nothing that the caller sees, or an error after which the export resumes. */
type Outcome = "nothing is seen" | (new (...given: never[]) => Error);

/** A fault, the requests that it affects, and the guarantee about it. */
const promises: readonly (readonly [fault: string, on: RouteName, outcome: Outcome])[] = [
	["latency=20000", "create", "nothing is seen"],
	["latency=20000", "details", "nothing is seen"],
	["latency=20000", "result", "nothing is seen"],
	["refuse", "create", SubmitUncertainError],
	["refuse", "details", "nothing is seen"],
	["refuse", "result", "nothing is seen"],
	["reset", "create", SubmitUncertainError],
	["reset", "details", "nothing is seen"],
	["reset", "result", "nothing is seen"],
	["cut", "create", SubmitUncertainError],
	["cut", "details", "nothing is seen"],
	["cut", "result", "nothing is seen"],
	["cut=0", "result", "nothing is seen"],
	["cut=60", "result", "nothing is seen"],
	["429", "create", "nothing is seen"],
	["429=45", "create", "nothing is seen"],
	["429", "details", "nothing is seen"],
	["429", "result", "nothing is seen"],
	["500", "create", SubmitUncertainError],
	["500", "details", "nothing is seen"],
	["500", "result", "nothing is seen"],
	["503", "create", SubmitUncertainError],
	["503=20", "details", "nothing is seen"],
	["503", "result", "nothing is seen"],
	["html", "create", SubmitUncertainError],
	["html", "details", "nothing is seen"],
	["html", "result", "nothing is seen"],
	["expired-token", "create", "nothing is seen"],
	["expired-token", "details", "nothing is seen"],
	["expired-token", "result", "nothing is seen"],
	["job-fails", "create", JobFailedError],
	["job-never-ends", "create", JobTimeoutError],
	["unknown-state", "create", "nothing is seen"],
	["truncate", "create", SubmitUncertainError],
	["truncate", "details", "nothing is seen"],
	["truncate", "result", DamagedResultError],
	["truncate=0", "result", DamagedResultError],
	["flip", "result", DamagedResultError],
	["flip=0", "result", DamagedResultError],
	["wrong-length", "details", "nothing is seen"],
	["wrong-length", "result", "nothing is seen"],
	["drip=500", "details", "nothing is seen"],
	["drip=500", "result", "nothing is seen"],
];

test("there is a promise about every fault", () => {
	const promised = new Set(promises.map(([fault]) => fault.split("=")[0]));
	expect([...promised].sort()).toEqual(faultNames.toSorted());
});

describe("our client, in the middle of an export, against", () => {
	test.each(promises)("%s on %s", async (fault, on, outcome) => {
		const { client, sandbox, calm } = await trouble(fault, on);
		let run = await runExport(client);
		if (outcome === "nothing is seen") {
			expect(run.error).toBeUndefined();
		} else {
			expect(run.error).toBeInstanceOf(outcome);
			expect(run.checkpoint).toBeDefined();
			calm();
			for (const { id } of sandbox.jobs()) sandbox.releaseJob(id);
			run = await runExport(client, run);
		}
		expect(run.error).toBeUndefined();
		expect(run.kept).toEqual(expected);
	});
});

describe("what it costs", () => {
	test("nothing twice: what may be repeated is, and no job is created in vain", async () => {
		for (const fault of ["reset", "500", "429", "cut", "expired-token"] satisfies FaultName[]) {
			for (const on of ["details", "result"] as const) {
				const { client, sandbox } = await trouble(fault, on);
				await runExport(client);
				expect([fault, on, sandbox.jobs().length]).toEqual([fault, on, 3]);
			}
		}
	});

	test("one job more, and no more, where nobody can know whether it was created", async () => {
		for (const [fault, jobs] of [
			["refuse", 3],
			["reset", 4],
		] as const) {
			const { client, sandbox, calm } = await trouble(fault, "create");
			const broken = await runExport(client);
			calm();
			await runExport(client, broken);
			expect([fault, sandbox.jobs().length]).toEqual([fault, jobs]);
		}
	});

	test("a download that breaks again and again goes on where it was, and gives each row once", async () => {
		const { client, requests } = await trouble("cut=400", "result", { from: 1, times: 5 });
		expect(await runExport(client)).toMatchObject({ error: undefined, kept: expected });
		expect(requests.result).toBe(3 + 5);
	});
});

describe("what is not survived", () => {
	test("a token that ends and cannot be renewed: AuthError, and no second attempt", async () => {
		const { client, requests } = await trouble("expired-token", "details", { auth: "access" });
		const run = await runExport(client);
		expect(run.error).toBeInstanceOf(AuthError);
		expect(run.error).toMatchObject({ code: "INVALID_TOKEN", jobId: "554023568000000000" });
		expect(requests.details).toBe(2);
	});

	test("too many requests for ever: RateLimitError says when to come back, and the export then goes on", async () => {
		const { client, calm } = await trouble("429", "details", { times: 1_000 });
		const run = await runExport(client);
		expect(run.error).toBeInstanceOf(RateLimitError);
		expect(run.error).toMatchObject({ retryAfter: 60_000, jobId: "554023568000000000" });
		calm();
		expect(await runExport(client, run)).toMatchObject({ error: undefined, kept: expected });
	});

	test("an accounts server that gives web pages: the error is not taken for a token", async () => {
		const { client, sandbox } = await trouble("html", "token", { from: 1, times: 1_000 });
		const run = await runExport(client);
		expect(run.error).toBeInstanceOf(Error);
		expect(String(run.error)).not.toContain(sandbox.credentials.clientSecret);
		expect(sandbox.jobs()).toHaveLength(0);
	});
});
