/**
 * Wraps the lines of a text between words at a number of columns; a longer word stays whole. Indented lines are not
 * wrapped: they are commands and code.
 *
 * @param indent - the beginning of every line but the first.
 */
export function wrap(text: string, columns: number, indent = ""): string {
	const lines = text.split("\n").flatMap((line) => (line.startsWith(" ") ? [line] : breakLine(line, columns, indent)));
	return lines.join(`\n${indent}`);
}

function breakLine(line: string, columns: number, indent: string): readonly string[] {
	const lines: string[] = [];
	let current: string | undefined;
	for (const word of line.split(" ")) {
		const room = lines.length === 0 ? columns : columns - indent.length;
		if (current === undefined) current = word;
		else if (current.length + 1 + word.length <= room) current += ` ${word}`;
		else {
			lines.push(current);
			current = word;
		}
	}
	return [...lines, current ?? ""];
}
