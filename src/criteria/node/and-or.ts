import type { Criteria, Skipped } from "./criteria.js";
import { combine } from "./criteria-node.js";

/**
 * All of the criteria. `false`, `null` and `undefined` are left out, so that a filter can depend on a flag; with
 * nothing left there is no filter, which is `undefined`.
 *
 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or criteria of different modules.
 */
export function and<Module extends string>(
	first: Criteria<Module>,
	...others: readonly (Criteria<NoInfer<Module>> | Skipped)[]
): Criteria<Module>;
export function and<Module extends string, Given extends readonly unknown[]>(
	...criteria: AllSkippable<Module, Given>
): Criteria<Module> | undefined;
export function and(...criteria: readonly (Criteria | Skipped)[]): Criteria | undefined {
	return combine("and", criteria);
}

/**
 * Any of the criteria. `false`, `null` and `undefined` are left out, so that a filter can depend on a flag; with
 * nothing left there is no filter, which is `undefined`.
 *
 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or criteria of different modules.
 */
export function or<Module extends string>(
	first: Criteria<Module>,
	...others: readonly (Criteria<NoInfer<Module>> | Skipped)[]
): Criteria<Module>;
export function or<Module extends string, Given extends readonly unknown[]>(
	...criteria: AllSkippable<Module, Given>
): Criteria<Module> | undefined;
export function or(...criteria: readonly (Criteria | Skipped)[]): Criteria | undefined {
	return combine("or", criteria);
}

/**
 * Criteria that may all be left out, of one module. Where the first is certain there is nothing to take: the compiler
 * then passes over this overload, and reports a mistake against the other alone.
 */
type AllSkippable<Module extends string, Given extends readonly unknown[]> = Given extends readonly [
	Criteria,
	...unknown[],
]
	? []
	: Given & readonly (OneModule<Module> | Skipped)[];

/** A criteria of this module and of no other: what takes a criteria as an argument tells modules apart both ways. */
interface OneModule<in out Module extends string> {
	readonly and: (...others: readonly (Criteria<Module> | Skipped)[]) => Criteria<Module>;
}
