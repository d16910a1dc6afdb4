import { inspect } from "node:util";
import { expect, test } from "vitest";
import { accessToken } from "../../src/client/auth/access-token.js";
import type { Auth } from "../../src/client/auth/auth.js";
import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import type { Fetch } from "../../src/client/transport/exchange.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { Contacts } from "../../src/standard/index.js";
import { failureOf } from "./outcome.js";
import { hangUp, json, type Received, type Reply, scriptServer, silence } from "./script-server.js";
import { virtualClock } from "./virtual-clock.js";

const secrets = {
	access: "1000.0acce55ed0acce55ed.ba5eba11",
	client: "c11e47+c11e47/5ec7e7==",
	refresh: "1000.4ef7e54ed4ef7e54ed.f005ba11",
	callback: "ca11bac4-5ec7e7",
};

const job = bulkRead(Contacts).callback(`https://example.com/hook?secret=${secrets.callback}`);

/** A badly behaved proxy, which echoes everything that it received. */
const echo =
	(status: number, code: string): Reply =>
	(response, request) =>
		json(status, {
			code,
			status: "error",
			message: `Failed: ${request.headers.authorization} ${request.body}`,
			error: code,
			error_description: request.body,
			details: { request, again: { authorization: request.headers.authorization } },
		})(response, request);

const echoText =
	(status: number): Reply =>
	(response, request: Received) => {
		response.writeHead(status).end(`<pre>${JSON.stringify(request)}</pre>`);
	};

const calls: readonly (readonly [string, (client: Client) => Promise<unknown>])[] = [
	["submit", (client) => client.submit(job)],
	["details", (client) => client.job("42").details()],
	["completed", (client) => client.job("42").completed()],
	["download", (client) => client.job("42").download()],
];

const replies: readonly (readonly [string, Reply])[] = [
	["401 INVALID_TOKEN", echo(401, "INVALID_TOKEN")],
	["401 OAUTH_SCOPE_MISMATCH", echo(401, "OAUTH_SCOPE_MISMATCH")],
	["400", echo(400, "INVALID_CALLBACK_URL")],
	["404", echo(404, "RESOURCE_NOT_FOUND")],
	["429", echo(429, "TOO_MANY_REQUESTS")],
	["500", echo(500, "INTERNAL_ERROR")],
	["200 and an error", echo(200, "INTERNAL_ERROR")],
	["a page", echoText(200)],
	["a page of a gateway", echoText(502)],
	[
		"a redirect",
		(response, request) => response.writeHead(302, { location: `/?${request.headers.authorization}` }).end(),
	],
	["a broken connection", hangUp],
	["silence", silence],
];

const auths: readonly (readonly [string, () => Auth])[] = [
	["accessToken", () => accessToken(secrets.access)],
	[
		"refreshToken",
		() => refreshToken({ clientId: "1000.CLIENT", clientSecret: secrets.client, refreshToken: secrets.refresh }),
	],
];

for (const [authName, auth] of auths) {
	for (const [replyName, reply] of replies) {
		test.each(calls)(`${authName}, ${replyName}: the error of %s shows no secret`, async (_name, call) => {
			const server = await scriptServer((response, request) =>
				request.path === "/oauth/v2/token"
					? json(200, { access_token: secrets.access, expires_in: 3600 })(response, request)
					: reply(response, request),
			);
			const client = clientOf({ baseUrl: server.url, auth: auth() });
			expectNoSecret(await failureOf(call(client)));
			expectNoSecret(client);
			expectNoSecret(client.job("42"));
		});
	}
}

test.each([
	...replies.filter(([name]) => !name.startsWith("200 and")),
	["200 and an error", echo(200, "invalid_code")] as const,
	["throttling", echo(400, "Access Denied")] as const,
	["a token that is none", json(200, { access_token: "two words", expires_in: 3600 })] as const,
])("the accounts server's %s: the error shows no secret", async (_name, reply) => {
	const server = await scriptServer(reply);
	expectNoSecret(await failureOf(clientOf({ baseUrl: server.url, auth: (auths[1]?.[1] ?? never)() }).submit(job)));
});

test("nor does a runtime's error that quotes the request", async () => {
	const fetch: Fetch = async (request) => {
		const quoted = `cannot send ${request.headers.get("authorization")} ${await request.text()}`;
		throw Object.assign(new TypeError(quoted, { cause: Object.assign(new Error(quoted), { request }) }), { request });
	};
	for (const [, auth] of auths) {
		for (const [, call] of calls) {
			expectNoSecret(await failureOf(call(clientOf({ baseUrl: "http://sandbox.test", auth: auth(), fetch }))));
		}
	}
});

test("nor do the credentials themselves", () => {
	for (const [, auth] of auths) expectNoSecret(auth());
});

function clientOf(options: { baseUrl: string; auth: Auth; fetch?: Fetch }): Client {
	return createClient({ ...options, clock: virtualClock(), retries: 1, timeout: 30 });
}

/** Looks wherever a secret could be seen: the message, the stack, what JSON and Node's inspection find, causes included. */
function expectNoSecret(value: unknown): void {
	const shown = [
		String(value),
		inspect(value, { depth: null, showHidden: true, getters: true }),
		JSON.stringify(value),
		JSON.stringify(value, Object.getOwnPropertyNames(Object(value))),
		value instanceof Error ? `${value.stack} ${value.message}` : "",
		value instanceof Error && value.cause instanceof Error ? JSON.stringify(value.cause) : "",
	].join("\n");
	for (const secret of Object.values(secrets)) {
		expect(shown).not.toContain(secret);
		expect(shown).not.toContain(encodeURIComponent(secret));
		expect(shown).not.toContain(secret.slice(0, 12));
	}
}

function never(): never {
	throw new Error("it should have failed");
}
