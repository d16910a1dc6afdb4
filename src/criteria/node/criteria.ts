import type { WireCriteria } from "./criteria-json.js";

/**
 * What `and` and `or` leave out, so that a filter can depend on a flag, `and(a, onlyOpen && b)`, or on what somebody
 * typed: `""` is what `name && where("Last_Name").contains(name)` gives for a field that was left blank. Numbers are
 * refused instead: `amount && ...` would drop an amount of 0. Write `amount !== undefined && ...`.
 */
export type Skipped = false | null | undefined | "";

/**
 * A filter: one condition, or conditions combined with `and` and `or`. It is immutable, and it is its own JSON:
 * `JSON.stringify(criteria)` is what the API receives.
 *
 * @typeParam Module - API name of the module that it filters.
 */
export interface Criteria<out Module extends string = string> {
	/** API name of the module that it filters. */
	readonly module: Module;
	/** The paths of the fields that it uses, each once, in order of appearance. */
	readonly fields: readonly string[];
	/** How many conditions it has; the API takes at most 25. */
	readonly size: number;
	/**
	 * This and all of the others. Chained calls group from the left: `a.or(b).and(c)` is `(a or b) and c`.
	 *
	 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or a filter of another module.
	 */
	and(...others: readonly (Criteria<Module> | Skipped)[]): Criteria<Module>;
	/**
	 * This or any of the others. Chained calls group from the left: `a.and(b).or(c)` is `(a and b) or c`.
	 *
	 * @throws {@link InvalidCriteriaError} for more than 25 conditions, or a filter of another module.
	 */
	or(...others: readonly (Criteria<Module> | Skipped)[]): Criteria<Module>;
	/** The criteria as API v2 spells it. */
	toJSON(): WireCriteria;
}
