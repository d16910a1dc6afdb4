import type { Except } from "type-fest";
/**
 * How {@link evaluate} decides what the API's pages leave open. Each default is an **assumption**: no page of Zoho's
 * and no client known to us says what the API does.
 */
export interface EvaluateOptions {
	/**
	 * Reads the value at a path from a record. By default, a path is looked up as a key (`"Owner.last_name"`, as in the
	 * rows of an export), then in nested objects (`record.Owner.last_name`).
	 */
	readonly read?: (record: Readonly<Record<string, unknown>>, path: string) => unknown;
	/** Whether text comparison is case-sensitive. Assumption: `false`. */
	readonly caseSensitive?: boolean;
	/**
	 * Whether a record without a value matches `not_equal`, `not_in`, `not_contains` and `not_between` with a value.
	 * Assumption: `false`, as in SQL, where no value is neither equal nor unequal to a value.
	 */
	readonly emptyMatchesNot?: boolean;
	/**
	 * How a multi-select is compared: `"any"` of its values, or all of them as one `"whole"` text, joined by
	 * {@link EvaluateOptions.multiSelectSeparator}. Assumption: `"any"`, so that `equal "A"` is "A is among them" and
	 * `not_equal "A"` is "A is not among them".
	 */
	readonly multiSelect?: "any" | "whole";
	/**
	 * The separator between the values of a multi-select that is compared as a whole. Assumption: `","`, as in exported
	 * files.
	 */
	readonly multiSelectSeparator?: string;
	/**
	 * What `${EMPTY}` means in a list of values: no value, or the `"literal"` text. Assumption: `"empty"`, so that
	 * `in ["A", "${EMPTY}"]` is "A or no value" and `not_in ["A", "${EMPTY}"]` is "a value other than A".
	 */
	readonly emptyInList?: "empty" | "literal";
	/**
	 * The offset from UTC at which a day begins, like `"+05:30"`: needed when a day meets a moment (a bare day compared
	 * with a date-time, or a date field whose record holds a moment). Assumption: `"+00:00"`; Zoho may use the org's or
	 * the user's zone.
	 */
	readonly dayOffset?: string;
}

/** The defaults of {@link EvaluateOptions}: our assumptions, in one place. */
export const evaluateDefaults: Readonly<Required<Except<EvaluateOptions, "read">>> = {
	caseSensitive: false,
	emptyMatchesNot: false,
	multiSelect: "any",
	multiSelectSeparator: ",",
	emptyInList: "empty",
	dayOffset: "+00:00",
};

/** The options with all defaults filled in. */
export type CompleteEvaluateOptions = typeof evaluateDefaults & Pick<EvaluateOptions, "read">;
