import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdir, readdir, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The project's folder, with a slash at its end. */
export const root: string = new URL("../../", import.meta.url).pathname;

/** The command, built. */
export const bin: string = `${root}dist/cli/zoho-bulk-read.js`;

const stamp = `${root}node_modules/.built-for-tests`;
const lock = `${root}node_modules/.building-for-tests`;

/**
 * Builds the library and the command, unless nothing changed since the last time. The files of tests run side by side: the
 * first one builds, and the others wait for it.
 */
export async function ensureBuilt(): Promise<void> {
	while (!(await takeLock())) await sleep(100);
	try {
		if ((await builtAt()) > (await changedAt())) return;
		// What a test of types would report is reported there: this needs the JavaScript alone.
		rmSync(`${root}dist`, { recursive: true, force: true });
		spawnSync("npx", ["tsc", "-p", "."], { cwd: root });
		const { status, stderr } = spawnSync("npx", ["tsx", "src/bundle.ts"], { cwd: root, encoding: "utf8" });
		if (status !== 0) throw new Error(`The library cannot be bundled: ${stderr}`);
		await writeFile(stamp, "");
	} finally {
		await rmdir(lock);
	}
}

async function takeLock(): Promise<boolean> {
	try {
		await mkdir(lock);
	} catch {
		const age = await stat(lock).then(
			({ mtimeMs }) => Date.now() - mtimeMs,
			() => 0,
		);
		// Whoever held it was killed.
		if (age > 120_000) await rmdir(lock).catch(() => {});
		return false;
	}
	await utimes(lock, new Date(), new Date());
	return true;
}

async function builtAt(): Promise<number> {
	const times = await Promise.all([stamp, bin].map((path) => stat(path).catch(() => undefined)));
	return times.some((time) => time === undefined) ? 0 : Math.min(...times.map((time) => time?.mtimeMs ?? 0));
}

async function changedAt(): Promise<number> {
	const files = await readdir(`${root}src`, { recursive: true });
	const times = files.map(async (file) => (await stat(join(root, "src", file))).mtimeMs);
	return Math.max((await stat(`${root}package.json`)).mtimeMs, ...(await Promise.all(times)));
}
