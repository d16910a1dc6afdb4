import type { Module } from "../criteria/build/define-module.js";
import type { DataType } from "../schema/comparators.js";
import type { FieldAt } from "../schema/path.js";

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

/**
 * A cell for each path, and the record's id under `Id`.
 *
 * @typeParam _Paths - what was selected. A mapped type that does not mention it would forget which columns are optional.
 */
export type SelectedCell<Fields, Column extends string, _Paths = never> = Column extends "Id"
	? string
	: Cell<FieldAt<Fields, Column>>;

/**
 * The paths that a job may have selected. Those that it may also have left out, because they are one of several or part of a
 * list of any length, are optional. A row has the columns as keys and takes no more than this from here. So it is worked out
 * when a row is asked for, and not when a job selects.
 *
 * ["Last_Name", "Amount"] -> nothing is optional
 * ["Last_Name", "Amount" | "Stage"] -> { Id: ...; Last_Name: ...; Amount?: ...; Stage?: ... }
 */
export type SelectedColumns<Paths extends readonly string[]> = number extends Paths["length"]
	? PerhapsSelected<Paths>
	: Marked<Paths> extends readonly MarkOf<Paths[number]>[]
		? Record<string, unknown>
		: PerhapsSelected<Paths>;

type PerhapsSelected<Paths extends readonly string[]> = { [Path in "Id" | Paths[number]]?: unknown } & {
	[Path in "Id" | CertainPath<Paths>]: unknown;
};

/**
 * Compares the path at each place with every single path: one that is one of several has another mark than each of them has. To
 * ask each place costs the compiler more.
 */
interface Mark<in out Path> {
	readonly path: (path: Path) => Path;
}

// Without a constraint: the compiler would do twice as much for each place of what it knows to be a list.
type Marked<Paths> = { readonly [Index in keyof Paths]: Mark<Paths[Index]> };

type MarkOf<Path> = Path extends unknown ? Mark<Path> : never;

/** The columns of a job: the record's id is under `Id`. */
export type ColumnsOf<Path> = "Id" | WithoutId<Path>;

/**
 * The record's id is under `Id`. Tested for all paths at once: testing each one costs the compiler three instantiations
 * per path.
 */
type WithoutId<Path> = "id" extends Path ? Exclude<Path, "id"> : Path;

/** A path that is one of several; `never` for a single one. */
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
export type Row<Source> = Source extends { readonly rowType?: infer Selected }
	? { [Column in keyof Selected]: Selected[Column] }
	: Source extends Module<string, infer Fields>
		? ModuleRow<Fields>
		: never;
