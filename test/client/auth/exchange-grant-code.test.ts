import { createServer } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import {
	AbortedError,
	createClient,
	exchangeGrantCode,
	type GrantCodeOptions,
	InvalidOptionError,
	NetworkError,
	RateLimitError,
	type RequestEvent,
	refreshToken,
	ZohoApiError,
} from "../../../src/index.js";
import { createSandbox, type Sandbox } from "../../../src/sandbox/sandbox.js";
import type { SandboxOptions } from "../../../src/sandbox/sandbox-options.js";
import { failureOf } from "../outcome.js";
import { halfAnAnswer, hangUp, json, type Reply, scriptServer, silence } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";

/** A sandbox on a port. */
async function serve(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; url: string }> {
	const sandbox = createSandbox({ records: {}, ...options });
	const { url, close } = await sandbox.listen();
	onTestFinished(close);
	return { sandbox, url };
}

const client = { clientId: "1000.CLIENT", clientSecret: "s3cr3t+/=of-the-client" };
const code = "1000.0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef";

describe("a grant code of a sandbox", () => {
	test("gives a refresh token with which a client works, and says what it may do", async () => {
		const { sandbox, url } = await serve();
		const { clientId, clientSecret } = sandbox.credentials;
		const scopes = ["ZohoCRM.bulk.READ", "ZohoCRM.settings.modules.READ"];
		const granted = await exchangeGrantCode({
			accountsUrl: url,
			clientId,
			clientSecret: ` ${clientSecret}\n`,
			code: sandbox.makeGrantCode(scopes),
		});
		expect(granted).toMatchObject({ scopes, apiDomain: url, dataCenter: undefined, environment: undefined });
		const auth = refreshToken({ clientId, clientSecret, refreshToken: granted.refreshToken });
		const zoho = createClient({ baseUrl: url, auth });
		expect(await zoho.api.get("/crm/v8/settings/modules")).toHaveProperty("modules");
		expect(await failureOf(zoho.api.get("/crm/v8/settings/fields?module=Leads"))).toHaveProperty(
			"code",
			"OAUTH_SCOPE_MISMATCH",
		);
	});

	test.each<[string, (made: { sandbox: Sandbox; url: string }) => Promise<Partial<GrantCodeOptions>>, string, RegExp]>([
		[
			"was used once already",
			async ({ sandbox, url }) => {
				const used = sandbox.makeGrantCode();
				const { clientId, clientSecret } = sandbox.credentials;
				await exchangeGrantCode({ clientId, clientSecret, accountsUrl: url, code: used });
				return { code: used };
			},
			"code",
			/invalid_code.*already been used/,
		],
		[
			"is of another data centre",
			async () => ({ code: (await serve({ seed: 2 })).sandbox.makeGrantCode() }),
			"code",
			/another data centre/,
		],
		["is no code", async () => ({ code: "1000.no" }), "code", /Create a new one/],
		["is another client's", async () => ({ clientId: "1000.OTHER" }), "client", /invalid_client.*its own API console/],
		["comes with a wrong secret", async () => ({ clientSecret: "wrong" }), "secret", /invalid_client_secret.*Copy it/],
	])("that %s is refused with what to do", async (_what, makeWrong, wrong, words) => {
		const made = await serve();
		const { clientId, clientSecret } = made.sandbox.credentials;
		const right = { accountsUrl: made.url, clientId, clientSecret, code: made.sandbox.makeGrantCode() };
		const given = { ...right, ...(await makeWrong(made)) } as GrantCodeOptions;
		const error = await failureOf(exchangeGrantCode(given));
		expect(error).toMatchObject({ name: "GrantCodeError", wrong, message: expect.stringMatching(words) });
		expect(error).toBeInstanceOf(ZohoApiError);
		expect(JSON.stringify([error, String(error)])).not.toContain(given.code);
	});

	test("that is older than its minutes is refused as a used one is", async () => {
		const clock = virtualClock();
		const { sandbox, url } = await serve({ clock });
		const old = sandbox.makeGrantCode();
		await clock.sleep(180_000);
		const { clientId, clientSecret } = sandbox.credentials;
		const error = await failureOf(exchangeGrantCode({ clientId, clientSecret, accountsUrl: url, code: old }));
		expect(error).toMatchObject({ wrong: "code", message: expect.stringContaining("has expired") });
	});
});

