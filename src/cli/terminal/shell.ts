import { writeLiteral } from "../../render/text/string-literal.js";

/** Quotes a word so that a shell reads it as one word. */
export function quoteForShell(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : writeLiteral("shell", word);
}
