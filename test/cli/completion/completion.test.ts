import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commandWords } from "../../../src/cli/completion/command-words.js";
import { type Shell, shells } from "../../../src/cli/completion/write-completion.js";
import { makeProgram } from "../../../src/cli/make-program.js";

const program = makeProgram();
const words = commandWords(program);

/** Scripts that ask a shell for completions. The last word is the one being typed. */
const askers: Readonly<Record<Shell, (line: readonly string[]) => readonly [args: readonly string[], script: string]>> =
	{
		bash: (line) => [
			["--norc"],
			`${shells.bash(program.name(), words)}
COMP_WORDS=(${line.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${line.length - 1}
_zoho_bulk_read; printf '%s\\n' "\${COMPREPLY[@]}"`,
		],
		// What would be shown depends on the screen: so zsh is asked what it was told to show.
		zsh: (line) => [
			["-f"],
			`compdef() { : }; _arguments() { print -l -- "$@" }; _describe() { print -l -- "\${(@P)2}" }
${shells.zsh(program.name(), words)}
words=(${line.map((word) => `'${word}'`).join(" ")}); CURRENT=${line.length}
_zoho-bulk-read`,
		],
		fish: (line) => [
			["--no-config"],
			`${shells.fish(program.name(), words)}
complete -C '${line.join(" ")}'`,
		],
	};

function complete(shell: Shell, line: readonly string[]): string {
	const [args, script] = askers[shell](line);
	const { stdout, stderr, status } = spawnSync(shell, [...args, "-c", script], { encoding: "utf8" });
	expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
	return stdout;
}

const isThere = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

describe.each(Object.keys(shells) as Shell[])("%s", (shell) => {
	test.skipIf(!isThere(shell)).each<[readonly string[], string]>([
		[["zoho-bulk-read", "exp"], "export"],
		[["zoho-bulk-read", "comp"], "completion"],
		[["zoho-bulk-read", "export", "--form"], "--format"],
		[["zoho-bulk-read", "export", "--format", "nd"], "ndjson"],
		[["zoho-bulk-read", "export", "--safe"], "--safe-for-spreadsheets"],
		[["zoho-bulk-read", "doctor", "--dc", "e"], "eu"],
		[["zoho-bulk-read", "completion", "fi"], "fish"],
	])("%s completes to %s", (line, expected) => {
		expect(complete(shell, line)).toContain(expected);
	});
});

test("every command and every option that help shows can be completed", () => {
	expect(words.map(({ name }) => name)).toEqual(program.commands.map((command) => command.name()));
	for (const [shell, write] of Object.entries(shells)) {
		const script = write(program.name(), words);
		for (const { name, options } of words) {
			expect(script).toContain(name);
			for (const { long } of options) expect(script).toContain(shell === "fish" ? `-l ${long.slice(2)}` : long);
		}
		expect(script).not.toContain("env-file");
	}
});
