import { describe, expect, test } from "vitest";
import { curl, type RawAnswer, type RunningSandbox, send, startSandbox } from "../raw-http.js";

const form = "application/x-www-form-urlencoded";

/** The endpoint's answer, whether it is a success or an error. */
interface TokenDocument {
	readonly access_token?: string;
	readonly refresh_token?: string;
	readonly error?: string;
}

const ask = ({ url }: RunningSandbox, parameters: Readonly<Record<string, string>>): Promise<RawAnswer> =>
	send(`${url}/oauth/v2/token`, {
		method: "POST",
		headers: { "content-type": form },
		body: new URLSearchParams(parameters).toString(),
	});

const read = (answer: RawAnswer): TokenDocument => JSON.parse(answer.body.toString());

const refreshing = ({ sandbox: { credentials } }: RunningSandbox) => ({
	grant_type: "refresh_token",
	client_id: credentials.clientId,
	client_secret: credentials.clientSecret,
	refresh_token: credentials.refreshToken,
});

describe("a refresh token", () => {
	test("gives an access token that works, and names the server itself", async () => {
		const running = await startSandbox();
		const answer = await ask(running, refreshing(running));
		expect(answer.status).toBe(200);
		const token = JSON.parse(answer.body.toString());
		expect(token).toEqual({
			access_token: expect.stringMatching(/^1000\.[0-9a-f]{32}\.[0-9a-f]{32}$/),
			scope: "ZohoCRM.bulk.READ ZohoCRM.modules.ALL ZohoCRM.settings.ALL ZohoCRM.users.READ",
			api_domain: running.url,
			token_type: "Bearer",
			expires_in: 3600,
		});
		const authorization = `Zoho-oauthtoken ${token.access_token}`;
		expect((await running.post("/crm/bulk/v2/read", { query: { module: "Leads" } }, { authorization })).status).toBe(
			201,
		);
	});

	test("is taken from the query string, and from a multipart form", async () => {
		const running = await startSandbox();
		const query = new URLSearchParams(refreshing(running));
		const byQuery = await send(`${running.url}/oauth/v2/token?${query}`, { method: "POST" });
		expect(read(byQuery).access_token).toBeDefined();
		const parts = Object.entries(refreshing(running)).flatMap(([name, value]) => ["-F", `${name}=${value}`]);
		const byForm = await curl("-s", ...parts, `${running.url}/oauth/v2/token`);
		expect(JSON.parse(byForm).access_token).toBeDefined();
	});

	test("gives tokens that hold for an hour", async () => {
		const running = await startSandbox();
		const authorization = `Zoho-oauthtoken ${read(await ask(running, refreshing(running))).access_token}`;
		const code = async () => (await running.get("/crm/bulk/v2/read/1", { authorization })).json().code;
		await running.clock.advance(3_599_999);
		expect(await code()).toBe("RESOURCE_NOT_FOUND");
		await running.clock.advance(1);
		expect(await code()).toBe("INVALID_TOKEN");
	});

	test("gives ten in ten minutes; then Zoho's only error of this endpoint that is no 200", async () => {
		const running = await startSandbox();
		for (let time = 0; time < 10; time++) expect((await ask(running, refreshing(running))).status).toBe(200);
		const refused = await ask(running, refreshing(running));
		expect(refused.status).toBe(400);
		expect(JSON.parse(refused.body.toString())).toEqual({
			error_description: "You have made too many requests continuously. Please try again after some time.",
			error: "Access Denied",
			status: "failure",
		});
		await running.clock.advance(600_000);
		expect((await ask(running, refreshing(running))).status).toBe(200);
	});

	test("keeps fifteen tokens alive: one more ends the oldest", async () => {
		const running = await startSandbox({ limits: { tokensPerTenMinutes: 100 } });
		const tokens: (string | undefined)[] = [];
		for (let time = 0; time < 16; time++) tokens.push(read(await ask(running, refreshing(running))).access_token);
		const code = async (token: string | undefined) =>
			(await running.get("/crm/bulk/v2/read/1", { authorization: `Zoho-oauthtoken ${token}` })).json().code;
		expect(await code(tokens[0])).toBe("INVALID_TOKEN");
		expect(await code(tokens[1])).toBe("RESOURCE_NOT_FOUND");
	});

	test("can be revoked, with every token that it gave", async () => {
		const running = await startSandbox();
		const token = read(await ask(running, refreshing(running))).access_token;
		const revoke = () =>
			send(`${running.url}/oauth/v2/token/revoke?token=${running.sandbox.credentials.refreshToken}`, {
				method: "POST",
			});
		expect((await revoke()).body.toString()).toBe('{"status":"success"}');
		expect((await revoke()).body.toString()).toBe('{"error":"invalid_code"}');
		expect(read(await ask(running, refreshing(running))).error).toBe("invalid_code");
		const authorization = `Zoho-oauthtoken ${token}`;
		expect((await running.get("/crm/bulk/v2/read/1", { authorization })).json().code).toBe("INVALID_TOKEN");
	});
});

