import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const installed = "/usr/lib/postgresql";
const newest = existsSync(installed)
	? readdirSync(installed)
			.sort((one, other) => Number(one) - Number(other))
			.at(-1)
	: undefined;

/** The socket of a running server, so that tests which run again and again need not start one each time. */
const running = process.env.POSTGRES_SOCKET;

/** Whether PostgreSQL is there to be started, as Debian installs it. */
export const hasPostgres: boolean = running !== undefined || newest !== undefined;

/** A separate server, without durability for the sake of speed. */
export interface PostgresServer {
	/** What connects to it as its owner. */
	readonly url: string;
	/** Its socket in the file system: through a port each page waits 40 ms for what the other side need not confirm at once. */
	readonly socket: string;
	stop(): Promise<void>;
}

/** Starts a server in a temporary folder, on a free port of loopback. */
export async function startPostgres(): Promise<PostgresServer> {
	if (running !== undefined) {
		const url = `postgres://postgres@127.0.0.1:${extname(running).slice(1)}/postgres`;
		return { url, socket: running, stop: async () => {} };
	}
	const isRoot = process.getuid?.() === 0;
	// It refuses to run as root, and its own user may not get into a folder that only root may enter.
	const folder = mkdtempSync(join(isRoot ? "/tmp" : tmpdir(), "postgres-"));
	const bin = join(installed, newest ?? "", "bin");
	if (isRoot) execFileSync("chown", ["postgres", folder]);
	const asOwner = (program: string, args: readonly string[]): [string, string[]] =>
		isRoot ? ["runuser", ["-u", "postgres", "--", join(bin, program), ...args]] : [join(bin, program), [...args]];
	const data = join(folder, "data");
	const [initdb, initArgs] = asOwner("initdb", [
		"-D",
		data,
		"-U",
		"postgres",
		"-A",
		"trust",
		"-E",
		"UTF8",
		"--locale=C.UTF-8",
		"-N",
	]);
	execFileSync(initdb, initArgs, { stdio: "ignore", cwd: folder });
	const port = await freePort();
	const settings = [
		"fsync=off",
		"full_page_writes=off",
		"synchronous_commit=off",
		"listen_addresses=127.0.0.1",
		"max_connections=50",
		`port=${port}`,
	];
	const [server, args] = asOwner("postgres", [
		"-D",
		data,
		"-k",
		folder,
		...settings.flatMap((setting) => ["-c", setting]),
	]);
	const child = spawn(server, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
	await ready(child);
	return {
		url: `postgres://postgres@127.0.0.1:${port}/postgres`,
		socket: join(folder, `.s.PGSQL.${port}`),
		stop: async () => {
			const ended = new Promise((resolve) => child.once("exit", resolve));
			child.kill("SIGTERM");
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	return typeof address === "object" && address !== null ? address.port : 0;
}

function ready(child: ChildProcess): Promise<void> {
	let told = "";
	return new Promise((resolve, reject) => {
		child.stderr?.on("data", (part) => {
			told += String(part);
			if (told.includes("ready to accept connections")) resolve();
		});
		child.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${told}`)));
	});
}
