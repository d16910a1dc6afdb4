import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll } from "vitest";
import { bin } from "./build.js";

/** How a run of the command ended. */
export interface Outcome {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A command that runs. */
export interface Running {
	readonly process: ChildProcessWithoutNullStreams;
	readonly ended: Promise<Outcome>;
	/** Waits for a line of either output that holds a text, and gives it. */
	line(text: string): Promise<string>;
}

/** Where and with what a command runs. */
export interface Surroundings {
	readonly cwd?: string;
	/** The settings; nothing of the machine's own environment but the path. */
	readonly env?: Readonly<Record<string, string>>;
	/** What stands on its standard input; nothing by default. */
	readonly input?: string;
}

/** Runs the real command as a process of its own, to its end. */
export function run(args: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
	return start(args, surroundings).ended;
}

/** Starts the real command as a process of its own. */
export function start(args: readonly string[], { cwd = tmpdir(), env = {}, input = "" }: Surroundings = {}): Running {
	const child = spawn(process.execPath, [bin, ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
	children.add(child);
	// Who does not read it may have ended before.
	child.stdin.on("error", () => {}).end(input);
	const output = { stdout: "", stderr: "" };
	const lines: string[] = [];
	const waiting = new Set<() => void>();
	for (const name of ["stdout", "stderr"] as const) {
		child[name].on("data", (data: Buffer) => {
			output[name] += data;
		});
		createInterface({ input: child[name] }).on("line", (line) => {
			lines.push(line);
			for (const look of waiting) look();
		});
	}
	const ended = new Promise<Outcome>((resolve) => {
		child.on("close", (code, signal) => {
			children.delete(child);
			resolve({ code, signal, ...output });
		});
	});
	return {
		process: child,
		ended,
		line: (text) =>
			new Promise((resolve, reject) => {
				const look = (): void => {
					const found = lines.find((line) => line.includes(text));
					if (found === undefined) return;
					waiting.delete(look);
					resolve(found);
				};
				waiting.add(look);
				look();
				void ended.then((outcome) => reject(new Error(`No line with "${text}": ${JSON.stringify(outcome)}`)));
			}),
	};
}

const children = new Set<ChildProcessWithoutNullStreams>();
const folders: string[] = [];

// Not when each test is over: tests run side by side.
afterAll(async () => {
	// What a test that failed left behind.
	for (const child of children) child.kill("SIGKILL");
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/**
 * An empty folder, removed when the file's tests are over.
 *
 * @param parent - where it is made.
 */
export async function emptyFolder(parent: string = tmpdir()): Promise<string> {
	const folder = await mkdtemp(join(parent, "zoho-bulk-read-"));
	folders.push(folder);
	return folder;
}
