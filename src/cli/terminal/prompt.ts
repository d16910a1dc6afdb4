import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { CommandError } from "./command-error.js";

/** Whether there is a person to ask. */
export function canAsk(): boolean {
	return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/**
 * Asks for a line.
 *
 * @param hidden - whether the answer is a secret, and must not be shown.
 */
export async function ask(question: string, hidden = false): Promise<string> {
	const echo = new Writable({
		write(chunk, encoding, done) {
			if (hidden) done();
			else process.stderr.write(chunk, encoding, done);
		},
	});
	const lines = createInterface({ input: process.stdin, output: echo, terminal: true });
	const interrupted = new Promise<never>((_, reject) => {
		const unanswered = (): void => reject(new CommandError("Nothing was done, because the question was not answered."));
		lines.once("SIGINT", unanswered);
		lines.once("close", unanswered);
	});
	try {
		if (hidden) process.stderr.write(question);
		const answer = await Promise.race([lines.question(hidden ? "" : question), interrupted]);
		return answer.trim();
	} finally {
		if (hidden) process.stderr.write("\n");
		lines.close();
	}
}
