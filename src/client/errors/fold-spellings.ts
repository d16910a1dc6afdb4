/**
 * A text as bytes that are the same however it is spelled: raw, percent-encoded, as a form, escaped in JSON, as HTML,
 * or several of these nested. Only for searching: it cannot be read back.
 */
export interface Folded {
	/** The bytes, one a character. */
	readonly bytes: string;
	/** Where each byte begins in the text, followed by where the text ends. */
	readonly starts: readonly number[];
}

/** A server may escape text that is already escaped: a URL in JSON in JSON. Nobody nests deeper than this. */
const maxRounds = 4;

/** Folds a text. */
export function foldSpellings(text: string): Folded {
	let folded = utf8(text);
	for (let round = 0; round < maxRounds; round += 1) {
		const next = foldOnce(folded);
		if (next.bytes.length === folded.bytes.length) return next;
		folded = next;
	}
	return folded;
}

/** Removes one level of escapes. */
function foldOnce({ bytes, starts }: Folded): Folded {
	const folded: string[] = [];
	const begins: number[] = [];
	let at = 0;
	while (at < bytes.length) {
		const read = readEscape(bytes, at);
		const meaning = read === undefined ? (bytes[at] ?? "") : read.meaning;
		for (const byte of meaning) {
			// A form spells a space as a plus sign, and decoding turns a real plus sign into a space.
			folded.push(byte === "+" ? " " : byte);
			begins.push(starts[at] ?? 0);
		}
		at += read?.length ?? 1;
	}
	begins.push(starts[bytes.length] ?? 0);
	return { bytes: folded.join(""), starts: begins };
}

interface Escape {
	/** What it stands for, as bytes. */
	readonly meaning: string;
	/** How many bytes it has. */
	readonly length: number;
}

const percentForm = /%([0-9a-f]{2})/iy;
const jsonForm = /u([0-9a-f]{4})(?:\\+u(d[c-f][0-9a-f]{2}))?/iy;
const htmlForm = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/iy;
const htmlNames: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function readEscape(bytes: string, at: number): Escape | undefined {
	switch (bytes[at]) {
		case "%": {
			const [whole, digits = ""] = matchAt(percentForm, bytes, at) ?? [];
			return whole === undefined
				? undefined
				: { meaning: String.fromCharCode(Number.parseInt(digits, 16)), length: whole.length };
		}
		case "\\": {
			let end = at;
			while (bytes[end] === "\\") end += 1;
			const [whole = "", first, second] = matchAt(jsonForm, bytes, end) ?? [];
			// Any other escape means the character itself, or one that no secret has.
			if (first === undefined) return { meaning: bytes[end] ?? "", length: end - at + 1 };
			const isPair = second !== undefined && /^d[89ab]/i.test(first);
			const units = isPair ? [first, second] : [first];
			const character = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
			return { meaning: utf8(character).bytes, length: end - at + (isPair ? whole.length : 5) };
		}
		case "&": {
			const [whole, decimal, hex, name = ""] = matchAt(htmlForm, bytes, at) ?? [];
			if (whole === undefined) return undefined;
			const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
			const character = htmlNames[name.toLowerCase()] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : "");
			return { meaning: utf8(character).bytes, length: whole.length };
		}
		default:
			return undefined;
	}
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

function utf8(text: string): Folded {
	const parts: string[] = [];
	const starts: number[] = [];
	let at = 0;
	for (const character of text) {
		for (const byte of encoder.encode(character)) {
			parts.push(String.fromCharCode(byte));
			starts.push(at);
		}
		at += character.length;
	}
	starts.push(at);
	return { bytes: parts.join(""), starts };
}

const encoder = new TextEncoder();
