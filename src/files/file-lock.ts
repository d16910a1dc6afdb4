import { type FileHandle, link, lstat, open, readFile, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { isMatching, P } from "ts-pattern";
import { undefinedIfMissing } from "./destination.js";
import { FileExportError } from "./file-export-error.js";
import { randomName } from "./replace-file.js";
import { hasSystemCode, inWords } from "./system-error.js";

/** The right to write a file, and the files beside it. */
export interface FileLock {
	/**
	 * Makes sure that it is still held.
	 *
	 * @throws {@link FileExportError} if somebody took it away.
	 */
	check(): Promise<void>;
	/** Releases it. */
	release(): Promise<void>;
}

/** Who holds a lock. */
interface Owner {
	readonly pid: number;
	readonly host: string;
	/**
	 * When the process started, in the system's own terms, since process ids are reused. `null` if the system does not
	 * say.
	 */
	readonly started: string | null;
	/** When the lock was taken, for people. */
	readonly since: string;
	/** Identifies this lock. */
	readonly token: string;
}

const ownerPattern = {
	pid: P.number,
	host: P.string,
	started: P.union(P.string, null),
	since: P.string,
	token: P.string,
} as const;

/** The path of a file's lock. */
export function lockPath(path: string): string {
	return `${path}.lock`;
}

/** How often an owner shows that it is alive, in milliseconds. */
const heartbeat = 5_000;

/** An owner on another machine that has not shown a sign of life for this many milliseconds is dead. */
const patience = 60_000;

/**
 * Takes the lock of a file: a file beside it, which only one can create, that says who holds it. The lock of a dead process
 * is taken over. On this machine the process itself is checked; one on another machine must show a sign of life every
 * few seconds.
 *
 * @throws {@link FileExportError} if another process holds it, with who and since when.
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
			const file = (await createWhole(at, text)) ?? (await createEmpty(at));
			if (file !== "taken") return hold(path, file, text, owner.token);
			await removeIfDead(path, at);
		}
	});
}

/**
 * Creates a lock that says whose it is from the first moment on: it is written aside, and linked into place. A process
 * that is killed meanwhile leaves no lock that names nobody, which could not be told from one that is being written.
 * `undefined` where the file system has no links, or they are not allowed.
 */
async function createWhole(at: string, text: string): Promise<FileHandle | "taken" | undefined> {
	const aside = `${at}.${randomName()}`;
	const file = await open(aside, "wx", 0o600);
	try {
		await file.write(text, 0);
		await link(aside, at);
		return file;
	} catch (error) {
		await file.close();
		// What else is wrong is also wrong for the lock itself, and is reported then: systems say by many codes that they have no links.
		return hasSystemCode(error, "EEXIST") ? "taken" : undefined;
	} finally {
		await rm(aside, { force: true });
	}
}

async function createEmpty(at: string): Promise<FileHandle | "taken"> {
	return open(at, "wx", 0o600).catch((error: unknown) => {
		if (hasSystemCode(error, "EEXIST")) return "taken";
		throw error;
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
			const sentence = `${at} was taken away while ${path} was being written. Try again when no other export is writing it.`;
			throw new FileExportError("busy", at, sentence);
		},
		release: async () => {
			clearInterval(beat);
			await file.close();
			// If this fails, the export has probably failed for the same reason, which is what should be reported.
			if (await isOurs().catch(() => false)) await rm(at, { force: true }).catch(() => {});
		},
	};
}

/** Removes a dead owner's lock; refuses to if the owner is alive. */
async function removeIfDead(path: string, at: string): Promise<void> {
	const found = await lstat(at).catch(undefinedIfMissing);
	if (found === undefined) return;
	if (!found.isFile()) {
		const sentence = `${at} is in the way: the lock goes there, but this is not a lock. Move it away, or give another file.`;
		throw new FileExportError("destination", at, sentence);
	}
	const text = await readLock(at);
	if (text === undefined) return;
	const owner = readOwner(text);
	if (await mayLive(owner, at)) throw busy(path, at, owner);
	// If several find it dead, one moves it away; whoever moved a lock that is new by then puts it back.
	const away = `${at}.${randomName()}`;
	await rename(at, away).catch(undefinedIfMissing);
	if ((await readLock(away)) !== text) await link(away, at).catch(() => {});
	await rm(away, { force: true });
}

async function mayLive(owner: Owner | undefined, at: string): Promise<boolean> {
	// A lock without an owner, where there are no links, is still being written, or was when its machine went down.
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

/** When a process started, and whether it is a zombie, if the system says so. */
async function lifeOf(pid: number): Promise<{ readonly started: string; readonly isOver: boolean } | undefined> {
	const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
	// The name may contain spaces and brackets: the rest follows the last one.
	const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? [];
	const [state, started] = [fields[0], fields[19]];
	return started === undefined ? undefined : { started, isOver: state === "Z" || state === "X" };
}

/** How long ago a lock was written, by the file system's own clock. */
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
	const sentence = `${who} is exporting to ${path}${since}. Wait until it has finished, or give another file. If nothing is exporting to it, delete ${at}.`;
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
