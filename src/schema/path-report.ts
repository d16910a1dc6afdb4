import type { Undescribed } from "./field.js";
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
export type UnknownField<Path, Fields> = keyof Fields | (Refused & { readonly path?: Path });

/** `Path` is a field's name in other letters. */
export type Misspelt<Path, Suggestion, Fields> = keyof Fields | (Refused & { readonly path?: [Path, Suggestion] });

/** Names the field that was probably meant. */
export interface DidYouMean<Name> {
	readonly name: Name;
}

/** `Name` names no field of the module that the lookup leads to. */
export type UnknownFieldVia<Via extends string, Name, Target> =
	| `${Via}${keyof Target & string}`
	| (Refused & { readonly path?: Name });

/** A dot follows a field that is not a lookup. */
export type NotALookup<Name, Fields> = keyof Fields | (Refused & { readonly path?: Name });

/** The lookup `Name` refers to a module whose fields are not described: generate that module too. */
export type TargetNotDescribed<Name, Fields> = keyof Fields | (Refused & { readonly path?: [Name] });

/** The path passes through more than one lookup, and the API documents one. */
export type TwoLookups<Path, Fields> = keyof Fields | (Refused & { readonly path?: Path });

/** The field exists, but criteria may not name it. */
export type NotFilterable<Path, Fields> = Refused & { readonly path?: [Path, Fields] };

/** The field exists, but bulk read does not export it. */
export type NotExportable<Path, Fields> = Refused & { readonly path?: [Path, Fields] };

/** The path is not known to the compiler: write it as a literal, or parse it with `parseCriteria`. */
export type LiteralPathRequired<Fields> = keyof Fields | Refused;

/**
 * The type of a parameter whose path was refused: the alias that names the mistake.
 *
 * The mistakes are members of an interface and not branches of a conditional type, because inference would walk every
 * branch for every module: 3,700 instantiations where this takes 70.
 *
 * Fields -> Path -> the alias that names the mistake
 */
export type PathReport<Fields, Path extends string, Depth extends Hops = 1> = PathReports<
	Fields,
	Path,
	Depth
>[MistakeIn<Fields, Path, Depth>];

interface PathReports<Fields, Path extends string, Depth extends Hops> {
	readonly notLiteral: LiteralPathRequired<Fields>;
	readonly notFilterable: NotFilterable<Path, Fields>;
	readonly notExportable: NotExportable<Path, Fields>;
	readonly twoLookups: TwoLookups<Path, Fields>;
	readonly notALookup: NotALookup<FirstName<Path>, Fields>;
	readonly notDescribed: TargetNotDescribed<FirstName<Path>, Fields>;
	readonly unknownVia: UnknownVia<Fields, Path>;
	readonly misspelt: Misspelt<FirstName<Path>, DidYouMean<Respelling<Fields, FirstName<Path>>>, Fields>;
	readonly unknown: UnknownField<FirstName<Path>, Fields>;
}

type MistakeIn<Fields, Path extends string, Depth extends Hops> = string extends Path
	? "notLiteral"
	: FieldAt<Fields, Path, Depth> extends { readonly dataType: unknown; readonly exportable: infer Exportable }
		? Exportable extends true
			? "notFilterable"
			: "notExportable"
		: Path extends `${infer Via}.${infer Rest}`
			? Fields extends { readonly [_ in Via]: infer Descriptor }
				? Descriptor extends { readonly target: infer Target }
					? Target extends Undescribed
						? "notDescribed"
						: HopMistake<Rest, Depth>
					: "notALookup"
				: SpellingMistake<Fields, Via>
			: SpellingMistake<Fields, Path>;

type HopMistake<Rest extends string, Depth extends Hops> = Depth extends 1
	? Rest extends `${string}.${string}`
		? "twoLookups"
		: "unknownVia"
	: "unknownVia";

/** "Owner.last_name" -> "Owner" */
type FirstName<Path extends string> = Path extends `${infer First}.${string}` ? First : Path;

type UnknownVia<Fields, Path extends string> = Path extends `${infer Via}.${infer Rest}`
	? Fields extends { readonly [_ in Via]: { readonly target: infer Target } }
		? UnknownFieldVia<`${Via}.`, Rest, Target>
		: never
	: never;

type SpellingMistake<Fields, Name extends string> = [Respelling<Fields, Name>] extends [never] ? "unknown" : "misspelt";

/** A misspelling is looked for among a few respellings of what was written, never among the fields. */
type Respelling<Fields, Name extends string> = KnownOf<Fields, Respelt<Name>>;

type KnownOf<Fields, Name extends string> = Name extends string
	? Fields extends { [_ in Name]: unknown }
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
