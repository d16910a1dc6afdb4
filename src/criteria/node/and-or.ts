import type { Criteria, Skipped } from "./criteria.js";
import { combine } from "./criteria-node.js";

/**
 * Combines filters so that all must hold. `false`, `null`, `undefined` and `""` are left out, so that a filter can
 * depend on a flag or on what somebody typed; if nothing is left, the result is `undefined`. A number is refused:
 * `amount && ...` would leave out an amount of 0.
 *
 * If one part is certain to be a filter, so is the result, also to the compiler; otherwise it may be `undefined`.
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
 * Combines filters so that at least one must hold. The same rules as for {@link and} apply.
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

// The first signature covers most filters, and costs the compiler nothing. The types below are for the rest: lists, and
// a first part that may be left out.

/**
 * The arguments, if all of them can be combined; otherwise what the compiler says about each. If the first signature
 * already says what is wrong, nothing is accepted here, so the compiler skips this one.
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

/** The modules of all filters: one name, unless modules were mixed. */
type ModuleOf<Part> = Part extends { readonly module: infer Module } ? Module : never;

/**
 * `undefined`, unless one part is certain to be a filter.
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

/** A filter of any module. In code that is generic over modules, the compiler knows no more than this. */
interface OfSomeModule {
	readonly size: number;
}

/** A filter of exactly this module: a function parameter distinguishes modules both ways. */
interface OneModule<in out Module> {
	readonly module: Module;
	readonly and: (...others: readonly (Criteria<Module & string> | Skipped)[]) => unknown;
}

/** A part that can be combined; otherwise what is wrong with it. */
type Part<Given, Modules> = [Extract<Given, number | bigint>] extends [never]
	? [Given] extends [OneModule<Modules> | Skipped]
		? Given
		: [Given] extends [Criteria | Skipped]
			? CriteriaOfTwoModules<Modules>
			: Criteria<Modules & string> | Skipped
	: NumberIsNoFlag<Extract<Given, number | bigint>, "write x !== undefined && ...">;

/** A number is not a flag: 0 and `NaN` may be meant as values, and would be left out. `Instead` says what to write. */
interface NumberIsNoFlag<Given, Instead> {
	/** What was given, and what to write instead; no value has it. */
	readonly [refused]: [Given, Instead];
}

/** Filters of more than one module, which no job can combine. */
interface CriteriaOfTwoModules<Modules> {
	/** The modules; no value has it. */
	readonly [refused]: Modules;
}

declare const refused: unique symbol;
