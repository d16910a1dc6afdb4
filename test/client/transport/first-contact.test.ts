import fc from "fast-check";
import { expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { refreshToken } from "../../../src/client/auth/refresh-token.js";
import { type Client, createClient } from "../../../src/client/client.js";
import type { ClientOptions } from "../../../src/client/client-options.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { Contacts } from "../../../src/standard/index.js";
import { credentials } from "../auth/refreshed-client.js";
import { failureOf } from "../outcome.js";
import { type VirtualClock, virtualClock } from "../virtual-clock.js";

const job = bulkRead(Contacts).select("Last_Name");

/** What Node's `fetch` throws. */
function fault(code: string, syscall: string): TypeError {
	return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
}

const unreached = [
	["ENOTFOUND", "getaddrinfo"],
	["EAI_AGAIN", "getaddrinfo"],
	["ECONNREFUSED", "connect"],
	["ENETUNREACH", "connect"],
] as const;

/** A client without a network. */
function lost(
	thrown: TypeError,
	options: Pick<ClientOptions, "connectWithin" | "retries" | "random" | "auth">,
): { readonly client: Client; readonly clock: VirtualClock; sent(): number } {
	const clock = virtualClock();
	let sent = 0;
	const fetch = async (): Promise<never> => {
		sent++;
		throw thrown;
	};
	const client = createClient({ dataCenter: "eu", clock, fetch, random: () => 0, ...options });
	return { client, clock, sent: () => sent };
}

const auths = [
	["with a token", accessToken("1000.token")],
	["for a token", refreshToken(credentials)],
] as const;

test.each(unreached.flatMap(([code, syscall]) => auths.map(([what, auth]) => ({ code, syscall, what, auth }))))(
	"without a network the first request $what is told soon: $code",
	async ({ code, syscall, auth }) => {
		for (const ask of [(of: Client) => of.job("42").details(), (of: Client) => of.submit(job)]) {
			const { client, clock, sent } = lost(fault(code, syscall), { auth, connectWithin: 5_000 });
			expect(await failureOf(ask(client))).toMatchObject({ name: "NetworkError", code });
			expect(clock.waits).toEqual([1_000, 2_000]);
			expect(sent()).toBe(3);
		}
	},
);

test("for no longer than said, in the same steps as ever, and not more often than it is to be retried", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.nat(200_000),
			fc.nat(8),
			fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 9, maxLength: 9 }),
			fc.constantFrom(...unreached),
			async (connectWithin, retries, numbers, [code, syscall]) => {
				const waitsWith = async (limit: Pick<ClientOptions, "connectWithin">): Promise<readonly number[]> => {
					let at = 0;
					const random = (): number => numbers[at++ % numbers.length] ?? 0;
					const auth = accessToken("1000.token");
					const { client, clock } = lost(fault(code, syscall), { auth, retries, random, ...limit });
					await failureOf(client.job("42").details());
					return clock.waits;
				};
				const all = await waitsWith({});
				const some = await waitsWith({ connectWithin });
				expect(all).toHaveLength(retries);
				expect(some).toEqual(all.slice(0, some.length));
				const sum = (waits: readonly number[]): number => waits.reduce((whole, wait) => whole + wait, 0);
				expect(sum(some)).toBeLessThanOrEqual(connectWithin);
				const next = all.slice(0, some.length + 1);
				if (some.length < all.length) expect(sum(next)).toBeGreaterThan(connectWithin);
			},
		),
		{ numRuns: 40 },
	);
});

const answered = Response.json({ data: [{ id: "42", operation: "read", state: "QUEUED" }] });

test("a connection that is lost after an answer is waited for as ever, whichever request it is", async () => {
	const clock = virtualClock();
	let calls = 0;
	const fetch = async (): Promise<Response> => {
		if (calls++ === 0) return answered.clone();
		throw fault("ENOTFOUND", "getaddrinfo");
	};
	const auth = accessToken("1000.token");
	const client = createClient({ dataCenter: "eu", auth, clock, fetch, random: () => 0, connectWithin: 5_000 });
	await client.job("42").details();
	const waits = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000];
	expect(await failureOf(client.job("42").details())).toMatchObject({ code: "ENOTFOUND" });
	expect(clock.waits).toEqual(waits);
	expect(await failureOf(client.submit(job))).toMatchObject({ name: "NetworkError", code: "ENOTFOUND" });
	expect(clock.waits).toEqual([...waits, ...waits]);
});

test("a network that comes up in time is used", async () => {
	const clock = virtualClock();
	let calls = 0;
	const fetch = async (): Promise<Response> => {
		if (calls++ < 2) throw fault("EAI_AGAIN", "getaddrinfo");
		return answered.clone();
	};
	const auth = accessToken("1000.token");
	const client = createClient({ dataCenter: "eu", auth, clock, fetch, random: () => 0, connectWithin: 5_000 });
	expect((await client.job("42").details()).state).toBe("QUEUED");
});

test("whoever comes back later, before any answer, has as long as the first time; at once, what is left of it", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 20_000 }),
			fc.integer({ min: 1, max: 20_000_000 }),
			async (within, more) => {
				const auth = accessToken("1000.token");
				const { client, clock } = lost(fault("ENOTFOUND", "getaddrinfo"), { auth, connectWithin: within });
				const waits = async (): Promise<readonly number[]> => {
					const before = clock.waits.length;
					await failureOf(client.job("42").details());
					return clock.waits.slice(before);
				};
				const first = await waits();
				await clock.sleep(within + more);
				expect(await waits()).toEqual(first);
				const both = [...first, ...(await waits())];
				expect(both.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(within);
			},
		),
		{ numRuns: 30 },
	);
});

test("who was reached and hung up is not one that cannot be reached: what is safe to repeat is repeated as ever", async () => {
	const auth = accessToken("1000.token");
	const reset = fault("ECONNRESET", "read");
	const looking = lost(reset, { auth, connectWithin: 5_000 });
	await failureOf(looking.client.job("42").details());
	expect(looking.sent()).toBe(9);
	const submitting = lost(reset, { auth, connectWithin: 5_000 });
	expect(await failureOf(submitting.client.submit(job))).toMatchObject({ name: "SubmitUncertainError" });
	expect(submitting.sent()).toBe(1);
});
