/** How many bytes {@link decodeShortUtf8} is meant for: the platform decodes longer texts faster. */
export const longestShortText = 32;

/** An array for each length, since `fromCharCode` is fastest with a whole one. */
const unitsByLength: readonly number[][] = Array.from({ length: longestShortText + 1 }, (_, length) =>
	new Array<number>(length).fill(0),
);

/**
 * The text of a few bytes of UTF-8; `undefined` if they are not. For so few, calling the platform's decoder costs three
 * times as much as decoding them here.
 */
export function decodeShortUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
	const length = countUnits(bytes, start, end);
	const units = unitsByLength[length];
	if (units === undefined) return undefined;
	let count = 0;
	/** Any error sets bits here. */
	let wrong = 0;
	for (let at = start; at < end; ) {
		const lead = bytes[at] as number;
		if (lead < 0x80) {
			units[count++] = lead;
			at += 1;
			continue;
		}
		const second = bytes[at + 1] as number;
		wrong |= (second & 0xc0) ^ 0x80;
		if (lead < 0xe0) {
			units[count++] = ((lead & 0x1f) << 6) | (second & 0x3f);
			wrong |= lead < 0xc2 ? 1 : 0;
			at += 2;
			continue;
		}
		const third = bytes[at + 2] as number;
		wrong |= (third & 0xc0) ^ 0x80;
		if (lead < 0xf0) {
			const code = ((lead & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
			const isSurrogate = (code & 0xf800) === 0xd800;
			wrong |= code < 0x800 || isSurrogate ? 1 : 0;
			units[count++] = code;
			at += 3;
			continue;
		}
		const fourth = bytes[at + 3] as number;
		const code = ((lead & 0xf) << 18) | ((second & 0x3f) << 12) | ((third & 0x3f) << 6) | (fourth & 0x3f);
		wrong |= (fourth & 0xc0) ^ 0x80;
		wrong |= code < 0x10000 || code > 0x10ffff ? 1 : 0;
		units[count++] = 0xd7c0 + (code >> 10);
		units[count++] = 0xdc00 | (code & 0x3ff);
		at += 4;
	}
	if (wrong === 0 && count === length) return String.fromCharCode.apply(null, units);
	// Invalid UTF-8 may have given more units than there is room for.
	units.length = length;
	return undefined;
}

/** Each byte gives one unit of UTF-16, except that continuation bytes give none, and the lead of four gives two. */
function countUnits(bytes: Uint8Array, start: number, end: number): number {
	let count = end - start;
	for (let at = start; at < end; at++) {
		const byte = bytes[at] as number;
		if ((byte & 0xc0) === 0x80) count--;
		else if (byte >= 0xf0) count++;
	}
	return count;
}
