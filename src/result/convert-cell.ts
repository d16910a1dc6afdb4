import type { DataType } from "../schema/comparators.js";
import { DamagedResultError } from "./damaged-result-error.js";

/** Turns a cell's text into a value by its data type; an empty cell is `null`. */
export function convertCell(text: string, dataType: DataType | undefined, column: string, record: number): unknown {
	if (text === "") return null;
	switch (dataType) {
		case "integer":
		case "decimal":
		case "currency":
		case "percent": {
			const value = Number(text);
			if (!/^-?\d+(\.\d+)?$/.test(text) || (dataType === "integer" && !Number.isSafeInteger(value))) {
				throw new DamagedResultError(`${column} holds ${JSON.stringify(text)}, which is no ${dataType}`, record);
			}
			return value;
		}
		case "boolean":
			if (text !== "true" && text !== "false") {
				throw new DamagedResultError(`${column} holds ${JSON.stringify(text)}, which is no boolean`, record);
			}
			return text === "true";
		case "multi-select":
			return text.split(",");
		default:
			return text;
	}
}
