import { writeLiteral } from "../../render/text/string-literal.js";

/** Writes a word so that a shell takes it for one word. */
export function quoteForShell(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : writeLiteral("shell", word);
}
