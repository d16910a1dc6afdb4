import type { DataType } from "../../schema/comparators.js";
import { type Column, idKey } from "./row-layout.js";

/** The kinds of cells that are read from the bytes in the form in which they mostly come. */
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

const kindOf: Readonly<Record<DataType, number>> = {
	integer: kinds.integer,
	bigint: kinds.bigint,
	decimal: kinds.decimal,
	currency: kinds.decimal,
	percent: kinds.decimal,
	text: kinds.text,
	email: kinds.text,
	phone: kinds.text,
	url: kinds.text,
	picklist: kinds.text,
	"multi-select": kinds.list,
	textarea: kinds.text,
	autonumber: kinds.text,
	date: kinds.day,
	datetime: kinds.moment,
	boolean: kinds.boolean,
	lookup: kinds.text,
	owner: kinds.text,
	user: kinds.text,
};

/** The kind of a column's cells. */
export function kindOfColumn({ key, dataType }: Column): number {
	if (key === idKey) return kinds.id;
	return dataType === undefined ? kinds.text : kindOf[dataType];
}
