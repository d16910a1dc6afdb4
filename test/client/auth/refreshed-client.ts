import type { Auth } from "../../../src/client/auth/auth.js";
import { type RefreshTokenOptions, refreshToken } from "../../../src/client/auth/refresh-token.js";
import { createClient } from "../../../src/client/client.js";
import type { ClientOptions } from "../../../src/client/client-options.js";
import { json, type Reply, type ScriptServer, scriptServer } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";

export const hour = 3_600_000;

/** Gives tokens 1000.access-1, 1000.access-2, ... */
export function grants(extra: Readonly<Record<string, unknown>> = {}): Reply {
	let given = 0;
	return (response, request) => {
		given += 1;
		json(200, { access_token: `1000.access-${given}`, token_type: "Bearer", expires_in: 3600, ...extra })(
			response,
			request,
		);
	};
}

/** A job at work. */
export const looked: Reply = json(200, { data: [{ id: "42", operation: "read", state: "QUEUED" }] });

/** What the accounts server says after too many requests. */
export const denied: Reply = json(400, {
	error_description: "You have made too many requests continuously. Please try again after some time.",
	error: "Access Denied",
	status: "failure",
});

/** What a token is asked for with. */
export const credentials: RefreshTokenOptions = {
	clientId: "1000.CLIENT",
	clientSecret: "s3cr3t+/=",
	refreshToken: "1000.refresh",
};

/** A server that gives tokens, and answers with them. */
export function zoho({ token = grants(), api = looked }: { token?: Reply; api?: Reply } = {}): Promise<ScriptServer> {
	return scriptServer((response, request) => (request.path === "/oauth/v2/token" ? token : api)(response, request));
}

/** A client of it. */
export function clientOf(
	server: ScriptServer,
	{
		auth = refreshToken(credentials),
		...options
	}: Partial<Pick<ClientOptions, "clock" | "retries">> & { auth?: Auth } = {},
) {
	return createClient({ baseUrl: server.url, auth, clock: virtualClock(), random: () => 0, ...options });
}