describe("a grant code", () => {
	const exchanging = (running: RunningSandbox, code: string) => ({
		...refreshing(running),
		grant_type: "authorization_code",
		code,
	});

	test("gives an access token and a refresh token, with its own scopes, once", async () => {
		const running = await startSandbox();
		const code = running.sandbox.makeGrantCode(["ZohoCRM.bulk.READ"]);
		const first = JSON.parse((await ask(running, exchanging(running, code))).body.toString());
		expect(first).toMatchObject({ scope: "ZohoCRM.bulk.READ", expires_in: 3600 });
		const again = { ...refreshing(running), refresh_token: first.refresh_token };
		expect(read(await ask(running, again)).access_token).toBeDefined();
		expect(read(await ask(running, exchanging(running, code))).error).toBe("invalid_code");
	});

	test("holds for three minutes", async () => {
		const running = await startSandbox();
		const code = running.sandbox.makeGrantCode();
		await running.clock.advance(180_000);
		expect(read(await ask(running, exchanging(running, code))).error).toBe("invalid_code");
	});
});

describe("a mistake", () => {
	test.each([
		["invalid_client", { client_id: "1000.OTHER" }],
		["invalid_client_secret", { client_secret: "wrong" }],
		["invalid_code", { refresh_token: "1000.other" }],
		["invalid_code", { grant_type: "authorization_code", code: "1000.other" }],
		["unsupported_grant_type", { grant_type: "password" }],
	])("is answered with HTTP 200 and %s", async (error, change) => {
		const running = await startSandbox();
		const answer = await ask(running, { ...refreshing(running), ...change });
		expect([answer.status, answer.body.toString()]).toEqual([200, JSON.stringify({ error })]);
	});

	test("no form at all, or a broken one, is refused without harm", async () => {
		const { url } = await startSandbox();
		const empty = await send(`${url}/oauth/v2/token`, { method: "POST" });
		expect(empty.body.toString()).toBe('{"error":"invalid_client"}');
		const headers = { "content-type": "multipart/form-data; boundary=x" };
		const broken = await send(`${url}/oauth/v2/token`, { method: "POST", headers, body: "--y\r\nno form" });
		expect(broken.body.toString()).toBe('{"error":"invalid_client"}');
	});
});

test("every sandbox with the same seed has the same credentials, and another seed others", async () => {
	const [one, same, other] = [await startSandbox(), await startSandbox(), await startSandbox({ seed: 2 })];
	expect(one.sandbox.credentials).toEqual(same.sandbox.credentials);
	expect(one.sandbox.credentials.accessToken).not.toBe(other.sandbox.credentials.accessToken);
	expect(one.sandbox.credentials.refreshToken).not.toBe(other.sandbox.credentials.refreshToken);
});

describe("client credentials", () => {
	const asking = ({ sandbox: { credentials } }: RunningSandbox, more: Readonly<Record<string, string>>) => ({
		grant_type: "client_credentials",
		client_id: credentials.clientId,
		client_secret: credentials.clientSecret,
		scope: "ZohoCRM.bulk.READ,ZohoCRM.modules.Leads.READ",
		soid: "ZohoCRM.600000434",
		...more,
	});

	test("give an access token for the scopes that are asked for, and no refresh token", async () => {
		const running = await startSandbox();
		const token = read(await ask(running, asking(running, {})));
		expect(token).toEqual({
			access_token: expect.any(String),
			scope: "ZohoCRM.bulk.READ ZohoCRM.modules.Leads.READ",
			api_domain: running.url,
			token_type: "Bearer",
			expires_in: 3600,
		});
		const authorization = `Zoho-oauthtoken ${token.access_token}`;
		const create = async (module: string): Promise<number> =>
			(await running.post("/crm/bulk/v2/read", { query: { module } }, { authorization })).status;
		expect([await create("Leads"), await create("Contacts")]).toEqual([201, 401]);
	});

	test.each([
		[{ soid: "" }, "missing_org_info"],
		[{ scope: "" }, "invalid_scope"],
		[{ scope: "ZohoCRM.bulk.READ,ZohoCRM.coql.READ" }, "invalid_scope"],
		[{ client_secret: "wrong" }, "invalid_client_secret"],
	])("are refused: %j", async (more, error) => {
		const running = await startSandbox();
		expect(read(await ask(running, asking(running, more)))).toEqual({ error });
	});
});
