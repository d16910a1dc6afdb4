/** What each byte of a cell becomes in a text of JSON: itself, other bytes, or the end of the cell. */
export interface CellEscapes {
	/** Whether two quotes mean one. */
	readonly isQuoted: boolean;
	/** 0 for a byte that stands for itself. */
	readonly isSpecial: Uint8Array;
	/** What is written for others; a special byte that has nothing here ends the cell. */
	readonly written: readonly (Uint8Array | undefined)[];
}

const encoder = new TextEncoder();

const controlCharacters = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code));

/** A table in which these characters are written as JSON has them, and those end the cell. */
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

/** What a plain cell ends with; a carriage return does where a line feed follows, and is for others to judge where none does. */
const plainEnds = ',"\n\r';

/** Of a cell that is not quoted, and of one that is. */
export interface EscapePair {
	readonly plain: CellEscapes;
	readonly quoted: CellEscapes;
}

/** For cells of text. */
export const textEscapes: EscapePair = { plain: makeEscapes(plainEnds), quoted: makeEscapes('"') };

/**
 * For lists: the delimiter ends one text and begins another.
 *
 * @returns `undefined` for a delimiter that is more than a byte, or has another meaning in CSV or JSON.
 */
export function listEscapes(delimiter: string): EscapePair | undefined {
	if (!/^[ !#-[\]-~]$/.test(delimiter)) return undefined;
	const between = { [delimiter]: '","' };
	const plain = delimiter === "," ? textEscapes.plain : makeEscapes(plainEnds, between);
	return { plain, quoted: makeEscapes('"', between) };
}
