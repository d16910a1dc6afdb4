import { expect, test } from "vitest";
import { refreshToken } from "../../../src/client/auth/refresh-token.js";
import { memoryTokenStore, type StoredToken, type TokenStore } from "../../../src/client/auth/token-store.js";
import { refusal } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { clientOf, credentials, hour, looked, zoho } from "./refreshed-client.js";

const now = 1_700_000_000_000;
const kept: StoredToken = { value: "1000.kept", renewAt: now + 60_000, expiresAt: now + 120_000 };

test.each<[string, unknown, boolean]>([
	["a token", kept, true],
	["a token with its API", { ...kept, apiDomain: "https://www.zohoapis.eu" }, true],
	["null", null, false],
	["undefined", undefined, false],
	["a text", JSON.stringify(kept), false],
	["a list", [kept], false],
	["an object", {}, false],
	["a value that is a number", { ...kept, value: 5 }, false],
	["a value that no header takes", { ...kept, value: "two\r\nlines" }, false],
	["times as texts", { ...kept, expiresAt: String(kept.expiresAt) }, false],
	["no renewAt", { value: kept.value, expiresAt: kept.expiresAt }, false],
	["renewAt null, as JSON writes NaN", { ...kept, renewAt: null }, false],
	["renewAt NaN", { ...kept, renewAt: Number.NaN }, false],
	["renewAt that never comes", { ...kept, renewAt: Number.POSITIVE_INFINITY }, false],
	["renewAt after its end", { ...kept, renewAt: kept.expiresAt + 1 }, false],
	["times of another unit", { ...kept, renewAt: now * 1_000, expiresAt: now * 1_000 }, false],
	["times that have passed", { ...kept, renewAt: 1, expiresAt: 2 }, false],
	["an API without TLS", { ...kept, apiDomain: "http://evil.example" }, false],
	["an API that is no URL", { ...kept, apiDomain: "evil" }, false],
])("a store that gives %s: whether it is used", async (_what, given, used) => {
	const set: StoredToken[] = [];
	const store: TokenStore = {
		get: async () => given as StoredToken,
		set: async (_key, token) => void set.push(token),
	};
	const server = await zoho();
	await clientOf(server, { clock: virtualClock(now), auth: refreshToken({ ...credentials, store }) })
		.job("42")
		.details();
	expect(server.received.at(-1)?.headers.authorization).toBe(`Zoho-oauthtoken ${used ? "1000.kept" : "1000.access-1"}`);
	expect(set.map(({ value }) => value)).toEqual(used ? [] : ["1000.access-1"]);
});

test("a store is asked first, told afterwards, and knows the credentials by a hash", async () => {
	const kept = new Map<string, StoredToken>();
	const store: TokenStore = {
		get: async (key) => kept.get(key),
		set: async (key, token) => {
			kept.set(key, token);
		},
	};
	const server = await zoho();
	const clock = virtualClock();
	const client = clientOf(server, { clock, auth: refreshToken({ ...credentials, store }) });
	await Promise.all([client.job("42").details(), client.job("42").details()]);
	expect(server.count("POST /oauth")).toBe(1);
	expect([...kept.values()]).toEqual([
		{ value: "1000.access-1", renewAt: clock.now() + hour - 5 * 60_000, expiresAt: clock.now() + hour },
	]);
	expect([...kept.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);

	await clientOf(server, { clock, auth: refreshToken({ ...credentials, store }) })
		.job("42")
		.details();
	expect(server.count("POST /oauth")).toBe(1);
	await clientOf(server, { clock, auth: refreshToken({ ...credentials, refreshToken: "1000.other", store }) })
		.job("42")
		.details();
	expect(server.count("POST /oauth")).toBe(2);
	expect(kept.size).toBe(2);
});

test("a token that is still good is taken without waiting for the others who share the store", async () => {
	const store: TokenStore = {
		get: async () => kept,
		set: async () => {},
		exclusive: () => new Promise(() => {}),
	};
	const server = await zoho();
	await clientOf(server, { clock: virtualClock(now), auth: refreshToken({ ...credentials, store }) })
		.job("42")
		.details();
	expect(server.received.map(({ headers }) => headers.authorization)).toEqual(["Zoho-oauthtoken 1000.kept"]);
});

test("a dead token that another process has renewed already is taken from the store", async () => {
	const store = memoryTokenStore();
	const server = await zoho({
		api: (response, request) =>
			(request.headers.authorization?.endsWith("-1") ? refusal(401, "INVALID_TOKEN") : looked)(response, request),
	});
	const clock = virtualClock();
	const one = clientOf(server, { clock, auth: refreshToken({ ...credentials, store }) });
	const other = clientOf(server, { clock, auth: refreshToken({ ...credentials, store }) });
	await Promise.all([one.job("42").details(), other.job("42").details()]);
	expect(server.count("POST /oauth")).toBe(2);
});

test("a store that cannot keep a token says so", async () => {
	const store: TokenStore = {
		get: async () => undefined,
		set: async () => {
			throw new Error("disk full");
		},
	};
	const server = await zoho();
	await expect(
		clientOf(server, { auth: refreshToken({ ...credentials, store }) })
			.job("42")
			.details(),
	).rejects.toThrow("disk full");
});
