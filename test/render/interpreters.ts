import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import type { Language } from "../../src/render/index.js";

/** The token that the programs find in their environment. */
export const token = "1000.token.of.a.test";

/** What a program needs beside itself. */
export interface Place {
	/** An empty directory. */
	readonly directory: string;
	/** Where the request goes. */
	readonly url: string;
}

/** How a program of a language is run. */
export interface Interpreter {
	/** The commands that must be installed. */
	readonly commands: readonly string[];
	/** Runs a program, and gives what it printed. */
	readonly run: (program: string, place: Place) => Promise<string>;
}

/** One for each language that `render` writes. */
export const interpreters: Readonly<Record<Language, Interpreter>> = {
	curl: asFile("curl.sh", ["sh", "curl"], (file) => ["sh", file]),
	http: { commands: [], run: sendMessage },
	java: asFile("CreateBulkReadJob.java", ["java"], (file) => ["java", file]),
	php: asFile("job.php", ["php"], (file) => ["php", file]),
	csharp: {
		commands: ["mcs", "mono"],
		run: async (program, { directory }) => {
			const file = join(directory, "job.cs");
			const assembly = join(directory, "job.exe");
			await writeFile(file, program);
			await execute("mcs", ["-r:System.Net.Http.dll", `-out:${assembly}`, file]);
			return execute("mono", [assembly], directory);
		},
	},
	python: asFile("job.py", ["python3"], (file) => ["python3", file]),
	nodejs: asFile("job.mjs", ["node"], (file) => ["node", file]),
	ruby: asFile("job.rb", ["ruby"], (file) => ["ruby", file]),
	javascript: {
		commands: [],
		run: async (program) => {
			const create = new Function(`${program}; return createBulkReadJob;`)() as (token: string) => Promise<unknown>;
			return JSON.stringify(await create(token));
		},
	},
	typescript: {
		commands: ["node"],
		run: (program, place) => {
			const { outputText } = ts.transpileModule(program, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
			return interpreters.nodejs.run(outputText, place);
		},
	},
	go: asFile("job.go", ["go"], (file) => ["go", "run", file]),
};

/** Whether everything that a language needs is installed. */
export async function isInstalled({ commands }: Interpreter): Promise<boolean> {
	const found = commands.map((command) => execute("sh", ["-c", 'command -v "$1"', "sh", command]));
	return Promise.all(found).then(
		() => true,
		() => false,
	);
}

function asFile(name: string, commands: readonly string[], write: (file: string) => readonly string[]): Interpreter {
	return {
		commands,
		run: async (program, { directory }) => {
			const file = join(directory, name);
			await writeFile(file, program);
			const [command = "", ...given] = write(file);
			return execute(command, given, directory);
		},
	};
}

const executeFile = promisify(execFile);

/** Runs a command in the plainest locale there is: a program must not depend on a better one. */
async function execute(command: string, given: readonly string[], cwd?: string): Promise<string> {
	const env = { ...process.env, LC_ALL: "C", GO111MODULE: "off", ZOHO_ACCESS_TOKEN: token };
	const { stdout } = await executeFile(command, given, { cwd, env, encoding: "utf8" });
	return stdout;
}

/** Sends a message as it stands. */
async function sendMessage(message: string, { url }: Place): Promise<string> {
	const { hostname, port } = new URL(url);
	const socket = connect(Number(port), hostname);
	socket.write(message.replace("<ZOHO_ACCESS_TOKEN>", token).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
	let answer = "";
	for await (const chunk of socket) answer += String(chunk);
	return answer;
}
