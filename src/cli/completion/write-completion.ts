import type { CommandWords, OptionWords } from "./command-words.js";

/** The supported shells, each with the writer of its completion script. */
export const shells = {
	bash: writeBash,
	zsh: writeZsh,
	fish: writeFish,
} as const satisfies Readonly<Record<string, (program: string, commands: readonly CommandWords[]) => string>>;

/** A shell. */
export type Shell = keyof typeof shells;

/** If nothing else is known, the shell completes file names. */
function writeBash(program: string, commands: readonly CommandWords[]): string {
	const name = identifier(program);
	const cases = commands.map(({ name: command, options, choices }) => {
		const values = options
			.filter(({ takesValue }) => takesValue)
			.map((option) => {
				const reply = option.choices.length === 0 ? filesOfBash : wordsOfBash(option.choices);
				return `				${spellings(option).join("|")}) ${reply}; return ;;`;
			});
		const flags = options.map(({ long }) => long);
		const rest = choices.length === 0 ? filesOfBash : wordsOfBash(choices);
		return `		${command})
			case "$before" in
${values.join("\n")}
			esac
			if [[ "$word" == -* ]]; then ${wordsOfBash(flags)}; else ${rest}; fi ;;`;
	});
	return `# ${program} for bash: eval "$(${program} completion bash)" in ~/.bashrc
_${name}() {
	local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
	COMPREPLY=()
	if ((COMP_CWORD == 1)); then
		${wordsOfBash([...commands.map(({ name: command }) => command), "--help", "--version"])}
		return
	fi
	case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
	esac
}
complete -o filenames -o bashdefault -F _${name} ${program}
`;
}

const filesOfBash = 'mapfile -t COMPREPLY < <(compgen -f -- "$word")';

function wordsOfBash(words: readonly string[]): string {
	return `mapfile -t COMPREPLY < <(compgen -W ${quoted(words.join(" "))} -- "$word")`;
}

function writeZsh(program: string, commands: readonly CommandWords[]): string {
	const described = commands.map(({ name: command, summary }) =>
		quoted(`${command}:${summary.replaceAll(":", "\\:")}`),
	);
	const cases = commands.map(({ name: command, options, choices }) => {
		const specs = options.flatMap((option) => spellings(option).map((spelling) => zshSpec(option, spelling)));
		const rest = choices.length === 0 ? "*:file:_files" : `*:value:(${choices.join(" ")})`;
		return `		${command}) _arguments ${[...specs, rest].map(quoted).join(" \\\n			")} ;;`;
	});
	return `#compdef ${program}
# ${program} for zsh: a file _${program} in fpath, or eval "$(${program} completion zsh)" in ~/.zshrc after compinit
_${program}() {
	local -a commands=(
		${described.join("\n		")}
	)
	if ((CURRENT == 2)); then
		_describe command commands
		return
	fi
	local command="\${words[2]}"
	shift words
	((CURRENT--))
	case "$command" in
${cases.join("\n")}
	esac
}
# In fpath, this file is the function itself.
if [[ "\${funcstack[1]}" == "_${program}" ]]; then _${program} "$@"; else compdef _${program} ${program}; fi
`;
}

function zshSpec({ says, takesValue, choices }: OptionWords, spelling: string): string {
	const words = says.replaceAll(/[[\]:]/g, "\\$&");
	const value = takesValue ? (choices.length === 0 ? ":value:_files" : `:value:(${choices.join(" ")})`) : "";
	return `*${spelling}[${words}]${value}`;
}

function writeFish(program: string, commands: readonly CommandWords[]): string {
	const names = commands.map(({ name }) => name);
	const lines = commands.flatMap(({ name, summary, options, choices }) => [
		`complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
		...options.map(
			(option) => `complete -c ${program} -n ${quoted(`__fish_seen_subcommand_from ${name}`)} ${fishOption(option)}`,
		),
		...(choices.length === 0
			? []
			: [
					`complete -c ${program} -n ${quoted(`__fish_seen_subcommand_from ${name}`)} -f -a ${quoted(choices.join(" "))}`,
				]),
	]);
	return `# ${program} for fish: ${program} completion fish > ~/.config/fish/completions/${program}.fish
# Commands: ${names.join(", ")}
${lines.join("\n")}
`;
}

function fishOption({ long, short, says, takesValue, choices }: OptionWords): string {
	const words = [`-l ${long.slice(2)}`, ...(short === undefined ? [] : [`-s ${short.slice(1)}`])];
	if (takesValue) words.push(choices.length === 0 ? "-r -F" : `-x -a ${quoted(choices.join(" "))}`);
	return [...words, `-d ${quoted(says)}`].join(" ");
}

function spellings({ long, short }: OptionWords): readonly string[] {
	return short === undefined ? [long] : [short, long];
}

function identifier(program: string): string {
	return program.replaceAll(/\W/g, "_");
}

/** Quoted as one word for each of these shells. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
