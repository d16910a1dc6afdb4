import type { Except } from "type-fest";
/**
 * How {@link evaluate} decides what the API's pages leave open. Each default is an **assumption**: no page of Zoho's
 * and no client that we know of says what the API does.
 */
export interface EvaluateOptions {
	/**
	 * Reads the value at a path from a record. By default, a path is looked for as a key (`"Owner.last_name"`, as the
	 * rows of an export have it), then by going into nested objects (`record.Owner.last_name`).
	 */
	readonly read?: (record: Readonly<Record<string, unknown>>, path: string) => unknown;
	/** Whether text is compared with regard to upper and lower case. Assumption: `false`. */
	readonly caseSensitive?: boolean;
	/**
	 * Whether a record without a value matches `not_equal`, `not_in`, `not_contains` and `not_between` with a value.
	 * Assumption: `false`, as in SQL: no value is neither equal nor unequal to a value.
	 */
	readonly emptyMatchesNot?: boolean;
	/**
	 * How a multi-select is compared: `"any"` of its values, or its values as one `"whole"` text, joined by
	 * {@link EvaluateOptions.multiSelectSeparator}. Assumption: `"any"`, so that `equal "A"` is "A is among them" and
	 * `not_equal "A"` is "A is not among them".
	 */
	readonly multiSelect?: "any" | "whole";
	/** What joins the values of a multi-select that is compared as a whole. Assumption: `","`, as in the files that are read. */
	readonly multiSelectSeparator?: string;
	/**
	 * What `${EMPTY}` means inside a list of values: no value, or the `"literal"` text. Assumption: `"empty"`, so that
	 * `in ["A", "${EMPTY}"]` is "A or no value" and `not_in ["A", "${EMPTY}"]` is "a value other than A".
	 */
	readonly emptyInList?: "empty" | "literal";
	/**
	 * The offset from UTC at which a day begins, like `"+05:30"`: needed where a day meets a moment (a bare day
	 * compared with a date-time, or a date field whose record holds a moment). Assumption: `"+00:00"`; Zoho may take
	 * the org's or user's zone.
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

/** Options with every default filled in. */
export type CompleteEvaluateOptions = typeof evaluateDefaults & Pick<EvaluateOptions, "read">;
