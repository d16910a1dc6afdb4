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

/** A comparator of the API, as it is written on the wire. */
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

/** What holds for a comparator whatever the field. */
export interface ComparatorTraits {
	readonly arity: Arity;
	readonly opposite: Comparator | undefined;
}

/** How many values each comparator takes, and which comparator accepts exactly the rest of the records, if the API has one. */
export const comparatorTraits: Readonly<Record<Comparator, ComparatorTraits>> = {
	equal: { arity: "one", opposite: "not_equal" },
	not_equal: { arity: "one", opposite: "equal" },
	in: { arity: "list", opposite: "not_in" },
	not_in: { arity: "list", opposite: "in" },
	less_than: { arity: "one", opposite: "greater_equal" },
	less_equal: { arity: "one", opposite: "greater_than" },
	greater_than: { arity: "one", opposite: "less_equal" },
	greater_equal: { arity: "one", opposite: "less_than" },
	contains: { arity: "one", opposite: "not_contains" },
	not_contains: { arity: "one", opposite: "contains" },
	starts_with: { arity: "one", opposite: undefined },
	ends_with: { arity: "one", opposite: undefined },
	between: { arity: "pair", opposite: "not_between" },
	not_between: { arity: "pair", opposite: "between" },
};

/** Every comparator of the API, in the order of the table. */
export const comparators: readonly Comparator[] = Object.keys(comparatorTraits) as Comparator[];

/** Whether the table has a comparator of this name. */
export function isComparator(name: string): name is Comparator {
	return Object.hasOwn(comparatorTraits, name);
}

/** Every family of the table. */
export const families: readonly Family[] = Object.keys(comparatorTable) as Family[];

/** Every data type of the table, with its family. */
export const familyOf: Readonly<Record<DataType, Family>> = Object.fromEntries(
	families.flatMap((family) => comparatorTable[family].dataTypes.map((dataType) => [dataType, family])),
) as Record<DataType, Family>;

/** Every data type of the table. */
export const dataTypes: readonly DataType[] = Object.keys(familyOf) as DataType[];

/** The comparators that the API permits for a data type. */
export function comparatorsFor(dataType: DataType): readonly Comparator[] {
	return comparatorTable[familyOf[dataType]].comparators;
}

/** The builder's method for a comparator: its name in camel case. */
export type MethodName<Of extends Comparator = Comparator> = CamelCase<Of>;

/** type-fest's `CamelCase` does more than these names need, and takes 5,500 instantiations for it. */
type CamelCase<Name extends string> = Name extends `${infer First}_${infer Rest}`
	? `${First}${Capitalize<CamelCase<Rest>>}`
	: Name;

/** The builder's method for a comparator: `"not_equal"` gives `"notEqual"`. */
export function methodName<Of extends Comparator>(comparator: Of): MethodName<Of> {
	return comparator.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as MethodName<Of>;
}
