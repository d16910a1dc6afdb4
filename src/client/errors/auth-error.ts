import { ZohoApiError } from "./zoho-api-error.js";

/**
 * The credentials were rejected: the access token has expired and could not be renewed, lacks a scope, or belongs
 * elsewhere, or the accounts server refused the refresh token or the client. Trying again is useless; `advice` says
 * which credential to replace. `code` is the API's (`INVALID_TOKEN`) or the accounts server's (`invalid_code`).
 */
export class AuthError extends ZohoApiError {
	override readonly name: string = "AuthError";
}
