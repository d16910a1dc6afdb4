import { escapeHidden } from "../../checks/escape-hidden.js";

/** A piece of TypeScript: text, or a list whose members get separate lines if one line is too short. */
export type Source = string | Bracketed;

/** `open first, second close` */
export interface Bracketed {
	readonly open: string;
	readonly inner: readonly Source[];
	readonly close: string;
}

const lineLength = 100;

/** Writes a piece of source at a depth of indentation, starting at a column; a tab counts as two. */
export function writeSource(source: Source, depth: number, column: number): string {
	const flat = writeFlat(source);
	if (typeof source === "string" || column + flat.length <= lineLength) return flat;
	const lines = source.inner.map((piece) => `${tabs(depth + 1)}${writeSource(piece, depth + 1, depth * 2 + 3)},\n`);
	return `${source.open}\n${lines.join("")}${tabs(depth)}${source.close}`;
}

const tabs = (depth: number): string => "\t".repeat(depth);

function writeFlat(source: Source): string {
	return typeof source === "string" ? source : source.open + source.inner.map(writeFlat).join(", ") + source.close;
}

/** A literal of a string, number or boolean: JSON's are valid TypeScript. */
export function writeText(value: string | number | boolean): string {
	return escapeHidden(JSON.stringify(value));
}
