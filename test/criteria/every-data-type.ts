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
} from "../../src/criteria/build/define-module.js";
import type { DataType } from "../../src/schema/comparators.js";
import type { AnyModule } from "../../src/schema/module-schema.js";

const Users = defineModule("Users", { last_name: text, age: integer });

const Accounts = defineModule("Accounts", {
	Phone: phone,
	Revenue: currency,
	Founded: date,
	Parent: owner(() => Users),
});

/** A module with a field of every data type, and lookups into two others. */
export const Everything = defineModule("Everything", {
	Integer: integer,
	Big: bigInteger,
	Decimal: decimal,
	Currency: currency,
	Percent: percent,
	Text: text,
	Email: email,
	Phone: phone,
	Url: url,
	Picklist: picklist("Open", "Closed"),
	Tags: multiSelect("red", "green"),
	Notes: textArea,
	Number: autoNumber,
	Day: date,
	Moment: dateTime,
	Flag: boolean,
	$converted: boolean,
	Account: lookup(() => Accounts),
	Owner: owner(() => Users),
	Editor: user(() => Users),
});

/** A path of a module's, with the data type of the field at its end. */
export interface TypedPath {
	readonly path: string;
	readonly dataType: DataType;
}

/** Every path of a module through at most one lookup. */
export function pathsOf(module: AnyModule): readonly TypedPath[] {
	return [...module.fields.values()].flatMap(({ apiName, dataType, target }) => [
		{ path: apiName, dataType },
		...[...(target?.().fields.values() ?? [])].map((field) => ({
			path: `${apiName}.${field.apiName}`,
			dataType: field.dataType,
		})),
	]);
}
