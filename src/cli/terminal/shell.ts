import { writeLiteral } from "../../render/text/string-literal.js";

/** Quotes a word so that a shell reads it as one word. */
export function quoteForShell(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : writeLiteral("shell", word);
}

/** This command with arguments, for people to type: whoever runs it through npx or npm does not have it on their path. */
export function ownCommand(...words: readonly string[]): string {
	const start = process.env.npm_command === undefined ? [] : ["npx"];
	return [...start, "zoho-bulk-read", ...words.map(quoteForShell)].join(" ");
}
