/**
 * Writes text from an org into TypeScript, so that nothing in it can end its comment, string or template, change the
 * direction of what follows, or be taken for a tag.
 */

/**
 * What must be escaped in source: control characters, line separators, marks that reorder or hide text, lone
 * surrogates. Joiners and soft hyphens belong to words, and stay.
 */
const unprintable = /(?!\u200c|\u200d|\u00ad)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A string literal, in the quotes that need fewer escapes, as formatters write it. */
export function writeString(text: string): string {
	const quote = text.split('"').length > text.split("'").length ? "'" : '"';
	return `${quote}${escapeUnprintable(text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`))}${quote}`;
}

/**
 * A property's name, quoted if necessary. Which non-ASCII letters need no quotes depends on the compiler's version of
 * Unicode.
 */
export function writeKey(name: string): string {
	return /^[A-Za-z$_][\w$]*$/.test(name) ? name : writeString(name);
}

/** A line of a template literal. */
export function writeTemplateLine(text: string): string {
	return escapeUnprintable(text.replace(/[\\`]|\$(?=\{)/g, "\\$&"));
}

/** Reads back the inside of a string or a template: the inverse of writing them. */
export function readEscapes(source: string): string {
	return source.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_, unit: string | undefined, character: string) =>
		unit === undefined ? character : String.fromCharCode(Number.parseInt(unit, 16)),
	);
}

/** Text for a doc comment: one line, without anything that ends the comment or reads as a tag or markup. */
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

/** Whether a line is short enough for formatters; a tab counts as two columns. */
export function fitsLine(line: string): boolean {
	return line.replaceAll("\t", "  ").length <= 120;
}
