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

/** A picklist value: editors complete the known ones, but any text may come, since values differ per org. */
type KnownCell<Descriptor> = Descriptor extends { readonly known: infer Known extends string }
	? [Known] extends [never]
		? string
		: Known | (string & {})
	: string;

/** What a cell becomes in a row. */
export type Cell<Descriptor> = Descriptor extends { readonly dataType: infer Type extends DataType }
	? CellByDataType<Descriptor>[Type] | null
	: never;

/** The columns of a job: the record's id under `Id`, and a cell for each path. */
export type SelectedCell<Fields, Column extends string> = Column extends "Id" ? string : Cell<FieldAt<Fields, Column>>;

/**
 * The columns of a job that selects these paths, each with any value. A column that may not have been selected, because
 * its path is one of several or part of a list of any length, is optional.
 *
 * ["Last_Name", "Amount" | "Stage"] -> { Id: ...; Last_Name: ...; Amount?: ...; Stage?: ... }
 */
export type SelectedColumns<Paths extends readonly string[]> = [UncertainPath<Paths>] extends [never]
	? { [Column in "Id" | WithoutId<Paths[number]>]: unknown }
	: { [Column in "Id" | Exclude<CertainPath<Paths>, "id">]: unknown } & {
			[Column in Exclude<Paths[number], CertainPath<Paths> | "id">]?: unknown;
		};

/**
 * The record's id is under `Id`. Tested for all paths at once: testing each one costs the compiler three instantiations
 * per path.
 */
type WithoutId<Path> = "id" extends Path ? Exclude<Path, "id"> : Path;

/**
 * Paths that are one of several, and the paths of a list of any length; `never` if every path is certain to be
 * selected.
 *
 * ["A", "B"] -> never
 * ["A", "B" | "C"] -> "B" | "C"
 * ["A", ...("B" | "C")[]] -> "A" | "B" | "C"
 */
type UncertainPath<Paths extends readonly string[]> = number extends Paths["length"]
	? Paths[number]
	: { [Index in keyof Paths]: Several<Paths[Index]> }[number];

type Several<Path, All = Path> = Path extends unknown ? (All extends Path ? never : Path) : never;

/** ["A", "B" | "C", ..."D"[], "E"] -> "A" | "E" */
type CertainPath<Paths extends readonly string[]> = Paths extends readonly [
	infer First extends string,
	...infer Rest extends readonly string[],
]
	? Exclude<First, Several<First>> | CertainPath<Rest>
	: Paths extends readonly [...infer Rest extends readonly string[], infer Last extends string]
		? Exclude<Last, Several<Last>> | CertainPath<Rest>
		: never;

/** A row of a job without `select`, which exports every field of the module. */
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
		? { [Column in keyof Selected]: Selected[Column] }
		: Source extends Module<string, infer Fields>
			? ModuleRow<Fields>
			: never;
