import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { bin } from "./build.js";
import type { Surroundings } from "./command.js";

/** What appears on the screen, and what a person then types. A control character is a single key, without Enter. */
export type Typed = readonly [question: string, answer: string];

/** The same, where the answer is made when its question is there. */
export type LateTyped = readonly [question: string, answer: () => string];

/** What was on the screen at the end, and the exit code. */
export interface Seen {
	readonly screen: string;
	readonly code: number | null;
}

/** Runs the command in a terminal of 100 columns, types an answer at each question, and gives all that was on the screen. */
export async function inTerminal(
	args: readonly string[],
	surroundings: Surroundings = {},
	answers: readonly Typed[] = [],
): Promise<string> {
	const command = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(" ");
	const late = answers.map(([question, answer]): LateTyped => [question, () => answer]);
	return (await lineInTerminal(`exec ${command}`, surroundings, late)).screen;
}

/** Runs a line of a shell, which Ctrl-C does not end, in a terminal of 100 columns, and types an answer at each question. */
export function lineInTerminal(
	line: string,
	{ cwd = tmpdir(), env = {} }: Surroundings = {},
	answers: readonly LateTyped[] = [],
): Promise<Seen> {
	const child = spawn("script", ["-qefc", `stty cols 100; trap : INT; ${line}`, "/dev/null"], {
		cwd,
		env: { PATH: process.env.PATH, TERM: "xterm", ...env },
	});
	let screen = "";
	let asked = 0;
	let answered = 0;
	child.stdout.on("data", (data: Buffer) => {
		screen += data;
		const [question, answer] = answers[asked] ?? [];
		if (question === undefined || answer === undefined) return;
		const at = screen.indexOf(question, answered);
		if (at < 0) return;
		asked++;
		answered = at + question.length;
		const text = answer();
		child.stdin.write(text < " " && text !== "" ? text : `${text}\r`);
	});
	return new Promise((resolve) => child.on("close", (code) => resolve({ screen, code })));
}
