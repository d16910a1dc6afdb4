import { expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { refreshToken } from "../../../src/client/auth/refresh-token.js";
import { createClient } from "../../../src/client/client.js";
import { AuthError } from "../../../src/client/errors/auth-error.js";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import { failureOf } from "../outcome.js";
import { hangUp, inTurn, json, type Reply, refusal } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { clientOf, credentials, denied, grants, hour, looked, zoho } from "./refreshed-client.js";

test("a refresh token is exchanged for an access token, by a form in the body", async () => {
	const server = await zoho();
	await clientOf(server).job("42").details();
	const [asked, used] = server.received;
	expect(asked).toMatchObject({ method: "POST", path: "/oauth/v2/token" });
	expect(asked?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
	expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
		grant_type: "refresh_token",
		client_id: "1000.CLIENT",
		client_secret: "s3cr3t+/=",
		refresh_token: "1000.refresh",
	});
	expect(used?.headers.authorization).toBe("Zoho-oauthtoken 1000.access-1");
});

test("one request gets the token, however many calls wait for it", async () => {
	const server = await zoho();
	const client = clientOf(server);
	await Promise.all(Array.from({ length: 20 }, () => client.job("42").details()));
	expect(server.count("POST /oauth")).toBe(1);
	expect(server.count("GET")).toBe(20);
});

test("clients with the same credentials share them", async () => {
	const server = await zoho();
	const auth = refreshToken(credentials);
	await Promise.all(
		[clientOf(server, { auth }), clientOf(server, { auth })].map((client) => client.job("42").details()),
	);
	expect(server.count("POST /oauth")).toBe(1);
});

test("a token is renewed some minutes before it expires", async () => {
	const server = await zoho();
	const clock = virtualClock();
	const client = clientOf(server, { clock });
	await client.job("42").details();
	clock.pass(hour - 5 * 60_000 - 1);
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(1);
	clock.pass(1);
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(2);
	expect(server.received.at(-1)?.headers.authorization).toBe("Zoho-oauthtoken 1000.access-2");
});

test("a token that lives shorter than that is renewed at half of its life", async () => {
	const server = await zoho({ token: grants({ expires_in: 60 }) });
	const clock = virtualClock();
	const client = clientOf(server, { clock });
	await client.job("42").details();
	clock.pass(29_999);
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(1);
	clock.pass(1);
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(2);
});

test("an early form of the answer, with milliseconds, is understood", async () => {
	const server = await zoho({ token: grants({ expires_in: 3_600_000, expires_in_sec: 3600 }) });
	const clock = virtualClock();
	const client = clientOf(server, { clock });
	await client.job("42").details();
	clock.pass(hour - 5 * 60_000 - 1);
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(1);
	clock.pass(1);
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(2);
});

test("a token that the API calls dead is renewed once, for all calls together", async () => {
	const dead = new Set(["Zoho-oauthtoken 1000.access-1"]);
	const server = await zoho({
		api: (response, request) =>
			(dead.has(request.headers.authorization ?? "") ? refusal(401, "INVALID_TOKEN") : looked)(response, request),
	});
	const client = clientOf(server);
	await Promise.all([client.job("42").details(), client.job("42").details(), client.job("42").details()]);
	expect(server.count("POST /oauth")).toBe(2);

	dead.add("Zoho-oauthtoken 1000.access-2").add("Zoho-oauthtoken 1000.access-3");
	expect(await failureOf(client.job("42").details())).toMatchObject({ name: "AuthError", code: "INVALID_TOKEN" });
	expect(server.count("POST /oauth")).toBe(3);
});

test.each([
	["invalid_code", "The refresh token is wrong, revoked, or from another data centre"],
	["invalid_client", "Check clientId and dataCenter"],
	["invalid_client_secret", "Check clientSecret"],
	["something_new", "Check the client id"],
])("%s with status 200 is final", async (error, advice) => {
	const server = await zoho({ token: json(200, { error }) });
	const failure = await failureOf(clientOf(server).job("42").details());
	expect(failure).toBeInstanceOf(AuthError);
	expect(failure).toMatchObject({ code: error, status: 200, request: "POST /oauth/v2/token" });
	expect(String(failure)).toContain(advice);
	expect(server.received.length).toBe(1);
});

