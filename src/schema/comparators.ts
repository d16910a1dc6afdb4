import { checkKey, checkText } from "../checks/check-argument.js";
import { keysOf, tableOf } from "../facts/table.js";

/**
 * The comparator table of the Bulk Read API, written once. Types, run-time checks, the sandbox, the docs and the
 * test matrix are all derived from it.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html (criteria: comparators by data type)
 */
export const comparatorTable = {
	number: {
		dataTypes: ["integer", "bigint", "decimal", "currency", "percent"],
		comparators: ["equal", "not_equal", "in", "not_in", "less_than", "less_equal", "greater_than", "greater_equal"],
	},
	text: {
		dataTypes: ["text", "email", "phone", "url", "picklist", "multi-select", "textarea", "autonumber"],
		comparators: ["equal", "not_equal", "in", "not_in", "contains", "not_contains", "starts_with", "ends_with"],
	},
	date: {
		dataTypes: ["date", "datetime"],
		comparators: [
			"equal",
			"not_equal",
			"in",
			"not_in",
			"between",
			"not_between",
			"greater_than",
			"greater_equal",
			"less_than",
			"less_equal",
		],
	},
	boolean: { dataTypes: ["boolean"], comparators: ["equal"] },
	lookup: { dataTypes: ["lookup", "owner", "user"], comparators: ["equal", "not_equal", "in", "not_in"] },
} as const;

type ComparatorTable = typeof comparatorTable;

/** A row of the comparator table: the data types that share one set of comparators. */
export type Family = keyof ComparatorTable;

/** A data type of a field, as this library names it. */
export type DataType = ComparatorTable[Family]["dataTypes"][number];

/** A comparator of the API, as the API spells it. */
export type Comparator = ComparatorTable[Family]["comparators"][number];

/** The comparators that the API permits for a family. */
export type ComparatorOf<Of extends Family> = ComparatorTable[Of]["comparators"][number];

type FamilyByDataType = {
	[F in Family as ComparatorTable[F]["dataTypes"][number]]: F;
};

/** The family that a data type belongs to. */
export type FamilyOf<Type extends DataType> = FamilyByDataType[Type];

/** Whether a comparator takes one value, a list, or a pair in order. */
export type Arity = "one" | "list" | "pair";

/** What is true of a comparator for every field. */
export interface ComparatorTraits {
	/** Whether it takes one value, a list, or a pair in order. */
	readonly arity: Arity;
	/** Whether `EMPTY` may stand among its values, for every data type but boolean. */
	readonly takesEmpty: boolean;
	/** The comparator that accepts exactly the rest of the records, if the API has one. */
	readonly opposite: Comparator | undefined;
	/** The words between a field and its values, in English: "is at most". */
	readonly label: string;
	/** The same for days and moments, if different: "is on or before". */
	readonly dateLabel?: string;
}

/** What each comparator takes: all that building a condition needs, so that a web page has no more of this file. */
export const arities: Readonly<Record<Comparator, Arity>> = {
	equal: "one",
	not_equal: "one",
	in: "list",
	not_in: "list",
	less_than: "one",
	less_equal: "one",
	greater_than: "one",
	greater_equal: "one",
	contains: "one",
	not_contains: "one",
	starts_with: "one",
	ends_with: "one",
	between: "pair",
	not_between: "pair",
};

/**
 * All that is known of each comparator, but for how it decides: see {@link comparisons}. A new one is a line in each table above, a
 * record here and one there; the compiler then names the method that the builder lacks.
 */
export const comparatorTraits: Readonly<Record<Comparator, ComparatorTraits>> = /* @__PURE__ */ withArities({
	equal: { takesEmpty: true, opposite: "not_equal", label: "is" },
	not_equal: { takesEmpty: true, opposite: "equal", label: "is not" },
	in: { takesEmpty: true, opposite: "not_in", label: "is any of" },
	not_in: { takesEmpty: true, opposite: "in", label: "is none of" },
	less_than: {
		takesEmpty: true,
		opposite: "greater_equal",
		label: "is less than",
		dateLabel: "is before",
	},
	less_equal: {
		takesEmpty: true,
		opposite: "greater_than",
		label: "is at most",
		dateLabel: "is on or before",
	},
	greater_than: {
		takesEmpty: true,
		opposite: "less_equal",
		label: "is more than",
		dateLabel: "is after",
	},
	greater_equal: {
		takesEmpty: true,
		opposite: "less_than",
		label: "is at least",
		dateLabel: "is on or after",
	},
	contains: { takesEmpty: true, opposite: "not_contains", label: "contains" },
	not_contains: {
		takesEmpty: true,
		opposite: "contains",
		label: "does not contain",
	},
	starts_with: {
		takesEmpty: true,
		opposite: undefined,
		label: "starts with",
	},
	ends_with: {
		takesEmpty: true,
		opposite: undefined,
		label: "ends with",
	},
	between: { takesEmpty: false, opposite: "not_between", label: "is between" },
	not_between: {
		takesEmpty: false,
		opposite: "between",
		label: "is not between",
	},
});

function withArities(
	traits: Readonly<Record<Comparator, Omit<ComparatorTraits, "arity">>>,
): Readonly<Record<Comparator, ComparatorTraits>> {
	return tableOf(keysOf(arities), (comparator) => ({ arity: arities[comparator], ...traits[comparator] }));
}

/** Every comparator of the API, in the order of the table. */
export const comparators: readonly Comparator[] = keysOf(arities);

/** Whether the table has a comparator with this name. */
export function isComparator(name: string): name is Comparator {
	return Object.hasOwn(arities, name);
}

/** Every family of the table. */
export const families: readonly Family[] = keysOf(comparatorTable);

/** Every data type of the table, with its family. */
// The table has each data type once: `Object.fromEntries` forgets which they are.
export const familyOf: Readonly<Record<DataType, Family>> = Object.fromEntries(
	families.flatMap((family) => comparatorTable[family].dataTypes.map((dataType) => [dataType, family])),
) as Record<DataType, Family>;

/** Every data type of the table. */
export const dataTypes: readonly DataType[] = keysOf(familyOf);

/** The comparators that the API permits for a data type. */
export function comparatorsFor(dataType: DataType): readonly Comparator[] {
	checkKey(dataType, familyOf, "dataType");
	return comparatorTable[familyOf[dataType]].comparators;
}

/** The words between a field of a data type and its values, in English: `"is on or before"`. */
export function comparatorLabel(comparator: Comparator, dataType: DataType): string {
	checkKey(comparator, comparatorTraits, "comparator");
	const { label, dateLabel = label } = comparatorTraits[comparator];
	return familyOf[dataType] === "date" ? dateLabel : label;
}

/** Whether `EMPTY` may stand among the values that a comparator takes for a data type. */
export function takesEmpty(comparator: Comparator, dataType: DataType): boolean {
	checkKey(comparator, comparatorTraits, "comparator");
	return familyOf[dataType] !== "boolean" && comparatorTraits[comparator].takesEmpty;
}

/** The builder's method for a comparator: its name in camel case. */
export type MethodName<Of extends Comparator = Comparator> = CamelCase<Of>;

/** type-fest's `CamelCase` does more than these names need, and takes 5,500 instantiations for it. */
type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
	? `${First}${Capitalize<CamelCase<Rest>>}`
	: Name;

/** The builder's method for a comparator: `"not_equal"` gives `"notEqual"`. */
export function methodName<Of extends Comparator>(comparator: Of): MethodName<Of> {
	checkText(comparator, "comparator");
	// The compiler cannot tell what becomes of a text; `MethodName` takes the same steps.
	return comparator.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as MethodName<Of>;
}
