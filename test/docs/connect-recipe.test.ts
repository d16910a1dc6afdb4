import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { createClient, refreshToken } from "zoho-bulk-read";
import { createSandbox } from "zoho-bulk-read/sandbox";

const sandbox = createSandbox();
const { clientId, clientSecret } = sandbox.credentials;
vi.stubEnv("APP_URL", "https://app.example");
vi.stubEnv("ZOHO_CLIENT_ID", clientId);
vi.stubEnv("ZOHO_CLIENT_SECRET", clientSecret);

const { app, connected } = await import("../../docs/recipes/connect-hono.js");
let url: string;

beforeAll(async () => {
	const served = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
	await vi.waitFor(() => expect(served.listening).toBe(true), { interval: 1 });
	url = `http://127.0.0.1:${(served.address() as AddressInfo).port}`;
	return () => void served.close();
});

/** Follows the redirect to Zoho as a browser does, and returns the state and the cookie. */
async function begin(): Promise<{ state: string; cookie: string; consent: URL }> {
	const answer = await fetch(`${url}/zoho/connect`, { redirect: "manual" });
	expect(answer.status).toBe(302);
	const consent = new URL(answer.headers.get("location") ?? "");
	const [cookie = ""] = answer.headers.getSetCookie();
	expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
	return { state: consent.searchParams.get("state") ?? "", cookie: cookie.split(";")[0] ?? "", consent };
}

/** Comes back from Zoho; the accounts servers are played by the sandbox. */
async function comeBack(
	query: Readonly<Record<string, string>>,
	cookie: string | undefined,
): Promise<[number, string]> {
	const real = globalThis.fetch;
	const asked: string[] = [];
	vi.stubGlobal("fetch", (request: Request) => {
		asked.push(request.url);
		return sandbox.fetch(request);
	});
	onTestFinished(() => void vi.unstubAllGlobals());
	const headers = cookie === undefined ? {} : { cookie };
	const answer = await real(`${url}/zoho/callback?${new URLSearchParams(query)}`, { headers });
	vi.unstubAllGlobals();
	if (query.location === "eu") for (const each of asked) expect(each).toBe("https://accounts.zoho.eu/oauth/v2/token");
	else expect(asked).toEqual([]);
	return [answer.status, await answer.text()];
}

test("an org is connected, and its refresh token works", async () => {
	const { state, cookie, consent } = await begin();
	expect(Object.fromEntries(consent.searchParams)).toMatchObject({
		client_id: clientId,
		redirect_uri: "https://app.example/zoho/callback",
		access_type: "offline",
		prompt: "consent",
	});
	const code = sandbox.makeGrantCode((consent.searchParams.get("scope") ?? "").split(","));
	expect(await comeBack({ state, code, location: "eu" }, cookie)).toEqual([200, "Zoho is connected."]);
	const auth = refreshToken({ clientId, clientSecret, refreshToken: connected[0]?.refreshToken ?? "" });
	const zoho = createClient({ baseUrl: "http://sandbox.test", fetch: sandbox.fetch, auth });
	expect(
		await zoho
			.job("1")
			.details()
			.catch((error: { code: string }) => error.code),
	).toBe("RESOURCE_NOT_FOUND");
});

describe("refused, and nothing is connected", () => {
	const used = sandbox.makeGrantCode();

	test.each<[string, Readonly<Record<string, string>>, boolean, number]>([
		["a link of a stranger, with a code and no cookie", { code: "1000.a", location: "eu" }, false, 403],
		["a state that is another's", { code: "1000.a", location: "eu", state: "guessed" }, true, 403],
		["a state that is missing", { code: "1000.a", location: "eu", state: "" }, true, 403],
		["a person who said no", { error: "access_denied" }, true, 400],
		["an accounts server of a stranger", { code: "1000.a", "accounts-server": "https://evil.example" }, true, 400],
		["a data centre that nobody knows", { code: "1000.a", location: "toString" }, true, 400],
		["a code that was used", { code: used, location: "eu" }, true, 400],
	])("%s", async (_what, query, hasCookie, status) => {
		if (query.code === used) await sandbox.fetch(redeem(used));
		const before = connected.length;
		const { state, cookie } = await begin();
		const [answered] = await comeBack({ state, ...query }, hasCookie ? cookie : undefined);
		expect(answered).toBe(status);
		expect(connected).toHaveLength(before);
	});
});

function redeem(code: string): Request {
	const body = new URLSearchParams({
		grant_type: "authorization_code",
		client_id: clientId,
		client_secret: clientSecret,
		code,
	});
	return new Request("https://accounts.zoho.eu/oauth/v2/token", { method: "POST", body });
}
