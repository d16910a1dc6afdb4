import type { Comparator, ComparatorOf, comparatorTable, Family, MethodName } from "../../schema/comparators.js";
import type { Criteria } from "../node/criteria.js";
import type { Empty } from "../node/empty.js";
import type { CheckedDate, CheckedDateTime } from "./date-literal.js";

// The methods are written out as interfaces instead of being mapped from the comparator table: an interface costs the
// compiler nothing until a method is called, a mapped type costs 150 instantiations for each family and 40 for each
// picklist. At the end of this file the compiler checks them against the table.

/** The methods of each family, as the compiler's message lists them when another one is called. */
interface MethodLists {
	readonly number: "equal, notEqual, in, notIn, lessThan, lessEqual, greaterThan, greaterEqual";
	readonly text: "equal, notEqual, in, notIn, contains, notContains, startsWith, endsWith";
	readonly date: "equal, notEqual, in, notIn, between, notBetween, greaterThan, greaterEqual, lessThan, lessEqual";
	readonly boolean: "equal";
	readonly lookup: "equal, notEqual, in, notIn";
}

/** Names the methods of a family in the compiler's message; never read. */
export interface Only<Methods extends string> {
	/** The methods; absent at run time. */
	readonly methods: Methods;
}

/** What a number field (integer, decimal, currency, percent) offers. */
export interface NumberComparators<Module extends string, _Offers = Only<MethodLists["number"]>>
	extends EqualityMethods<Module, number | bigint | `${number}` | Empty>,
		OrderMethods<Module, number | bigint | `${number}` | Empty>,
		EmptyMethods<Module> {}

/** What a bigint field offers. Values are bigints or strings of digits: a JavaScript number would round them. */
export interface BigIntegerComparators<Module extends string, _Offers = Only<MethodLists["number"]>>
	extends EqualityMethods<Module, bigint | `${bigint}` | Empty>,
		OrderMethods<Module, bigint | `${bigint}` | Empty>,
		EmptyMethods<Module> {}

/** What a text field (text, email, phone, url, textarea, autonumber) offers. */
export interface TextComparators<Module extends string, _Offers = Only<MethodLists["text"]>>
	extends TextMethods<Module, string | Empty> {}

/**
 * What a picklist or multi-select offers. Editors complete the known values; any text is accepted, since values differ
 * per org.
 */
export interface PicklistComparators<Module extends string, Known, _Offers = Only<MethodLists["text"]>>
	extends TextMethods<Module, Known | Empty | (string & {})> {}

/** What a date field offers. */
export interface DateComparators<Module extends string, _Offers = Only<MethodLists["date"]>>
	extends DayMethods<Module>,
		EmptyMethods<Module> {}

/** What a date-time field offers. */
export interface DateTimeComparators<Module extends string, _Offers = Only<MethodLists["date"]>>
	extends MomentMethods<Module>,
		EmptyMethods<Module> {}

/** What a boolean field offers. */
export interface BooleanComparators<Module extends string, _Offers = Only<MethodLists["boolean"]>> {
	/** Exactly this value. */
	equal(value: boolean): Criteria<Module>;
}

/** What a lookup offers: comparing the id. Use a dotted path for the target's fields. */
export interface LookupComparators<Module extends string, _Offers = Only<MethodLists["lookup"]>>
	extends EqualityMethods<Module, string | bigint | Empty>,
		EmptyMethods<Module> {}

/** The methods that test for equality. */
export interface EqualityMethods<Module extends string, Value> {
	/** Exactly this value. */
	equal(value: Value): Criteria<Module>;
	/** Any other value. */
	notEqual(value: Value): Criteria<Module>;
	/** One of these values. */
	in(values: OneOrMore<Value>): Criteria<Module>;
	/** None of these values. */
	notIn(values: OneOrMore<Value>): Criteria<Module>;
}

/**
 * A list of values that is not known to be empty: the API takes one or more. The one that must be there is the last, since the
 * compiler then says of each wrong value, and not of the list, that it will not do. An array whose length is not known is told by
 * that, since a type that is inferred from the list takes the compiler twice as long. Two types and no more, since the compiler keeps
 * the union of two at hand, and makes that of three anew for each value of each list.
 */
export type OneOrMore<Value> = readonly [...Value[], Value] | (readonly Value[] & OfAnyLength);

/** Something whose length is not known. */
export interface OfAnyLength {
	/** How many values there are. */
	readonly length: UnknownLength;
}

/** What `number` is assignable to and 0, the length of an empty list, is not: such are numeric enums. There is none at run time. */
declare enum UnknownLength {
	OneOrMore = 1,
}

/** Says that a list of days or moments needs a value: the API takes one or more. */
export interface AtLeastOneValue {
	/** What the list needs. */
	readonly give: "one value or more";
}

/** The methods that test for order. */
export interface OrderMethods<Module extends string, Value> {
	/** Less than this value. */
	lessThan(value: Value): Criteria<Module>;
	/** This value or less. */
	lessEqual(value: Value): Criteria<Module>;
	/** More than this value. */
	greaterThan(value: Value): Criteria<Module>;
	/** This value or more. */
	greaterEqual(value: Value): Criteria<Module>;
}

