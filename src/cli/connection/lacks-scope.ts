import { ZohoApiError } from "../../client/errors/zoho-api-error.js";
import { CommandError } from "../terminal/command-error.js";
import { ownCommand } from "../terminal/shell.js";

/** Whether a call was refused because the token may not make it. */
export function lacksScope(error: unknown): boolean {
	return error instanceof ZohoApiError && error.code === "OAUTH_SCOPE_MISMATCH";
}

/**
 * Gives the error of a token that may not do something the words of the command: which scopes it needs, and how to get
 * them. Other errors stay as they are.
 *
 * @param task - what the token may not do: "read metadata".
 */
export function withNeededScopes(error: unknown, task: string, scopes: readonly string[]): unknown {
	if (!lacksScope(error)) return error;
	return new CommandError(
		`The token may not ${task} (OAUTH_SCOPE_MISMATCH). That needs these scopes:\n\n  ${scopes.join(",")}\n\nCreate a grant code with them, and log in again: ${ownCommand("login")}`,
		error instanceof Error ? error.name : undefined,
	);
}
