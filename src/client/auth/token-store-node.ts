import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isMatching, P } from "ts-pattern";
import type { StoredToken, TokenStore } from "./token-store.js";

/**
 * Keeps access tokens in a file that only its owner can read (mode 600), for all processes of a machine. The file is replaced
 * in one move, so nobody reads half of it; while one process asks for a token the others wait, by a lock file beside it. A
 * lock whose owner died is taken over after some seconds.
 *
 * @param path - of the file; it and its folder are created. A file that is no store is replaced.
 */
export function fileTokenStore(path: string): TokenStore {
	const read = async (): Promise<Tokens> => parse(await readFile(path, "utf8").catch(emptyIfMissing));
	return {
		get: async (key) => (await read())[key],
		set: async (key, token) => {
			await mkdir(dirname(path), { recursive: true });
			await replace(path, JSON.stringify({ ...(await read()), [key]: token }));
		},
		exclusive: async (_key, work) => {
			await mkdir(dirname(path), { recursive: true });
			const unlock = await lock(`${path}.lock`);
			try {
				return await work();
			} finally {
				await unlock();
			}
		},
	};
}

type Tokens = Readonly<Record<string, StoredToken>>;

const tokens = P.record(P.string, {
	value: P.string,
	apiDomain: P.optional(P.string),
	renewAt: P.number,
	expiresAt: P.number,
});

function parse(text: string): Tokens {
	try {
		const document: unknown = JSON.parse(text);
		return isMatching(tokens, document) ? document : {};
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

/** A lock that nobody has touched for so many milliseconds has lost its owner. */
const lockLife = 10_000;

/** Waits for the lock and takes it. Two that take over a dead one at the same moment get two tokens, and no more harm. */
async function lock(path: string): Promise<() => Promise<void>> {
	for (;;) {
		try {
			await (await open(path, "wx", 0o600)).close();
			break;
		} catch (error) {
			if (!hasCode(error, "EEXIST")) throw error;
			const touched = await stat(path).then(
				({ mtimeMs }) => mtimeMs,
				() => undefined,
			);
			if (touched !== undefined && Date.now() - touched > lockLife) await rm(path, { force: true });
			else await sleep(50);
		}
	}
	const touch = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => {});
	}, lockLife / 4);
	touch.unref();
	return async () => {
		clearInterval(touch);
		await rm(path, { force: true });
	};
}

function hasCode(error: unknown, code: string): boolean {
	return isMatching({ code }, error);
}
