import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** How long an editor waits for a list, and how long the list is. */
export interface Latency {
	readonly milliseconds: number;
	readonly entries: number;
}

/**
 * Opens a file in a real tsserver and asks for completions after each of the texts, over and over with another letter typed in
 * between.
 *
 * @returns from an edit to the list, by text: the third quickest of ten, since what else the machine does can only add to it.
 */
export async function measureCompletions(
	file: string,
	head: string,
	places: readonly string[],
): Promise<Record<string, Latency>> {
	const path = fileURLToPath(import.meta.resolve("typescript/lib/tsserver.js"));
	const server = spawn(process.execPath, [path, "--disableAutomaticTypingAcquisition"], {
		stdio: ["pipe", "pipe", "ignore"],
	});
	const waiting = new Map<number, (body: unknown) => void>();
	createInterface(server.stdout).on("line", (line) => {
		if (!line.startsWith("{")) return;
		const message: { readonly type: string; readonly request_seq?: number; readonly body?: unknown } = JSON.parse(line);
		if (message.type === "response" && message.request_seq !== undefined) {
			waiting.get(message.request_seq)?.(message.body);
		}
	});
	let sequence = 0;
	const send = (command: string, parameters: object): number => {
		sequence++;
		server.stdin.write(`${JSON.stringify({ seq: sequence, type: "request", command, arguments: parameters })}\n`);
		return sequence;
	};
	const ask = (command: string, parameters: object): Promise<unknown> =>
		new Promise((resolve) => waiting.set(send(command, parameters), resolve));

	const latencies: Record<string, Latency> = {};
	try {
		for (const place of places) {
			const content = `${head}\n${place}`;
			const lines = content.split("\n");
			send("open", { file, fileContent: `${content}")` });
			const times: number[] = [];
			let entries = 0;
			for (let round = 0; round < 12; round++) {
				const end = { line: lines.length, offset: (lines.at(-1)?.length ?? 0) + 1 };
				const typed = round % 2 === 0 ? "F" : "";
				const start = performance.now();
				const behind = { ...end, offset: end.offset + (round % 2 === 0 ? 0 : 1) };
				send("change", { file, ...end, endLine: behind.line, endOffset: behind.offset, insertString: typed });
				const body = await ask("completionInfo", { file, ...end, offset: end.offset + typed.length });
				times.push(performance.now() - start);
				entries = (body as { readonly entries?: readonly unknown[] } | undefined)?.entries?.length ?? 0;
			}
			// The first rounds open the project and check the code above.
			const settled = times.slice(2).sort((one, other) => one - other);
			latencies[place] = { milliseconds: settled[2] ?? Number.NaN, entries };
			send("close", { file });
		}
	} finally {
		server.kill();
	}
	return latencies;
}
