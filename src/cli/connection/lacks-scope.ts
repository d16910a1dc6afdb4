import { ZohoApiError } from "../../client/errors/zoho-api-error.js";

/** Whether a call was refused because the token may not make it. */
export function lacksScope(error: unknown): boolean {
	return error instanceof ZohoApiError && error.code === "OAUTH_SCOPE_MISMATCH";
}
