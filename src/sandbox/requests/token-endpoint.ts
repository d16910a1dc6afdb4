import { readBytes } from "./read-body.js";
import { allows } from "./scopes.js";
import type { AccessToken, Grant, Tokens } from "./tokens.js";

/** What identifies the client of the sandbox. */
interface ClientIdentity {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** Finds and uses up a grant code; `undefined` if it is not valid. */
type RedeemGrantCode = (code: string) => Grant | undefined;

/** What the token endpoint needs. */
export interface TokenEndpoint {
	readonly client: ClientIdentity;
	readonly tokens: Tokens;
	readonly redeemCode: RedeemGrantCode;
	/** All scopes that tokens may have. */
	readonly scopes: readonly string[];
	readonly tokenSeconds: number;
	readonly maxBytes: number;
}

/**
 * Answers `POST /oauth/v2/token`. Zoho gives most errors with HTTP 200: only the `access_token` shows success.
 *
 * @see https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html
 */
export async function answerToken(request: Request, endpoint: TokenEndpoint): Promise<Response> {
	const given = await readParameters(request, endpoint.maxBytes);
	const problem = clientProblem(given, endpoint.client);
	if (problem !== undefined) return Response.json({ error: problem });
	switch (given.get("grant_type")) {
		case "refresh_token":
			return refresh(endpoint.tokens.find(given.get("refresh_token") ?? ""), false, request, endpoint);
		case "authorization_code":
			return refresh(endpoint.redeemCode(given.get("code") ?? ""), true, request, endpoint);
		case "client_credentials":
			return answerClientCredentials(given, request, endpoint);
		default:
			// Assumption: the code of RFC 6749; Zoho's own pages do not say.
			return Response.json({ error: "unsupported_grant_type" });
	}
}

/**
 * The self client's flow without a refresh token. Any organization counts as this one. Assumption: the code for missing
 * or excessive scopes; the page names only that of a missing organization.
 *
 * @see https://www.zoho.com/accounts/protocol/oauth/self-client/client-credentials-flow.html
 */
function answerClientCredentials(given: URLSearchParams, request: Request, endpoint: TokenEndpoint): Response {
	const { tokens, scopes, tokenSeconds } = endpoint;
	if (!/^ZohoCRM\.\w+$/.test(given.get("soid") ?? "")) return Response.json({ error: "missing_org_info" });
	const wanted = (given.get("scope") ?? "").split(/[\s,]+/).filter((scope) => scope !== "");
	const allowed = wanted.every((scope) => allows(scopes, scope.replace(/^ZohoCRM\.|\.\w+$/gi, "")));
	if (wanted.length === 0 || !allowed) return Response.json({ error: "invalid_scope" });
	return tokenAnswer(tokens.issue(wanted, tokenSeconds), undefined, request, tokens);
}

/** Answers `POST /oauth/v2/token/revoke`. */
export async function answerRevoke(request: Request, { tokens, maxBytes }: TokenEndpoint): Promise<Response> {
	const given = await readParameters(request, maxBytes);
	const token = given.get("token") ?? "";
	if (tokens.find(token) === undefined) return Response.json({ error: "invalid_code" });
	tokens.end(token);
	return Response.json({ status: "success" });
}

function clientProblem(given: URLSearchParams, client: ClientIdentity): string | undefined {
	if (given.get("client_id") !== client.clientId) return "invalid_client";
	return given.get("client_secret") === client.clientSecret ? undefined : "invalid_client_secret";
}

function refresh(grant: Grant | undefined, first: boolean, request: Request, { tokens }: TokenEndpoint): Response {
	if (grant === undefined) return Response.json({ error: "invalid_code" });
	const token = tokens.refresh(grant);
	return token === undefined ? tooManyTokens() : tokenAnswer(token, first ? grant : undefined, request, tokens);
}

function tooManyTokens(): Response {
	const error_description = "You have made too many requests continuously. Please try again after some time.";
	return Response.json({ error_description, error: "Access Denied", status: "failure" }, { status: 400 });
}

function tokenAnswer(token: AccessToken, grant: Grant | undefined, request: Request, tokens: Tokens): Response {
	return Response.json({
		access_token: token.value,
		...(grant === undefined ? {} : { refresh_token: grant.refreshToken }),
		scope: token.scopes.join(" "),
		api_domain: new URL(request.url).origin,
		token_type: "Bearer",
		expires_in: Math.round(tokens.secondsLeft(token)),
	});
}

/**
 * Parameters come in the query string, in a urlencoded body or in a multipart one: there are clients of all three
 * kinds.
 */
async function readParameters(request: Request, maxBytes: number): Promise<URLSearchParams> {
	const given = new URLSearchParams(new URL(request.url).search);
	const type = request.headers.get("content-type") ?? "";
	const body = await readBytes(request, maxBytes);
	const isForm = type.toLowerCase().startsWith("multipart/form-data");
	const inBody = isForm ? await readForm(body, type) : new URLSearchParams(new TextDecoder().decode(body));
	for (const [name, value] of inBody) if (typeof value === "string") given.set(name, value);
	return given;
}

/** An unreadable form is empty. */
async function readForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<Iterable<[string, unknown]>> {
	try {
		return await new Response(body, { headers: { "content-type": type } }).formData();
	} catch {
		return [];
	}
}
