import type { AnyHops, PathsOfAnyHops } from "./any-hops.js";
import type { Field, Undescribed } from "./field.js";

/**
 * What the compiler says about a wrong path. Each type below is the type of a parameter when its argument is wrong: the
 * alias's name and arguments are the message, its members are what the editor completes.
 */
declare const refused: unique symbol;

/** A member that no argument can have: it keeps the union from accepting what it reports. */
interface Refused {
	readonly [refused]: never;
}

/** The module has no field `Path`. */
export type UnknownField<Path, Fields> = keyof Fields | (Refused & { readonly path?: Path });

/** `Path` is a misspelling of a field's name. */
export type Misspelt<Path, Suggestion, Fields> = keyof Fields | (Refused & { readonly path?: [Path, Suggestion] });

/** Names the field that was probably meant. */
export interface DidYouMean<Name> {
	readonly name: Name;
}

/** The module that the lookup leads to has no field `Name`. */
export type UnknownFieldVia<Via extends string, Name, Target> =
	| `${Via}${keyof Target & string}`
	| (Refused & { readonly path?: Name });

/** `Name` is a misspelling of a field of the module that the lookup leads to. */
export type MisspeltVia<Via extends string, Name, Suggestion, Target> =
	| `${Via}${keyof Target & string}`
	| (Refused & { readonly path?: [Name, Suggestion] });

/** A dot follows a field that is not a lookup. */
export type NotALookup<Name, Fields> = keyof Fields | (Refused & { readonly path?: Name });

/** The lookup `Name` refers to the module `Target`, whose fields are not described: generate that module too. */
export type TargetNotDescribed<Name, Target, Fields> = keyof Fields | (Refused & { readonly path?: [Name, Target] });

/** The path passes through more than one lookup, and the API documents one. */
export type TwoLookups<Path, Fields> = keyof Fields | (Refused & { readonly path?: Path });

/** The field exists, but you cannot filter by it. */
export type NotFilterable<Path, Fields> = Refused & { readonly path?: [Path, Fields] };

/** The field exists, but bulk read does not export it. */
export type NotExportable<Path, Fields> = Refused & { readonly path?: [Path, Fields] };

/** The path is not known to the compiler: write it as a literal, or parse it with `parseCriteria`. */
export type LiteralPathRequired<Fields> = keyof Fields | Refused;

/**
 * The type of a parameter whose path was refused. Whatever lists a module's fields is behind an `infer` or an indexed
 * access: otherwise the compiler would walk it for every condition, and for every module.
 *
 * @typeParam Forbidden - what to say if there is such a field.
 */
export type RefusedPath<Descriptor, Fields, Path, Forbidden> = Descriptor extends { readonly report: infer Report }
	? Report
	: Descriptor extends Field
		? Forbidden
		: NoFieldReports<Fields, Path>[string extends Path ? "open" : "closed"];

/**
 * The same behind an indexed access, `RefusedPaths<...>[Key]` with a key that is known only when the path is. The
 * compiler infers the path from its parameter, and would look for it in every branch of the report, which took a third
 * of the time of a condition.
 */
export interface RefusedPaths<Descriptor, Fields, Path, Forbidden> {
	/** The report; no value has it. */
	readonly refused: RefusedPath<Descriptor, Fields, Path, Forbidden>;
}

/** What to say if the path leads to something that is not a field: to `toString` or, for any string, to every field. */
interface NoFieldReports<Fields, Path> {
	readonly open: LiteralPathRequired<Fields>;
	readonly closed: UnknownField<Path, Fields>;
}

/**
 * Why a path leads to no field: the alias that names the mistake.
 *
 * Fields -> "Las_Name" -> UnknownField<"Las_Name", Fields>
 */
export type PathReport<Fields, Path extends string> = string extends Path
	? LiteralPathRequired<Fields>
	: NameReport<Fields, Path, "">;

/**
 * What is wrong with a path, or with the rest of one.
 *
 * @typeParam Via - the lookups before this place, each with its dot.
 */
type NameReport<Fields, Path extends string, Via extends string> = Path extends `${infer Name}.${infer Rest}`
	? Fields extends { [_ in Name]: infer Descriptor }
		? ReportBehind<Fields, Name, Descriptor, Rest, Via>
		: SpellingReport<Fields, Name, Via>
	: SpellingReport<Fields, Path, Via>;

/** What is wrong with a path after the dot that follows `Name`. */
type ReportBehind<
	Fields,
	Name extends string,
	Descriptor,
	Rest extends string,
	Via extends string,
> = Descriptor extends { readonly target: infer Target }
	? Target extends Undescribed<infer ApiName>
		? TargetNotDescribed<Name, ApiName, Fields>
		: Rest extends `${string}.${string}`
			? Fields extends PathsOfAnyHops
				? NameReport<AnyHops<Target>, Rest, `${Via}${Name}.`>
				: TwoLookups<`${Name}.${Rest}`, Fields>
			: SpellingReport<Target, Rest, `${Via}${Name}.`>
	: NotALookup<Name, Fields>;

/** What is wrong with a name that no field has. */
type SpellingReport<Fields, Name extends string, Via extends string> = [Respelling<Fields, Name>] extends [never]
	? Via extends ""
		? UnknownField<Name, Fields>
		: UnknownFieldVia<Via, Name, Fields>
	: Via extends ""
		? Misspelt<Name, DidYouMean<Respelling<Fields, Name>>, Fields>
		: MisspeltVia<Via, Name, DidYouMean<Respelling<Fields, Name>>, Fields>;

/** Only a few respellings of what was written are tried; the fields are never listed. */
type Respelling<Fields, Name extends string> = KnownOf<Fields, Respelt<Name>>;

type KnownOf<Fields, Name extends string> = Name extends string
	? Fields extends { [_ in Name]: Field }
		? Name
		: never
	: never;

/** "last_name" -> "Last_Name", and what else it may have been meant to be. */
type Respelt<Path extends string> =
	| Lowercase<Path>
	| Capitalize<Path>
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
