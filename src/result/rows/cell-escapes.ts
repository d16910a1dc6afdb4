/** What each byte of a cell becomes in a JSON text: itself, other bytes, or the end of the cell. */
export interface CellEscapes {
	/** Whether two quotes mean one. */
	readonly isQuoted: boolean;
	/** 0 for a byte that stays as it is. */
	readonly isSpecial: Uint8Array;
	/** What is written for the others; a special byte without an entry ends the cell. */
	readonly written: readonly (Uint8Array | undefined)[];
}

const encoder = new TextEncoder();

const controlCharacters = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code));

/** A table in which some characters are escaped as in JSON, and others end the cell. */
function makeEscapes(ends: string, more: Readonly<Record<string, string>> = {}): CellEscapes {
	const isSpecial = new Uint8Array(256);
	const written: (Uint8Array | undefined)[] = Array.from({ length: 256 }, () => undefined);
	for (const character of [...controlCharacters, "\\", ...Object.keys(more), ...ends]) {
		const code = character.charCodeAt(0);
		isSpecial[code] = 1;
		if (!ends.includes(character)) {
			written[code] = encoder.encode(more[character] ?? JSON.stringify(character).slice(1, -1));
		}
	}
	return { isQuoted: ends === '"', isSpecial, written };
}

/** What ends a plain cell; a carriage return does if a line feed follows, and is judged elsewhere if none does. */
const plainEnds = ',"\n\r';

/** For an unquoted cell, and for a quoted one. */
export interface EscapePair {
	readonly plain: CellEscapes;
	readonly quoted: CellEscapes;
}

/** For cells of text. */
export const textEscapes: EscapePair = { plain: makeEscapes(plainEnds), quoted: makeEscapes('"') };

/**
 * For lists: the delimiter ends one text and starts another.
 *
 * @returns `undefined` for a delimiter that is longer than a byte, or has another meaning in CSV or JSON.
 */
export function listEscapes(delimiter: string): EscapePair | undefined {
	if (!/^[ !#-[\]-~]$/.test(delimiter)) return undefined;
	const between = { [delimiter]: '","' };
	return { plain: makeEscapes(plainEnds, between), quoted: makeEscapes('"', between) };
}
