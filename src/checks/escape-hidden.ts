/**
 * Control characters, lone surrogates, separators and format characters; not the joiners and soft hyphens that belong
 * to words and emoji.
 */
const hidden = /(?!\n|\u00ad|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Writes characters that are invisible, or that reorder those around them, as `\u` escapes, so that what people read is
 * what is sent. For text in which they only occur inside strings, such as JSON.
 */
export function escapeHidden(text: string): string {
	return text.replace(hidden, writeUnits);
}

/** Each UTF-16 unit of a text as a `\u` escape. */
export function writeUnits(text: string): string {
	return Array.from(
		{ length: text.length },
		(_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`,
	).join("");
}
