import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { Deals } from "zoho-bulk-read/standard";

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
const job = bulkRead(Deals).customView("999");

// ---cut---
import {
	AuthError,
	JobFailedError,
	JobTimeoutError,
	RateLimitError,
	ZohoApiError,
} from "zoho-bulk-read";

try {
	for await (const deal of zoho.rows(job)) console.log(deal.Id);
} catch (error) {
	if (error instanceof JobTimeoutError) console.log(`later: client.job("${error.jobId}")`);
	else if (error instanceof JobFailedError)
		console.log(`Zoho gave up: ${error.code}. ${error.advice}`);
	else if (error instanceof RateLimitError)
		console.log(`too much: again in ${error.retryAfter} ms`);
	else if (error instanceof AuthError) console.log(`credentials: ${error.advice}`);
	else if (error instanceof ZohoApiError)
		console.log(`refused with ${error.status} ${error.code}: ${error.advice}`);
	else throw error;
}
