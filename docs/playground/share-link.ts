import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** Writes a text into the hash of an address, which browsers do not send to servers. */
export function writeShareHash(text: string): string {
	const bytes = deflateSync(strToU8(text), { level: 9 });
	const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
	return `#query=${btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Reads the text back: `undefined` if there is none, `"damaged"` if it is incomplete or was changed. */
export function readShareHash(hash: string): { readonly text: string } | "damaged" | undefined {
	if (!hash.startsWith("#query=")) return undefined;
	try {
		const letters = atob(hash.slice("#query=".length).replaceAll("-", "+").replaceAll("_", "/"));
		const bytes = inflateSync(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
		const text = strFromU8(bytes);
		// A truncated text may still unpack, but into less.
		return writeShareHash(text) === hash ? { text } : "damaged";
	} catch {
		return "damaged";
	}
}
