import { readFileSync } from "node:fs";

/** The figures that a bench recorded with `--record`. */
export interface RecordedFigures {
	/** When they were measured, as YYYY-MM-DD. */
	readonly taken: string;
	/** What they were measured on, in general words. */
	readonly machine: string;
	/** The rows of a table: each value by the title of its column. */
	readonly rows: readonly Readonly<Record<string, string | number>>[];
}

const recorded: Readonly<Record<string, RecordedFigures>> = JSON.parse(
	readFileSync(new URL("figures.json", import.meta.url), "utf8"),
);

export const figureTables: Readonly<Record<string, () => string>> = Object.fromEntries(
	Object.entries(recorded).map(([name, figures]) => [name, () => writeFigures(figures)]),
);

export function writeFigures({ taken, machine, rows }: RecordedFigures): string {
	const columns = Object.keys(rows[0] ?? {});
	const isNumeric = (column: string): boolean => rows.every((row) => typeof row[column] === "number");
	const lines = [
		columns,
		columns.map((column) => (isNumeric(column) ? "---:" : "---")),
		...rows.map((row) => columns.map((column) => writeFigure(row[column] ?? ""))),
	];
	const day = new Date(taken).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
	return [...lines.map((cells) => `| ${cells.join(" | ")} |`), "", `Taken on ${day}: ${machine}.`].join("\n");
}

function writeFigure(value: string | number): string {
	return typeof value === "number" ? value.toLocaleString("en", { maximumSignificantDigits: 3 }) : value;
}
