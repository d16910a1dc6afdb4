import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { bin } from "./build.js";
import type { Surroundings } from "./command.js";

/** What appears on the screen, and what a person types then. */
export type Typed = readonly [question: string, answer: string];

/** Runs the command in a terminal of 100 columns, types an answer at each question, and gives all that was on the screen. */
export function inTerminal(
	args: readonly string[],
	{ cwd = tmpdir(), env = {} }: Surroundings = {},
	answers: readonly Typed[] = [],
): Promise<string> {
	const command = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(" ");
	const child = spawn("script", ["-qefc", `stty cols 100; exec ${command}`, "/dev/null"], {
		cwd,
		env: { PATH: process.env.PATH, TERM: "xterm", ...env },
	});
	let screen = "";
	let asked = 0;
	child.stdout.on("data", (data: Buffer) => {
		screen += data;
		const [question, answer] = answers[asked] ?? [];
		if (question === undefined || !screen.includes(question)) return;
		asked++;
		child.stdin.write(`${answer}\r`);
	});
	return new Promise((resolve) => child.on("close", () => resolve(screen)));
}