const tokens = { access_token: "1000.access", refresh_token: "1000.refresh", expires_in: 3600 };

test.each([
	[undefined, {}],
	["https://app.example/zoho/callback?x=1", { redirect_uri: "https://app.example/zoho/callback?x=1" }],
])("what is sent: a form, with the redirect URI %j", async (redirectUri, more) => {
	const server = await scriptServer(json(200, tokens));
	const seen: RequestEvent[] = [];
	const given = { accountsUrl: server.url, ...client, code, ...(redirectUri === undefined ? {} : { redirectUri }) };
	await exchangeGrantCode({ ...given, onRequest: (event) => seen.push(event) });
	const [asked] = server.received;
	expect(asked).toMatchObject({ method: "POST", path: "/oauth/v2/token" });
	expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
		grant_type: "authorization_code",
		client_id: client.clientId,
		client_secret: client.clientSecret,
		code,
		...more,
	});
	expect(seen).toMatchObject([{ path: "/oauth/v2/token", status: 200, attempt: 1 }]);
	expect(JSON.stringify(seen)).not.toMatch(/s3cr3t|abcdef|1000\.refresh/);
});

describe("the answer says where the org lives", () => {
	test.each([
		["https://www.zohoapis.eu", "eu", "production"],
		["https://www.zohoapis.com", "us", "production"],
		["https://www.zohoapis.com.au", "au", "production"],
		["https://sandbox.zohoapis.in", "in", "sandbox"],
		["https://developer.zohoapis.com.cn", "cn", "developer"],
		["https://zohoapis.eu.example", undefined, undefined],
		[undefined, undefined, undefined],
	])("%s", async (api_domain, dataCenter, environment) => {
		const server = await scriptServer(json(200, { ...tokens, api_domain }));
		const granted = await exchangeGrantCode({ accountsUrl: server.url, ...client, code });
		expect(granted).toEqual({
			refreshToken: "1000.refresh",
			accessToken: "1000.access",
			apiDomain: api_domain,
			dataCenter,
			environment,
			scopes: undefined,
		});
	});

	test("a token is never sent where a stranger says: an address without TLS is no API's", async () => {
		const server = await scriptServer(json(200, { ...tokens, api_domain: "http://www.zohoapis.eu" }));
		expect(await exchangeGrantCode({ accountsUrl: server.url, ...client, code })).toMatchObject({
			apiDomain: undefined,
		});
	});
});

test("each data centre has an accounts server of its own", async () => {
	const asked: string[] = [];
	const fetch = async ({ url }: Request): Promise<Response> => {
		asked.push(url);
		return Response.json(tokens);
	};
	for (const dataCenter of ["us", "eu", "cn", "ca"] as const)
		await exchangeGrantCode({ dataCenter, ...client, code, fetch });
	expect(asked).toEqual(
		["zoho.com", "zoho.eu", "zoho.com.cn", "zohocloud.ca"].map((host) => `https://accounts.${host}/oauth/v2/token`),
	);
});

