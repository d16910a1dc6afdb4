/** Controls, halves, separators and format characters; not the joiners and soft hyphens that belong to words and emoji. */
const hidden = /(?!\n|\u00ad|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Writes characters that do not show, or that change the order of those around them, as `\u` escapes, so that nobody
 * reads another query than is sent. For text in which they can only stand inside strings, such as JSON.
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
