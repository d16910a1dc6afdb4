import { expect, test } from "vitest";
import {
	bigInteger,
	boolean,
	bulkRead,
	currency,
	date,
	dateTime,
	decimal,
	defineModule,
	integer,
	lookup,
	multiSelect,
	picklist,
	text,
} from "zoho-bulk-read";
import { columnAt, columnsOf } from "../../../src/sync/copy/copy-column.js";

const Users = defineModule("users", { id: bigInteger, last_name: text, Born: date });
const Things = defineModule("Things", {
	id: bigInteger,
	Serial: bigInteger,
	Hidden: { ...text, filterable: false, exportable: false } as const,
	Owner: lookup(() => Users),
	...{ Count: integer, Amount: currency, Share: decimal, Name: text, Kind: picklist("a"), Tags: multiSelect("a") },
	...{ Day: date, Moment: dateTime, Flag: boolean },
});

test("a module's columns are its id and every field that is exported, by type", () => {
	expect(columnsOf(bulkRead(Things)).map(({ name, type }) => `${name} ${type}`)).toEqual([
		...["Id text", "Serial text", "Owner text", "Count integer", "Amount number", "Share number", "Name text"],
		...["Kind text", "Tags list", "Day date", "Moment moment", "Flag boolean"],
	]);
});

test("a selection's columns are its id and what is selected, in that order", () => {
	expect(columnsOf(bulkRead(Things).select("Owner.last_name", "id", "Owner.Born", "Flag"))).toEqual([
		{ name: "Id", type: "text" },
		{ name: "Owner.last_name", type: "text" },
		{ name: "Owner.Born", type: "date" },
		{ name: "Flag", type: "boolean" },
	]);
});

test("what nobody described is text", () => {
	for (const path of ["Other", "Owner.other", "Name.more"]) {
		expect(columnAt(Things, path)).toEqual({ name: path, type: "text" });
	}
});
