import type { CsvDialect } from "../../result/csv/csv-dialect.js";

/** The options that say how CSV is written. */
export interface DialectOptions {
	readonly delimiter?: string;
	readonly quote?: "needed" | "always";
	readonly lineEnding?: "lf" | "crlf";
	readonly bom?: true;
	readonly safeForSpreadsheets?: true;
}

/** The requested dialect, if any. */
export function readDialect(options: DialectOptions): CsvDialect | undefined {
	const { delimiter, quote, lineEnding, bom, safeForSpreadsheets } = options;
	const given = { delimiter: delimiter && delimiterOf(delimiter), quote, lineEnding, bom, safeForSpreadsheets };
	return Object.values(given).some((value) => value !== undefined) ? given : undefined;
}

/** A tab is hard to type. */
function delimiterOf(text: string): string {
	return text === "tab" || text === "\\t" ? "\t" : text;
}
