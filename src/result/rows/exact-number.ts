/**
 * Whether a number is exactly what a decimal says, that is, whether printing it gives the same digits: an amount of
 * 1234567890123456.78 would silently lose its pennies.
 */
export function isExact(text: string, value: number): boolean {
	if (!Number.isFinite(value)) return false;
	const written = readDigits(text);
	const held = readDigits(String(value));
	return written.digits === held.digits && (written.digits === "" || written.exponent === held.exponent);
}

interface Digits {
	/** Without leading and trailing zeros. */
	readonly digits: string;
	/** The exponent of ten, with the point before the digits. */
	readonly exponent: number;
}

function readDigits(text: string): Digits {
	const [, whole = "", fraction = "", exponent = "0"] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
	const all = whole + fraction;
	let start = 0;
	while (all.charCodeAt(start) === zero) start++;
	let end = all.length;
	while (all.charCodeAt(end - 1) === zero) end--;
	return { digits: all.slice(start, end), exponent: whole.length - start + Number(exponent) };
}

const zero = 0x30;
