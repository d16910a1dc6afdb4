/**
 * Writes text that comes from an org into TypeScript, so that nothing in it can end the comment, string or template it
 * stands in, change the direction of what follows it, or be taken for a tag.
 */

/**
 * What must not stand in source as it is: controls, line separators, marks that reorder or hide text, halves of
 * characters. Joiners and soft hyphens belong to words, and stay.
 */
const unprintable = /(?!\u200c|\u200d|\u00ad)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A string literal, in the quotes that need fewer escapes, as formatters have it. */
export function writeString(text: string): string {
	const quote = text.split('"').length > text.split("'").length ? "'" : '"';
	return `${quote}${escapeUnprintable(text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`))}${quote}`;
}

/**
 * A property's name, quoted where it must be. Which letters beyond ASCII may stand without quotes depends on the
 * version of Unicode that a compiler knows.
 */
export function writeKey(name: string): string {
	return /^[A-Za-z$_][\w$]*$/.test(name) ? name : writeString(name);
}

/** A line of a template literal. */
export function writeTemplateLine(text: string): string {
	return escapeUnprintable(text.replace(/[\\`]|\$(?=\{)/g, "\\$&"));
}

/** Reads the inside of a string or a template back: the inverse of what writes them. */
export function readEscapes(source: string): string {
	return source.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_, unit: string | undefined, character: string) =>
		unit === undefined ? character : String.fromCharCode(Number.parseInt(unit, 16)),
	);
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

/** Whether a line is as short as formatters have it; a tab counts for two columns. */
export function fitsLine(line: string): boolean {
	return line.replaceAll("\t", "  ").length <= 120;
}
