import type { DataType } from "../../schema/comparators.js";
import { byDataType } from "../../schema/value-kinds.js";
import { type Column, idKey } from "./row-layout.js";

/** The kinds of cells whose usual form is read directly from the bytes. */
export const kinds = {
	text: 0,
	list: 1,
	integer: 2,
	decimal: 3,
	boolean: 4,
	day: 5,
	moment: 6,
	id: 7,
	bigint: 8,
} as const;

const kindOf: Readonly<Record<DataType, number>> = byDataType<number>({
	integer: kinds.integer,
	digits: kinds.bigint,
	decimal: kinds.decimal,
	text: kinds.text,
	choice: kinds.text,
	choices: kinds.list,
	day: kinds.day,
	moment: kinds.moment,
	boolean: kinds.boolean,
	id: kinds.text,
});

/** The kind of a column's cells. */
export function kindOfColumn({ key, dataType }: Column): number {
	if (key === idKey) return kinds.id;
	return dataType === undefined ? kinds.text : kindOf[dataType];
}
