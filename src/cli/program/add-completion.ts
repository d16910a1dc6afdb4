import { Argument, type Command } from "commander";
import { commandWords } from "../completion/command-words.js";
import { type Shell, shells } from "../completion/write-completion.js";
import { stdout } from "../terminal/terminal.js";

/** `completion`, on the command line. */
export function addCompletion(program: Command): void {
	program
		.command("completion")
		.summary("print a script for completion in a shell")
		.description("Prints a script that makes the Tab key complete commands, options and their values in a shell.")
		.addArgument(new Argument("<shell>", "the shell").choices(Object.keys(shells)))
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read completion bash > ~/.local/share/bash-completion/completions/zoho-bulk-read
  $ zoho-bulk-read completion zsh > ~/.zfunc/_zoho-bulk-read    with ~/.zfunc in fpath
  $ zoho-bulk-read completion fish > ~/.config/fish/completions/zoho-bulk-read.fish
`,
		)
		.action((shell: Shell) => {
			stdout.write(shells[shell](program.name(), commandWords(program)));
		});
}
