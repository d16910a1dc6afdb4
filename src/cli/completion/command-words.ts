import type { Command, Option } from "commander";

/** What can be typed after the name of the program. */
export interface CommandWords {
	readonly name: string;
	readonly summary: string;
	readonly options: readonly OptionWords[];
	/** The possible arguments, if that is a list. */
	readonly choices: readonly string[];
}

/** An option as it is typed. */
export interface OptionWords {
	/** `--output`. */
	readonly long: string;
	/** `-o`, if it has one. */
	readonly short: string | undefined;
	readonly says: string;
	readonly takesValue: boolean;
	/** The possible values, if that is a list. */
	readonly choices: readonly string[];
}

/** Reads the words of a program from the program itself, so that they cannot differ. */
export function commandWords(program: Command): readonly CommandWords[] {
	return program.commands.map((command) => ({
		name: command.name(),
		summary: command.summary(),
		options: [...command.options.filter(({ hidden }) => !hidden).map(optionWords), help],
		choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
	}));
}

const help: OptionWords = { long: "--help", short: "-h", says: "print this help", takesValue: false, choices: [] };

function optionWords({ long, short, flags, description, required, optional, argChoices }: Option): OptionWords {
	return {
		long: long ?? flags,
		short,
		says: description,
		takesValue: required || optional,
		choices: argChoices ?? [],
	};
}
