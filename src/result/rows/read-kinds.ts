import {
	callback,
	filledText,
	flag,
	numberFrom,
	type OptionKinds,
	wholeFrom,
	wordOf,
} from "../../checks/option-kinds.js";
import type { ReadRowsOptions } from "./read-rows.js";

/** What the options of reading rows take. */
export const readKinds: OptionKinds<ReadRowsOptions> = {
	invalidCells: wordOf("error", "text"),
	longNumbers: wordOf("error", "text"),
	unknownColumns: wordOf("text", "error"),
	missingColumns: wordOf("error", "null"),
	quotes: wordOf("strict", "lenient"),
	multiSelectDelimiter: filledText,
	copyText: flag,
	maxCellBytes: numberFrom(1),
	maxRowBytes: numberFrom(1),
	maxInflatedBytes: numberFrom(1),
	count: wholeFrom(0),
	onProgress: callback,
};