/** The methods that search a text. */
export interface TextMethods<Module extends string, Value>
	extends EqualityMethods<Module, Value>,
		EmptyMethods<Module> {
	/** The text occurs anywhere in the field. */
	contains(value: Value): Criteria<Module>;
	/** The text occurs nowhere in the field. */
	notContains(value: Value): Criteria<Module>;
	/** The field begins with the text. */
	startsWith(value: Value): Criteria<Module>;
	/** The field ends with the text. */
	endsWith(value: Value): Criteria<Module>;
}

/** The methods of a day. Literals are checked at compile time; {@link EMPTY} means no value. */
export interface DayMethods<Module extends string> {
	/** Exactly this day. */
	equal<const Value>(value: CheckedDate<Value>): Criteria<Module>;
	/** Any other day. */
	notEqual<const Value>(value: CheckedDate<Value>): Criteria<Module>;
	/** One of these days. */
	in<const Values extends readonly unknown[]>(values: Values & CheckedDates<Values>): Criteria<Module>;
	/** None of these days. */
	notIn<const Values extends readonly unknown[]>(values: Values & CheckedDates<Values>): Criteria<Module>;
	/** From the first day to the second, both included. */
	between<const From, const To>(from: CheckedDate<From>, to: CheckedDate<To>): Criteria<Module>;
	/** Before the first day or after the second. */
	notBetween<const From, const To>(from: CheckedDate<From>, to: CheckedDate<To>): Criteria<Module>;
	/** Before this day. */
	lessThan<const Value>(value: CheckedDate<Value>): Criteria<Module>;
	/** This day or before. */
	lessEqual<const Value>(value: CheckedDate<Value>): Criteria<Module>;
	/** After this day. */
	greaterThan<const Value>(value: CheckedDate<Value>): Criteria<Module>;
	/** This day or after. */
	greaterEqual<const Value>(value: CheckedDate<Value>): Criteria<Module>;
}

/** The methods of a moment. Literals are checked at compile time; {@link EMPTY} means no value. */
export interface MomentMethods<Module extends string> {
	/** Exactly this moment. */
	equal<const Value>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** Any other moment. */
	notEqual<const Value>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** One of these moments. */
	in<const Values extends readonly unknown[]>(values: Values & CheckedDateTimes<Values>): Criteria<Module>;
	/** None of these moments. */
	notIn<const Values extends readonly unknown[]>(values: Values & CheckedDateTimes<Values>): Criteria<Module>;
	/** From the first moment to the second, both included. */
	between<const From, const To>(from: CheckedDateTime<From>, to: CheckedDateTime<To>): Criteria<Module>;
	/** Before the first moment or after the second. */
	notBetween<const From, const To>(from: CheckedDateTime<From>, to: CheckedDateTime<To>): Criteria<Module>;
	/** Before this moment. */
	lessThan<const Value>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** This moment or before. */
	lessEqual<const Value>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** After this moment. */
	greaterThan<const Value>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** This moment or after. */
	greaterEqual<const Value>(value: CheckedDateTime<Value>): Criteria<Module>;
}

type CheckedDates<Values extends readonly unknown[]> = Values extends readonly []
	? AtLeastOneValue
	: { readonly [Index in keyof Values]: CheckedDate<Values[Index]> };

type CheckedDateTimes<Values extends readonly unknown[]> = Values extends readonly []
	? AtLeastOneValue
	: { readonly [Index in keyof Values]: CheckedDateTime<Values[Index]> };

/** Tests whether a field has a value. Offered wherever the API takes `${EMPTY}`. */
export interface EmptyMethods<Module extends string> {
	/** The field has no value. */
	isEmpty(): Criteria<Module>;
	/** The field has a value. */
	isNotEmpty(): Criteria<Module>;
}

/** What follows a path that was already reported: anything, so that one mistake gives one error. */
export type UncheckedComparators<Module extends string> = {
	readonly [Method in MethodName | EmptyMethod]: (...values: readonly unknown[]) => Criteria<Module>;
};

type EmptyMethod = keyof EmptyMethods<string>;

/** What each family offers, as the interfaces above have it. */
interface Offered {
	readonly number: keyof NumberComparators<string> | keyof BigIntegerComparators<string>;
	readonly text: keyof TextComparators<string> | keyof PicklistComparators<string, never>;
	readonly date: keyof DateComparators<string> | keyof DateTimeComparators<string>;
	readonly boolean: keyof BooleanComparators<string> | EmptyMethod;
	readonly lookup: keyof LookupComparators<string>;
}

/** What each family offers, by the comparator table. */
type Permitted = { readonly [Of in Family]: MethodName<ComparatorOf<Of>> | EmptyMethod };

/** The methods of each family as a message lists them, by the comparator table. */
type PermittedLists = { readonly [Of in Family]: Listed<(typeof comparatorTable)[Of]["comparators"]> };

/** ["equal", "not_equal"] -> "equal, notEqual" */
type Listed<Of extends readonly Comparator[]> = Of extends readonly [
	infer First extends Comparator,
	...infer Rest extends readonly Comparator[],
]
	? Rest extends readonly []
		? MethodName<First>
		: `${MethodName<First>}, ${Listed<Rest>}`
	: never;

type Same<One extends Other, Other> = [One, Other];

/** Fails to compile if the interfaces above and the comparator table differ. */
type _ByTheTable = [
	Same<Offered, Permitted>,
	Same<Permitted, Offered>,
	Same<MethodLists, PermittedLists>,
	Same<PermittedLists, MethodLists>,
];
