import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readFile, rename, rm, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { checkText } from "../../checks/check-argument.js";
import { memberOf } from "../../checks/document-parts.js";
import { isJsonObject, type JsonObject } from "../../checks/json-object.js";
import { elapsed, systemClock } from "../../time/clock.js";
import { isStoredToken } from "./stored-token.js";
import type { TokenStore } from "./token-store.js";

/**
 * Keeps access tokens in a file that only its owner can read (mode 600), for all processes of a machine. The file is
 * replaced atomically, so nobody reads half of it; while one process gets a token the others wait, by means of a lock
 * file beside it. A lock whose owner died is taken over after some seconds.
 *
 * @param path - of the file; it and its folder are created. A file that is not a store is replaced; an entry that is
 * not a token is ignored, and the others stay.
 * @throws {@link InvalidOptionError} if the path is not a text.
 */
export function fileTokenStore(path: string): TokenStore {
	checkText(path, "path");
	const read = async (): Promise<JsonObject> => parse(await readFile(path, "utf8").catch(emptyIfMissing));
	return {
		get: async (key) => {
			const entry = Object.entries(await read()).find(([name]) => name === key)?.[1];
			return isStoredToken(entry) ? entry : undefined;
		},
		set: async (key, token) => {
			await mkdir(dirname(path), { recursive: true });
			await replace(path, JSON.stringify({ ...(await read()), [key]: token }));
		},
		exclusive: async (_key, work, signal) => {
			await mkdir(dirname(path), { recursive: true });
			const unlock = await lock(`${path}.lock`, signal);
			try {
				return await work();
			} finally {
				await unlock();
			}
		},
	};
}

function parse(text: string): JsonObject {
	try {
		const document: unknown = JSON.parse(text);
		return isJsonObject(document) ? document : {};
	} catch {
		return {};
	}
}

function emptyIfMissing(error: unknown): string {
	if (hasCode(error, "ENOENT")) return "{}";
	throw error;
}

async function replace(path: string, text: string): Promise<void> {
	const beside = `${path}.${randomUUID()}`;
	try {
		const file = await open(beside, "wx", 0o600);
		try {
			await file.writeFile(text);
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (error) {
		await rm(beside, { force: true });
		throw error;
	}
}

/** A lock that nobody has touched for this many milliseconds has lost its owner. */
const lockLife = 10_000;
/** How often an owner touches its lock, in milliseconds. */
const touchEvery = lockLife / 4;

/**
 * Waits for the lock and takes it. If two processes take over a dead one at the same moment, they get two tokens, which
 * does no harm.
 */
async function lock(path: string, signal: AbortSignal | undefined): Promise<() => Promise<void>> {
	let seen: { readonly touched: number; readonly at: number } | undefined;
	for (;;) {
		signal?.throwIfAborted();
		try {
			await (await open(path, "wx", 0o600)).close();
			break;
		} catch (error) {
			if (!hasCode(error, "EEXIST")) throw error;
			// Of the link itself, if it is one: what it points to may not exist.
			const touched = await lstat(path).then(
				({ mtimeMs }) => mtimeMs,
				() => undefined,
			);
			if (touched === undefined) continue;
			// The clock may have been set back since it was touched: then the only sign of a dead owner is that it does
			// not change.
			if (seen?.touched !== touched) seen = { touched, at: elapsed(systemClock) };
			const isDead = Date.now() - touched > lockLife || elapsed(systemClock) - seen.at > 2 * touchEvery;
			if (isDead) await rm(path, { force: true });
			else await systemClock.sleep(50, signal);
		}
	}
	const touch = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => {});
	}, touchEvery);
	touch.unref();
	return async () => {
		clearInterval(touch);
		await rm(path, { force: true });
	};
}

function hasCode(error: unknown, code: string): boolean {
	return memberOf(error, "code") === code;
}
