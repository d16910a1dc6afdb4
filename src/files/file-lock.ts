import { type FileHandle, link, lstat, open, readFile, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { isMatching, P } from "ts-pattern";
import { undefinedIfMissing } from "./destination.js";
import { FileExportError } from "./file-export-error.js";
import { randomName } from "./replace-file.js";
import { hasSystemCode, inWords } from "./system-error.js";

/** The right to write a file, and what stands beside it. */
export interface FileLock {
	/**
	 * Makes sure that it is still held.
	 *
	 * @throws {@link FileExportError} where somebody took it away.
	 */
	check(): Promise<void>;
	/** Gives it back. */
	release(): Promise<void>;
}

/** Who holds a lock. */
interface Owner {
	readonly pid: number;
	readonly host: string;
	/** When the process started, in the system's own terms: ids are used again. `null` where the system does not say. */
	readonly started: string | null;
	/** When the lock was taken, for people. */
	readonly since: string;
	/** Tells this lock from every other. */
	readonly token: string;
}

const ownerPattern = {
	pid: P.number,
	host: P.string,
	started: P.union(P.string, null),
	since: P.string,
	token: P.string,
} as const;

/** Where the lock of a file stands. */
export function lockPath(path: string): string {
	return `${path}.lock`;
}

/** How often an owner shows that it lives, in milliseconds. */
const heartbeat = 5_000;

/** An owner on another machine that has not shown that it lives for so many milliseconds, does not. */
const patience = 60_000;

/**
 * Takes the lock of a file: a file beside it, made exclusively, that says who holds it. The lock of a process that is gone is
 * taken over. On this machine that is known from the process; another machine's has to show every few seconds that it lives.
 *
 * @throws {@link FileExportError} where another process holds it, with who and since when.
 */
export function lockFile(path: string): Promise<FileLock> {
	const at = lockPath(path);
	return inWords("destination", path, async () => {
		const owner: Owner = {
			pid: process.pid,
			host: hostname(),
			started: (await lifeOf(process.pid))?.started ?? null,
			since: new Date().toISOString(),
			token: randomName(),
		};
		const text = `${JSON.stringify(owner)}\n`;
		for (;;) {
			const file = await open(at, "wx", 0o600).catch((error: unknown) => {
				if (hasSystemCode(error, "EEXIST")) return undefined;
				throw error;
			});
			if (file !== undefined) return hold(path, file, text, owner.token);
			await removeIfDead(path, at);
		}
	});
}

async function hold(path: string, file: FileHandle, text: string, token: string): Promise<FileLock> {
	const at = lockPath(path);
	const write = (): Promise<unknown> => file.write(text, 0);
	try {
		await write();
	} catch (error) {
		await file.close();
		await rm(at, { force: true });
		throw error;
	}
	const beat = setInterval(() => void write().catch(() => {}), heartbeat);
	beat.unref();
	const isOurs = async (): Promise<boolean> => readOwner(await readLock(at))?.token === token;
	return {
		check: async () => {
			if (await isOurs()) return;
			const sentence = `${at} was taken away while ${path} was written. Begin again when no other export writes it.`;
			throw new FileExportError("busy", at, sentence);
		},
		release: async () => {
			clearInterval(beat);
			await file.close();
			// What stops this may have stopped the export too, and that is what there is to say.
			if (await isOurs().catch(() => false)) await rm(at, { force: true }).catch(() => {});
		},
	};
}

/** Takes a dead owner's lock away; refuses to where the owner lives. */
async function removeIfDead(path: string, at: string): Promise<void> {
	const found = await lstat(at).catch(undefinedIfMissing);
	if (found === undefined) return;
	if (!found.isFile()) {
		const sentence = `${at} is in the way: a lock is made there, and it is none. Move it away, or give another file.`;
		throw new FileExportError("destination", at, sentence);
	}
	const text = await readLock(at);
	if (text === undefined) return;
	const owner = readOwner(text);
	if (await mayLive(owner, at)) throw busy(path, at, owner);
	// Of several that find it dead, one moves it away; who moved a lock that is new by then, puts it back.
	const away = `${at}.${randomName()}`;
	await rename(at, away).catch(undefinedIfMissing);
	if ((await readLock(away)) !== text) await link(away, at).catch(() => {});
	await rm(away, { force: true });
}

async function mayLive(owner: Owner | undefined, at: string): Promise<boolean> {
	// What has no owner yet is being written by one, or was when its machine went down.
	if (owner === undefined || owner.host !== hostname()) return (await silence(at)) < patience;
	if (!exists(owner.pid)) return false;
	const life = await lifeOf(owner.pid);
	if (life === undefined || owner.started === null) return true;
	return life.started === owner.started && !life.isOver;
}

function exists(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return !hasSystemCode(error, "ESRCH");
	}
}

/** When a process started, and whether it has ended and only waits for its parent to see it; where the system says so. */
async function lifeOf(pid: number): Promise<{ readonly started: string; readonly isOver: boolean } | undefined> {
	const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
	// The name may hold spaces and brackets: what counts stands behind the last one.
	const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
	const [state, started] = [fields[0], fields[19]];
	return started === undefined ? undefined : { started, isOver: state === "Z" || state === "X" };
}

/** For how long a lock was not written, by the clock of the file system alone. */
async function silence(at: string): Promise<number> {
	const probe = `${at}.${randomName()}`;
	const file = await open(probe, "wx", 0o600);
	try {
		await file.write("now");
		const [now, then] = [await file.stat(), await lstat(at).catch(undefinedIfMissing)];
		return then === undefined ? 0 : now.mtimeMs - then.mtimeMs;
	} finally {
		await file.close();
		await rm(probe, { force: true });
	}
}

function busy(path: string, at: string, owner: Owner | undefined): FileExportError {
	const who =
		owner === undefined
			? "Another process"
			: `Process ${owner.pid}${owner.host === hostname() ? "" : ` on ${owner.host}`}`;
	const since = owner === undefined ? "" : ` since ${owner.since}`;
	const sentence = `${who} exports to ${path}${since}. Wait until it has ended, or give another file. If nothing exports to it, delete ${at}.`;
	return new FileExportError("busy", path, sentence);
}

function readLock(at: string): Promise<string | undefined> {
	return readFile(at, "utf8").catch(undefinedIfMissing);
}

function readOwner(text: string | undefined): Owner | undefined {
	try {
		const owner: unknown = JSON.parse(text ?? "");
		return isMatching(ownerPattern, owner) ? owner : undefined;
	} catch {
		return undefined;
	}
}
