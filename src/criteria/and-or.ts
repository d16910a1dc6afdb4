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
	...others: readonly (Criteria<Module> | Skipped)[]
): Criteria<Module>;
export function and<Module extends string>(
	...criteria: readonly (Criteria<Module> | Skipped)[]
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
	...others: readonly (Criteria<Module> | Skipped)[]
): Criteria<Module>;
export function or<Module extends string>(
	...criteria: readonly (Criteria<Module> | Skipped)[]
): Criteria<Module> | undefined;
export function or(...criteria: readonly (Criteria | Skipped)[]): Criteria | undefined {
	return combine("or", criteria);
}
