import {
	autoNumber,
	bigInteger,
	boolean,
	currency,
	date,
	dateTime,
	decimal,
	defineModule,
	email,
	integer,
	lookup,
	multiSelect,
	owner,
	percent,
	phone,
	picklist,
	text,
	textArea,
	url,
	user,
} from "../../src/criteria/build/descriptors.js";
import type { RowColumns } from "../../src/result/rows/read-header.js";
import type { ReadRowsOptions } from "../../src/result/rows/read-options.js";
import { readRows } from "../../src/result/rows/read-rows.js";
import { zipped } from "./archives.js";
import { collect, streamOf } from "./streams.js";

export const Users = defineModule("Users", { id: bigInteger, last_name: text });

/** A field of each data type, named after it. */
export const Things = defineModule("Things", {
	integer,
	bigint: bigInteger,
	decimal,
	currency,
	percent,
	text,
	email,
	phone,
	url,
	picklist: picklist("a"),
	multi_select: multiSelect("a"),
	textarea: textArea,
	autonumber: autoNumber,
	date,
	datetime: dateTime,
	boolean,
	lookup: lookup(() => Users),
	owner: owner(() => Users),
	user: user(() => Users),
	$converted: boolean,
});

export type TestRow = Record<string, unknown>;

/** The rows of a CSV, as of a job that selected the columns of its header. */
export function rowsOf(csv: string | Uint8Array, options?: ReadRowsOptions): Promise<TestRow[]> {
	return collect(readRows<TestRow>(streamOf(zipped(csv)), columnsOf(csv), options));
}

/** What a job on {@link Things} would have selected to get this header. */
export function columnsOf(csv: string | Uint8Array): RowColumns<TestRow> {
	const [header = ""] = Buffer.from(csv).toString().replace("\uFEFF", "").split(/\r?\n/, 1);
	return { module: Things, selection: header.split(",").map((name) => name.replace(/^"(.*)"$/, "$1")) };
}
