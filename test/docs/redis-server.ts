import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Whether this machine has a Redis. */
export const hasRedis = (() => {
	try {
		execFileSync("redis-server", ["--version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
})();

/** Starts a Redis on a socket of its own; it is ended when the test has finished. */
export async function startRedis(): Promise<string> {
	const directory = mkdtempSync(join(tmpdir(), "redis-"));
	const socket = join(directory, "redis.sock");
	const server = spawn("redis-server", ["--port", "0", "--unixsocket", socket, "--dir", directory, "--save", ""]);
	onTestFinished(() => {
		server.kill();
		rmSync(directory, { recursive: true });
	});
	for await (const line of server.stdout) if (String(line).includes("eady to accept connections")) break;
	return socket;
}
