import type { Criteria, Skipped } from "./criteria.js";
import { combine } from "./criteria-node.js";

/**
 * All of the criteria. `false`, `null`, `undefined` and `""` are left out, so that a filter can depend on a flag or on what
 * somebody typed; with nothing left there is no filter, which is `undefined`. A number is refused: `amount && ...` would leave
 * out an amount of 0.
 *
 * What is certain to hold a criteria gives one, to the compiler too; anything else may be `undefined`.
 *
 * @example
 * ```ts
 * and(
 *   form.name && where("Last_Name").contains(form.name),
 *   form.since !== undefined && where("Created_Time").greaterThan(form.since),
 *   ...(form.onlyOpen ? [where("Lead_Status").notEqual("Lost Lead")] : []),
 * );
 * ```
 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or criteria of different modules.
 */
export function and<Module extends string>(
	first: Criteria<Module>,
	...others: readonly (Criteria<NoInfer<Module>> | Skipped)[]
): Criteria<Module>;
export function and<Given extends readonly unknown[]>(
	...criteria: Combinable<Given>
): Criteria<ModuleOf<Given[number]> & string> | Nothing<Given>;
export function and(...criteria: readonly (Criteria | Skipped)[]): Criteria | undefined {
	return combine("and", criteria);
}

/**
 * Any of the criteria. What is left out, and what is certain, follows the same rules as in {@link and}.
 *
 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or criteria of different modules.
 */
export function or<Module extends string>(
	first: Criteria<Module>,
	...others: readonly (Criteria<NoInfer<Module>> | Skipped)[]
): Criteria<Module>;
export function or<Given extends readonly unknown[]>(
	...criteria: Combinable<Given>
): Criteria<ModuleOf<Given[number]> & string> | Nothing<Given>;
export function or(...criteria: readonly (Criteria | Skipped)[]): Criteria | undefined {
	return combine("or", criteria);
}

// The first signature is for what most filters are, and costs the compiler nothing. The types below are for the rest: lists,
// and a first criteria that may be left out.

/**
 * What was given, where all of it can be combined; else what the compiler says of each part. Where the first signature says
 * what is wrong already, there is nothing to take: the compiler then passes over the second.
 */
type Combinable<Given extends readonly unknown[], Modules = ModuleOf<Given[number]>> = [Given] extends [
	readonly (OneModule<Modules> | Skipped)[],
]
	? Given
	: [Given] extends [readonly [Criteria, ...(Criteria | Skipped)[]]]
		? number extends Given["length"]
			? Parts<Given, Modules>
			: []
		: Parts<Given, Modules>;

type Parts<Given extends readonly unknown[], Modules> = {
	readonly [Index in keyof Given]: Part<Given[Index], Modules>;
};

/** The modules of all criteria: one name, unless criteria were mixed. */
type ModuleOf<Part> = Part extends { readonly module: infer Module } ? Module : never;

/**
 * `undefined`, unless one part is certain to be a criteria.
 *
 * [false, Criteria<"Contacts">] -> never
 * [false | Criteria<"Contacts">] -> undefined
 */
type Nothing<Given> = Given extends readonly [infer First, ...infer Rest]
	? First extends OfSomeModule
		? never
		: Nothing<Rest>
	: Given extends readonly [...infer Rest, infer Last]
		? Last extends OfSomeModule
			? never
			: Nothing<Rest>
		: undefined;

/** What a criteria is whatever its module. In code that is generic over modules, the compiler can tell no more of one. */
interface OfSomeModule {
	readonly size: number;
}

/** A criteria of this module and of no other: what takes a criteria as an argument tells modules apart both ways. */
interface OneModule<in out Module> {
	readonly module: Module;
	readonly and: (...others: readonly (Criteria<Module & string> | Skipped)[]) => unknown;
}

/** A part that can be combined; else what is wrong with it. */
type Part<Given, Modules> = [Extract<Given, number | bigint>] extends [never]
	? [Given] extends [OneModule<Modules> | Skipped]
		? Given
		: [Given] extends [Criteria | Skipped]
			? CriteriaOfTwoModules<Modules>
			: Criteria<Modules & string> | Skipped
	: NumberIsNoFlag<Extract<Given, number | bigint>, "write x !== undefined && ...">;

/** A number is no flag: 0 and `NaN` are values, which somebody may ask for, and would be left out. `Instead` says what to write. */
interface NumberIsNoFlag<Given, Instead> {
	/** What was given, and what to write; no value has it. */
	readonly [refused]: [Given, Instead];
}

/** Criteria of more than one module, which no job can read together. */
interface CriteriaOfTwoModules<Modules> {
	/** The modules; no value has it. */
	readonly [refused]: Modules;
}

declare const refused: unique symbol;
