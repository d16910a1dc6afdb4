import { relative } from "node:path";
import type { TokenStore } from "../../client/auth/token-store.js";
import { fileTokenStore } from "../../client/auth/token-store-node.js";
import { isSystemError, tellSystemError } from "../../files/system-error.js";
import { tellWarning } from "../terminal/report-error.js";

/** How a command shares its access token with others. */
export interface SharedTokenOptions {
	/** Whether the command asks for a token even if there is one, because it checks the credentials. */
	readonly renewed?: boolean;
	/** Whether nothing is printed if the file cannot be used. */
	readonly quiet?: boolean | undefined;
}

/**
 * Keeps access tokens in a file, for the commands that come after this one or run beside it. A file that cannot be
 * used costs a warning and a token of one's own: the command itself can go on.
 */
export function sharedTokenStore(path: string, { renewed, quiet }: SharedTokenOptions): TokenStore {
	const file = fileTokenStore(path);
	let isTold = quiet === true;
	const tell = (error: unknown): void => {
		if (!isSystemError(error)) throw error;
		if (isTold) return;
		isTold = true;
		const words = tellSystemError(error, relative("", path));
		tellWarning(
			`The access token is not shared with other commands. ${words} ZOHO_TOKEN_FILE names the file. Zoho gives at most ten access tokens in ten minutes.`,
		);
	};
	return {
		get: async (key) => (renewed ? undefined : (await file.get(key).catch(tell)) || undefined),
		set: (key, token) => file.set(key, token).catch(tell),
		exclusive: async (key, work, signal) => {
			let begun: ReturnType<typeof work> | undefined;
			const once = (): ReturnType<typeof work> => {
				begun ??= work();
				return begun;
			};
			try {
				return await (file.exclusive?.(key, once, signal) ?? once());
			} catch (error) {
				// It may have failed before the work, in it, or when it was done.
				if (begun === undefined) tell(error);
				return once();
			}
		},
	};
}
