import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { makeProgram } from "../src/cli/make-program.js";

/** The commands that have a recorded terminal session. */
const recorded = ["login", "init", "generate", "export", "sync", "explain", "sandbox", "doctor"];

/** Describes every command with its options in Markdown, as the program itself defines them. */
export function writeCommands(): string {
	return makeProgram().commands.map(writeCommand).join("\n\n");
}

function writeCommand(command: Command): string {
	const name = command.name();
	const options = command.options.filter(({ hidden }) => !hidden);
	const rows = options.map(({ flags, description, argChoices, defaultValue, defaultValueDescription }) => {
		const choices =
			argChoices === undefined ? "" : `. One of ${argChoices.map((choice) => `\`${choice}\``).join(", ")}.`;
		const given = defaultValueDescription ?? (typeof defaultValue === "string" ? defaultValue : undefined);
		return `| \`${cell(flags)}\` | ${cell(description)}${choices}${given === undefined ? "" : `. \`${cell(given)}\` by default.`} |`;
	});
	return [
		`## ${name}`,
		`${escapeHtml(command.description() || command.summary())}`,
		`\`\`\`text\nzoho-bulk-read ${name} ${command.usage()}\n\`\`\``,
		...(rows.length === 0 ? [] : [["| option | what it does |", "| --- | --- |", ...rows].join("\n")]),
		...(recorded.includes(name) ? [`\`\`\`text\n${readSession(name)}\n\`\`\``] : []),
	].join("\n\n");
}

function readSession(name: string): string {
	return readFileSync(new URL(`terminal/${name}.txt`, import.meta.url), "utf8").trimEnd();
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const escapeHtml = (text: string): string => text.replaceAll("<", "&lt;");
