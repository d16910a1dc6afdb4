import { readdirSync, readFileSync } from "node:fs";

/** A line that the compiler must refuse. */
export interface WrongThing {
	/** What is wrong with it. */
	readonly what: string;
	/** From 1. */
	readonly line: number;
	readonly code: string;
}

/** A file of `wrong/`: each wrong line follows a directive that says what is wrong with it. */
export interface WrongFile {
	/** Its name, without the ending. */
	readonly name: string;
	/** Its text with the directives made plain comments, so that the compiler says what it thinks of the lines. */
	readonly text: string;
	readonly things: readonly WrongThing[];
}

const folder = new URL("./wrong/", import.meta.url);
const directive = "// @ts-expect-error ";

/** Reads everything that the compiler has to refuse. */
export function readWrongFiles(): readonly WrongFile[] {
	const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
	return files.map((file) => {
		const text = readFileSync(new URL(file, folder), "utf8");
		return { name: file.replace(/\.ts$/, ""), text: text.replaceAll(directive, "// "), things: thingsIn(text) };
	});
}

function thingsIn(text: string): WrongThing[] {
	const lines = text.split("\n");
	return lines.flatMap((line, index) =>
		line.startsWith(directive)
			? [{ what: line.slice(directive.length), line: index + 2, code: lines[index + 1] ?? "" }]
			: [],
	);
}