describe("an answer that brings no refresh token is", () => {
	test.each<[string, Reply, string, object]>([
		["one without it", json(200, { access_token: "1000.a" }), "GrantCodeError", { wrong: "refresh token" }],
		[
			"one with an empty one",
			json(200, { ...tokens, refresh_token: "" }),
			"GrantCodeError",
			{ wrong: "refresh token" },
		],
		["a wrong redirect", json(200, { error: "invalid_redirect_uri" }), "GrantCodeError", { wrong: "redirect" }],
		["a code nobody knows", json(200, { error: "invalid_mood" }), "GrantCodeError", { wrong: undefined }],
		["too many codes", json(200, { error: "access_denied" }), "RateLimitError", { retryAfter: 600_000 }],
		["too many at once", json(400, { error: "Access Denied", status: "failure" }), "RateLimitError", {}],
		["a proxy's error", json(502, {}), "ZohoApiError", { status: 502 }],
		["a web page", (response) => void response.end("<html>"), "NetworkError", { code: "NO_JSON" }],
		["a connection that breaks", hangUp, "NetworkError", {}],
		["half an answer", halfAnAnswer, "NetworkError", {}],
	])("refused, and asked for once: %s", async (_what, reply, name, facts) => {
		const server = await scriptServer(reply);
		const error = await failureOf(exchangeGrantCode({ accountsUrl: server.url, ...client, code }));
		expect(error).toMatchObject({ name, ...facts });
		expect(server.received).toHaveLength(1);
		if (error instanceof NetworkError) expect(error.message).toContain("may have been used");
		if (error instanceof RateLimitError) expect(error.advice).toContain("ten minutes");
	});

	test("an echo of what was sent: no secret is in the error", async () => {
		const server = await scriptServer((response, { body }) =>
			json(200, { error: "invalid_code", error_description: `${body} ${decodeURIComponent(body)}` })(response, {
				method: "",
				path: "",
				headers: {},
				body,
			}),
		);
		const error = await failureOf(exchangeGrantCode({ accountsUrl: server.url, ...client, code }));
		const shown = JSON.stringify([error, String(error), error instanceof Error && error.stack]);
		for (const secret of [client.clientSecret, encodeURIComponent(client.clientSecret), code]) {
			expect(shown).not.toContain(secret);
		}
	});
});

test("where nobody listens the code was not used, and it is tried again", async () => {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address !== null ? address.port : 0;
	await new Promise((resolve) => server.close(resolve));
	const attempts: number[] = [];
	const error = await failureOf(
		exchangeGrantCode({
			accountsUrl: `http://127.0.0.1:${port}`,
			...client,
			code,
			onRequest: ({ attempt }) => attempts.push(attempt),
		}),
	);
	expect(error).toMatchObject({ name: "NetworkError", message: expect.stringContaining("The code was not sent") });
	expect(attempts).toEqual([1, 2, 3]);
});

test("a signal ends it", async () => {
	const server = await scriptServer(silence);
	const controller = new AbortController();
	const work = failureOf(exchangeGrantCode({ accountsUrl: server.url, ...client, code, signal: controller.signal }));
	controller.abort(new Error("enough"));
	expect(await work).toBeInstanceOf(AbortedError);
});

describe("what cannot be sent is refused without being shown", () => {
	test.each<[Readonly<Record<string, unknown>>, string]>([
		[{ code: "" }, "code"],
		[{ code: "s3cr3t two" }, "code"],
		[{ code: undefined }, "code"],
		[{ clientId: " " }, "clientId"],
		[{ clientSecret: "s3cr3t–dash" }, "clientSecret"],
		[{ dataCenter: "mars" }, "dataCenter"],
		[{ dataCenter: undefined }, "dataCenter"],
		[{ accountsUrl: "https://accounts.zoho.eu" }, "accountsUrl"],
		[{ dataCenter: undefined, accountsUrl: "ftp://accounts.zoho.eu" }, "accountsUrl"],
		[{ timeout: -1 }, "timeout"],
		[{ redirectURI: "https://s3cr3t.example" }, "redirectURI"],
	])("%j", async (wrong, option) => {
		const given = { dataCenter: "eu", ...client, code, ...wrong } as unknown as GrantCodeOptions;
		const error = await failureOf(exchangeGrantCode(given));
		expect(error).toMatchObject({ name: "InvalidOptionError", option });
		expect(error).toBeInstanceOf(InvalidOptionError);
		expect(String(error)).not.toContain("s3cr3t");
	});
});
