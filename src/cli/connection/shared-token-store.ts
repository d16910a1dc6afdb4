import { readFile, stat } from "node:fs/promises";
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
 * used costs a warning and a token of one's own: the command itself can go on. So does one that holds something else,
 * such as credentials: replacing it would lose them.
 */
export function sharedTokenStore(path: string, { renewed, quiet }: SharedTokenOptions): TokenStore {
	const file = fileTokenStore(path);
	let isTold = quiet === true;
	let checked: Promise<boolean> | undefined;
	const shown = relative("", path);
	const warn = (words: string): void => {
		if (isTold) return;
		isTold = true;
		tellWarning(
			`The access token is not shared with other commands. ${words} ZOHO_TOKEN_FILE names the file. Zoho gives at most ten access tokens in ten minutes.`,
		);
	};
	const tell = (error: unknown): void => {
		if (!isSystemError(error)) throw error;
		warn(tellSystemError(error, shown));
	};
	const isForeign = async (): Promise<boolean> => {
		checked ??= holdsSomethingElse(path);
		const foreign = await checked;
		if (foreign) warn(`${shown} holds something else than access tokens, and was left unchanged. Give another file.`);
		return foreign;
	};
	return {
		get: async (key) => {
			if (renewed || (await isForeign())) return undefined;
			return (await file.get(key).catch(tell)) || undefined;
		},
		set: async (key, token) => {
			if (!(await isForeign())) await file.set(key, token).catch(tell);
		},
		exclusive: async (key, work, signal) => {
			if (await isForeign()) return work();
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

/** Whether there is a device, or a file that is neither a store nor what a crash left of one. */
async function holdsSomethingElse(path: string): Promise<boolean> {
	const there = await stat(path).catch(() => undefined);
	if (there === undefined || there.isDirectory()) return false;
	if (!there.isFile()) return true;
	const text = await readFile(path, "utf8").catch(() => "");
	return /^[^{\0]/.test(text.trimStart());
}
