import type { Simplify } from "type-fest";
import type { Module } from "../criteria/build/define-module.js";
import type { DataType } from "../schema/comparators.js";
import type { FieldAt } from "../schema/path.js";
import type { Job } from "./any-job.js";

/** What a cell of each data type becomes in a row. An empty cell is `null`, whatever the type. */
interface CellByDataType<Descriptor> {
	readonly integer: number;
	readonly bigint: string;
	readonly decimal: number;
	readonly currency: number;
	readonly percent: number;
	readonly text: string;
	readonly email: string;
	readonly phone: string;
	readonly url: string;
	readonly picklist: KnownCell<Descriptor>;
	readonly "multi-select": KnownCell<Descriptor>[];
	readonly textarea: string;
	readonly autonumber: string;
	readonly date: string;
	readonly datetime: string;
	readonly boolean: boolean;
	readonly lookup: string;
	readonly owner: string;
	readonly user: string;
}

/** A known value of a picklist, completed by the editor, or any other text: values differ per org. */
type KnownCell<Descriptor> = Descriptor extends { readonly known: infer Known extends string }
	? [Known] extends [never]
		? string
		: Known | (string & {})
	: string;

/** What a cell becomes in a row. */
export type Cell<Descriptor> = Descriptor extends { readonly dataType: infer Type extends DataType }
	? CellByDataType<Descriptor>[Type] | null
	: never;

/** What a column of a job holds: the record's id under `Id`, and a cell for each path. */
export type SelectedCell<Fields, Column extends string> = Column extends "Id" ? string : Cell<FieldAt<Fields, Column>>;

/** A row of a job that selects nothing, and so gets every field of the module. */
export type ModuleRow<Fields> = { Id: string } & {
	-readonly [Name in keyof Fields as Fields[Name] extends Exported ? (Name extends "id" ? never : Name) : never]: Cell<
		Fields[Name]
	>;
};

interface Exported {
	readonly exportable: true;
}

/**
 * The rows of a job, or of a whole module.
 *
 * @example
 * ```ts
 * const job = bulkRead(Contacts).select("Last_Name", "Owner.last_name");
 * type Contact = Row<typeof job>; // { Id: string; Last_Name: string | null; "Owner.last_name": string | null }
 * ```
 */
export type Row<Source> =
	Source extends Job<infer Selected>
		? Simplify<Selected>
		: Source extends Module<string, infer Fields>
			? ModuleRow<Fields>
			: never;
