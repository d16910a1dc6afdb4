import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import {
	type DataCenter,
	dataCenters,
	exchangeGrantCode,
	GrantCodeError,
	type Granted,
} from "zoho-bulk-read";

const {
	APP_URL = "",
	ZOHO_CLIENT_ID: clientId = "",
	ZOHO_CLIENT_SECRET: clientSecret = "",
} = process.env;
const redirectUri = `${APP_URL}/zoho/callback`; // letter by letter as in the API console

/** The connected orgs. Use a table of your own, and encrypt it. */
export const connected: Granted[] = [];

export const app = new Hono();
const stateCookie = { path: "/zoho", httpOnly: true, secure: true, sameSite: "Lax" } as const;

app.get("/zoho/connect", (context) => {
	const state = crypto.randomUUID();
	setCookie(context, "zoho_state", state, { ...stateCookie, maxAge: 600 });
	const consent = new URL("https://accounts.zoho.com/oauth/v2/auth");
	consent.search = new URLSearchParams({
		response_type: "code",
		client_id: clientId,
		scope: "ZohoCRM.bulk.READ,ZohoCRM.modules.READ",
		redirect_uri: redirectUri,
		// Without these two, Zoho sends a refresh token only the first time, if at all.
		access_type: "offline",
		prompt: "consent",
		state,
	}).toString();
	return context.redirect(consent.href);
});

app.get("/zoho/callback", async (context) => {
	const { state, code, location } = context.req.query();
	const expected = deleteState(context);
	// Otherwise an attacker's link could connect the attacker's org to the account of the user who clicks it.
	if (expected === undefined || state !== expected)
		return context.text("Please begin again.", 403);
	if (code === undefined) return context.text("Zoho was not connected.", 400);
	// Not `accounts-server`: the client secret must go to a known data centre, not to an address from a link.
	if (!isDataCenter(location)) return context.text("This data centre is not known.", 400);
	try {
		connected.push(
			await exchangeGrantCode({
				dataCenter: location,
				clientId,
				clientSecret,
				code,
				redirectUri,
			}),
		);
		return context.text("Zoho is connected.");
	} catch (error) {
		if (error instanceof GrantCodeError && error.wrong === "code")
			return context.text("This took too long. Please begin again.", 400);
		throw error;
	}
});

function deleteState(context: Parameters<typeof getCookie>[0]): string | undefined {
	const state = getCookie(context, "zoho_state");
	deleteCookie(context, "zoho_state", stateCookie);
	return state;
}

function isDataCenter(name: string | undefined): name is DataCenter {
	return name !== undefined && Object.hasOwn(dataCenters, name);
}
