import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** Writes a text into the part of an address that no server sees. */
export function writeShareHash(text: string): string {
	const bytes = deflateSync(strToU8(text), { level: 9 });
	const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
	return `#query=${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Reads the text back; `undefined` where there is none, or it is damaged. */
export function readShareHash(hash: string): string | undefined {
	const [, packed] = /^#query=([\w-]+)$/.exec(hash) ?? [];
	if (packed === undefined) return undefined;
	try {
		const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
		return strFromU8(inflateSync(Uint8Array.from(letters, (letter) => letter.charCodeAt(0))));
	} catch {
		return undefined;
	}
}
