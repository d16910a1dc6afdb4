/** `1 module`, `24 modules`: a number with its noun. */
export function countOf(number: number, noun: string): string {
	return `${writeNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** `200,000`. */
export function writeNumber(number: number): string {
	return number.toLocaleString("en");
}

/** `7.6 MB`: bytes, in the decimal units that disks and networks are sold in. */
export function writeBytes(bytes: number): string {
	const unit = byteUnits.find(({ size }) => bytes >= size);
	return unit === undefined ? `${bytes} B` : `${(bytes / unit.size).toFixed(1)} ${unit.name}`;
}

const byteUnits = [
	{ size: 1e9, name: "GB" },
	{ size: 1e6, name: "MB" },
	{ size: 1e3, name: "kB" },
];

/** `8 s`, `2 min 5 s`, `1 h 4 min`: milliseconds for people to read. */
export function writeDuration(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1_000);
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
