/**
 * Writes text that comes from an org into TypeScript, so that nothing in it can end the comment, string or template it
 * stands in, change the direction of what follows it, or be taken for a tag.
 */

/** What must not stand in source as it is: controls, line separators, marks that reorder or hide text, halves of characters. */
const unprintable = /(?![\u200c\u200d\u00ad])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A string literal, in the quotes that need fewer escapes, as formatters have it. */
export function writeString(text: string): string {
	const quote = text.split('"').length > text.split("'").length ? "'" : '"';
	return `${quote}${escapeUnprintable(text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`))}${quote}`;
}

/** A property's name, quoted where it must be. */
export function writeKey(name: string): string {
	return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : writeString(name);
}

/** A line of a template literal. */
export function writeTemplateLine(text: string): string {
	return escapeUnprintable(text.replace(/[\\`]|\$(?=\{)/g, "\\$&"));
}

/** Text for a doc comment: one line, without anything that ends the comment or is read as a tag or as markup. */
export function writeCommentText(text: string): string {
	return text
		.replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
		.replace(unprintable, "\ufffd")
		.replace(/\*\//g, "*\\/")
		.replace(/(?<=^|[\s{])@|<|\{(?=@)/g, "\\$&")
		.trim();
}

function escapeUnprintable(text: string): string {
	return text.replace(unprintable, (character) =>
		Array.from({ length: character.length }, (_, unit) => writeUnit(character.charCodeAt(unit))).join(""),
	);
}

function writeUnit(unit: number): string {
	return `\\u${unit.toString(16).padStart(4, "0")}`;
}