test.each([0, -5, 1e300, Number.MAX_SAFE_INTEGER])(
	"a lifetime of %s is none: the documented hour counts",
	async (expires_in) => {
		const server = await zoho({ token: grants({ expires_in }) });
		const clock = virtualClock();
		const client = clientOf(server, { clock });
		for (let look = 0; look < 3; look += 1) await client.job("42").details();
		clock.pass(hour - 5 * 60_000);
		await client.job("42").details();
		expect(server.count("POST /oauth")).toBe(2);
	},
);

test("faults of the accounts server are repeated", async () => {
	const page: Reply = (response) => response.writeHead(200).end("<html>Log in</html>");
	const server = await zoho({ token: inTurn(hangUp, json(503, {}), page, grants()) });
	await clientOf(server).job("42").details();
	expect(server.count("POST /oauth")).toBe(4);

	const down = await zoho({ token: (response) => response.writeHead(502).end("<html>") });
	const failure = await failureOf(clientOf(down, { retries: 1 }).job("42").details());
	expect(failure).toBeInstanceOf(ZohoApiError);
	expect(failure).not.toBeInstanceOf(AuthError);
	expect(failure).toMatchObject({ code: undefined, status: 502 });
});

test("a token with minutes left is used on while it cannot be renewed", async () => {
	let token: Reply = grants();
	const server = await zoho({ token: (response, request) => token(response, request) });
	const clock = virtualClock();
	const client = clientOf(server, { clock });
	await client.job("42").details();
	token = denied;
	clock.pass(hour - 4 * 60_000);
	await client.job("42").details();
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(2);
	expect(clock.waits).toEqual([]);
	clock.pass(61_000);
	await client.job("42").details();
	expect(server.count("POST /oauth")).toBe(3);
	expect(server.received.at(-1)?.headers.authorization).toBe("Zoho-oauthtoken 1000.access-1");
});

test("the API's host is the one that the accounts server names", async () => {
	const { seen, fetch } = zohoNaming("https://www.zohoapis.in");
	const options = { auth: refreshToken(credentials), fetch };
	await createClient({ dataCenter: "us", ...options })
		.job("42")
		.details();
	expect(seen).toEqual(["https://accounts.zoho.com", "https://www.zohoapis.in"]);

	seen.length = 0;
	await createClient({ dataCenter: "in", environment: "sandbox", ...options })
		.job("42")
		.details();
	expect(seen).toEqual(["https://accounts.zoho.in", "https://sandbox.zohoapis.in"]);

	seen.length = 0;
	await createClient({ baseUrl: "https://sandbox.zohoapis.eu", ...options })
		.job("42")
		.details();
	expect(seen).toEqual(["https://accounts.zoho.eu", "https://sandbox.zohoapis.eu"]);

	seen.length = 0;
	await createClient({ baseUrl: "https://proxy.example", accountsUrl: "https://accounts.example", ...options })
		.job("42")
		.details();
	expect(seen).toEqual(["https://accounts.example", "https://proxy.example"]);
});

test("a host without TLS is not sent a token because an answer names it", async () => {
	const { seen, fetch } = zohoNaming("http://evil.example");
	await createClient({ dataCenter: "us", auth: refreshToken(credentials), fetch })
		.job("42")
		.details();
	expect(seen).toEqual(["https://accounts.zoho.com", "https://www.zohoapis.com"]);
});

/** An accounts server that names the API's host, and an API with one job. `seen` lists the origins of all requests. */
function zohoNaming(apiDomain: string): { readonly seen: string[]; fetch(request: Request): Promise<Response> } {
	const seen: string[] = [];
	const fetch = async (request: Request): Promise<Response> => {
		seen.push(new URL(request.url).origin);
		return request.url.includes("/oauth/")
			? Response.json({ access_token: "1000.a", api_domain: apiDomain, expires_in: 3600 })
			: Response.json({ data: [{ id: "42", operation: "read", state: "QUEUED" }] });
	};
	return { seen, fetch };
}

test.each(["clientId", "clientSecret", "refreshToken"] as const)(
	"a missing %s is refused before anything is sent",
	(name) => {
		expect(() => refreshToken({ ...credentials, [name]: "" })).toThrow(`${name}: is missing`);
	},
);

test.each(["", "two words", "line\nbreak", "naïve"])("%j is no token, and is not quoted", (token) => {
	expect(() => accessToken(token)).toThrow(/^accessToken: a token consists of visible ASCII/);
	if (token !== "") expect(() => accessToken(token)).not.toThrow(token);
});
