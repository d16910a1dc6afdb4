import type { NotExported, SelectOnly } from "./field.js";
import type { Hops } from "./module-schema.js";
import type { FieldAt } from "./path.js";

/**
 * What the compiler says of a path that will not do. Each type below is the type of a parameter when its argument is
 * wrong: the alias's name and arguments are the message, its members are what the editor completes.
 */
declare const refused: unique symbol;

/** A member that no argument can be: it keeps the union from accepting what it reports. */
interface Refused {
	readonly [refused]: never;
}

/** `Path` names no field of the module. */
export type UnknownField<Path, Fields> = (keyof Fields & string) | (Refused & { readonly path?: Path });

/** `Path` is a field's name in other letters. */
export type Misspelt<Path, Suggestion, Fields> =
	| (keyof Fields & string)
	| (Refused & { readonly path?: [Path, Suggestion] });

/** Names the field that was probably meant. */
export interface DidYouMean<Name> {
	readonly name: Name;
}

/** `Name` names no field of the module that the lookup leads to. */
export type UnknownFieldVia<Via extends string, Name, Target> =
	| `${Via}${keyof Target & string}`
	| (Refused & { readonly path?: Name });

/** A dot follows a field that is not a lookup. */
export type NotALookup<Name, Fields> = (keyof Fields & string) | (Refused & { readonly path?: Name });

/** The path passes through more than one lookup, and the API documents one. */
export type TwoLookups<Path, Fields> = (keyof Fields & string) | (Refused & { readonly path?: Path });

/** The field exists, but criteria may not name it. */
export type NotFilterable<Path, Fields> = Exclude<keyof Fields & string, Path> | (Refused & { readonly path?: Path });

/** The field exists, but bulk read does not export it. */
export type NotExportable<Path, Fields> = Exclude<keyof Fields & string, Path> | (Refused & { readonly path?: Path });

/** The path is not known to the compiler: write it as a literal, or parse it with `parseCriteria`. */
export type LiteralPathRequired<Fields> = (keyof Fields & string) | Refused;

/**
 * Chooses the report for a path that was refused.
 *
 * Fields -> Path -> the alias that names the mistake
 */
export type PathReport<Fields, Path extends string, Depth extends Hops = 1> = string extends Path
	? { readonly path: LiteralPathRequired<Fields> }
	: FieldAt<Fields, Path, Depth> extends SelectOnly<infer _>
		? { readonly path: NotFilterable<Path, Fields> }
		: FieldAt<Fields, Path, Depth> extends NotExported<infer _>
			? { readonly path: NotExportable<Path, Fields> }
			: Path extends `${infer Via}.${infer Rest}`
				? Fields extends { readonly [_ in Via]: infer Descriptor }
					? Descriptor extends { readonly target: infer Target }
						? { readonly path: ViaReport<Fields, Path, Via, Rest, Target, Depth> }
						: { readonly path: NotALookup<Via, Fields> }
					: { readonly path: Spelling<Fields, Via> }
				: { readonly path: Spelling<Fields, Path> };

type ViaReport<Fields, Path, Via extends string, Rest extends string, Target, Depth extends Hops> = Depth extends 1
	? Rest extends `${infer _Next}.${infer _Last}`
		? TwoLookups<Path, Fields>
		: UnknownFieldVia<`${Via}.`, Rest, Target>
	: UnknownFieldVia<`${Via}.`, Rest, Target>;

/** A misspelling is looked for among a few respellings of what was written, never among the fields. */
type Spelling<Fields, Path extends string> =
	Respelt<Path> extends infer Suggestion extends string
		? Extract<Suggestion, KnownOf<Fields, Suggestion>> extends infer Found
			? [Found] extends [never]
				? UnknownField<Path, Fields>
				: Misspelt<Path, DidYouMean<Found>, Fields>
			: never
		: never;

type KnownOf<Fields, Name extends string> = Name extends string
	? Fields extends { readonly [_ in Name]: infer _Descriptor }
		? Name
		: never
	: never;

/** "last_name" -> "last_name" | "Last_Name" | "Last_name" | ... */
type Respelt<Path extends string> =
	| Lowercase<Path>
	| Capitalize<Path>
	| Capitalize<Lowercase<Path>>
	| TitleCase<Lowercase<Spaceless<Path>>>
	| TitleCase<CamelToSnake<Path>>;

type Spaceless<Path extends string> = Path extends `${infer Head} ${infer Tail}` ? Spaceless<`${Head}_${Tail}`> : Path;

type TitleCase<Path extends string> = Path extends `${infer Head}_${infer Tail}`
	? `${Capitalize<Head>}_${TitleCase<Tail>}`
	: Capitalize<Path>;

type CamelToSnake<Path extends string> = Path extends `${infer Head}${infer Tail}`
	? Tail extends Uncapitalize<Tail>
		? `${Head}${CamelToSnake<Tail>}`
		: `${Head}_${CamelToSnake<Tail>}`
	: Path;
