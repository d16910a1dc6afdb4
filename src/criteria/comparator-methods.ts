import type { Comparator, ComparatorOf, Family, MethodName } from "../schema/comparators.js";
import type { Criteria } from "./criteria.js";
import type { CheckedDate, CheckedDateTime } from "./date-literal.js";
import type { Empty } from "./empty.js";

/** What a list must have beyond its values, where it is written without any. */
type OneOrMore<Values extends readonly unknown[]> = Values extends readonly [] ? AtLeastOneValue : unknown;

/** Says that a list needs a value: the API takes one or more. */
export interface AtLeastOneValue {
	readonly give: "one value or more";
}

/** The methods that compare a field with a value. Each family offers those that the comparator table permits. */
export interface ComparatorMethods<Module extends string, Value> {
	/** Exactly this value. */
	equal(value: Value): Criteria<Module>;
	/** Any other value. */
	notEqual(value: Value): Criteria<Module>;
	/** One of these values. */
	in<const Values extends readonly Value[]>(values: (readonly Value[] | Values) & OneOrMore<Values>): Criteria<Module>;
	/** None of these values. */
	notIn<const Values extends readonly Value[]>(
		values: (readonly Value[] | Values) & OneOrMore<Values>,
	): Criteria<Module>;
	/** Less than this value. */
	lessThan(value: Value): Criteria<Module>;
	/** This value or less. */
	lessEqual(value: Value): Criteria<Module>;
	/** More than this value. */
	greaterThan(value: Value): Criteria<Module>;
	/** This value or more. */
	greaterEqual(value: Value): Criteria<Module>;
	/** The text occurs anywhere in the field. */
	contains(value: Value): Criteria<Module>;
	/** The text occurs nowhere in the field. */
	notContains(value: Value): Criteria<Module>;
	/** The field begins with the text. */
	startsWith(value: Value): Criteria<Module>;
	/** The field ends with the text. */
	endsWith(value: Value): Criteria<Module>;
}

/** The methods of a moment or a day. A literal is checked when it is written; {@link EMPTY} stands for no value. */
export interface DayMethods<Module extends string> {
	/** Exactly this day. */
	equal<const Value extends string>(value: CheckedDate<Value>): Criteria<Module>;
	/** Any other day. */
	notEqual<const Value extends string>(value: CheckedDate<Value>): Criteria<Module>;
	/** One of these days. */
	in<const Values extends readonly string[]>(values: Values & CheckedDates<Values>): Criteria<Module>;
	/** None of these days. */
	notIn<const Values extends readonly string[]>(values: Values & CheckedDates<Values>): Criteria<Module>;
	/** From the first day to the second, both included. */
	between<const From extends string, const To extends string>(
		from: CheckedDate<From>,
		to: CheckedDate<To>,
	): Criteria<Module>;
	/** Before the first day or after the second. */
	notBetween<const From extends string, const To extends string>(
		from: CheckedDate<From>,
		to: CheckedDate<To>,
	): Criteria<Module>;
	/** Before this day. */
	lessThan<const Value extends string>(value: CheckedDate<Value>): Criteria<Module>;
	/** This day or before. */
	lessEqual<const Value extends string>(value: CheckedDate<Value>): Criteria<Module>;
	/** After this day. */
	greaterThan<const Value extends string>(value: CheckedDate<Value>): Criteria<Module>;
	/** This day or after. */
	greaterEqual<const Value extends string>(value: CheckedDate<Value>): Criteria<Module>;
}

/** The methods of a moment. A literal is checked when it is written; {@link EMPTY} stands for no value. */
export interface MomentMethods<Module extends string> {
	/** Exactly this moment. */
	equal<const Value extends string | Date>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** Any other moment. */
	notEqual<const Value extends string | Date>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** One of these moments. */
	in<const Values extends readonly (string | Date)[]>(values: Values & CheckedDateTimes<Values>): Criteria<Module>;
	/** None of these moments. */
	notIn<const Values extends readonly (string | Date)[]>(values: Values & CheckedDateTimes<Values>): Criteria<Module>;
	/** From the first moment to the second, both included. */
	between<const From extends string | Date, const To extends string | Date>(
		from: CheckedDateTime<From>,
		to: CheckedDateTime<To>,
	): Criteria<Module>;
	/** Before the first moment or after the second. */
	notBetween<const From extends string | Date, const To extends string | Date>(
		from: CheckedDateTime<From>,
		to: CheckedDateTime<To>,
	): Criteria<Module>;
	/** Before this moment. */
	lessThan<const Value extends string | Date>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** This moment or before. */
	lessEqual<const Value extends string | Date>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** After this moment. */
	greaterThan<const Value extends string | Date>(value: CheckedDateTime<Value>): Criteria<Module>;
	/** This moment or after. */
	greaterEqual<const Value extends string | Date>(value: CheckedDateTime<Value>): Criteria<Module>;
}

type CheckedDates<Values extends readonly string[]> = Values extends readonly []
	? AtLeastOneValue
	: { readonly [Index in keyof Values]: CheckedDate<Values[Index]> };

type CheckedDateTimes<Values extends readonly (string | Date)[]> = Values extends readonly []
	? AtLeastOneValue
	: { readonly [Index in keyof Values]: CheckedDateTime<Values[Index]> };

/** Asks whether a field has a value. Offered wherever the API takes `${EMPTY}`. */
export interface EmptyMethods<Module extends string> {
	/** The field has no value. */
	isEmpty(): Criteria<Module>;
	/** The field has a value. */
	isNotEmpty(): Criteria<Module>;
}

/** The methods that the comparator table permits for a family. */
type MethodOf<Of extends Family> = MethodName<ComparatorOf<Of>>;

/** What a number field (integer, decimal, currency, percent) offers. */
export interface NumberComparators<Module extends string>
	extends Pick<ComparatorMethods<Module, number | bigint | `${number}` | Empty>, MethodOf<"number">>,
		EmptyMethods<Module> {}

/** What a bigint field offers. Values are a bigint or a string of digits: a JavaScript number would round them. */
export interface BigIntegerComparators<Module extends string>
	extends Pick<ComparatorMethods<Module, bigint | `${bigint}` | Empty>, MethodOf<"number">>,
		EmptyMethods<Module> {}

/** What a text field (text, email, phone, url, textarea, autonumber) offers. */
export interface TextComparators<Module extends string>
	extends Pick<ComparatorMethods<Module, string>, MethodOf<"text">>,
		EmptyMethods<Module> {}

/** What a picklist or multi-select offers. Known values are completed, any text is taken: values differ per org. */
export interface PicklistComparators<Module extends string, Known extends string>
	extends Pick<ComparatorMethods<Module, Known | Empty | (string & {})>, MethodOf<"text">>,
		EmptyMethods<Module> {}

/** What a date field offers. */
export interface DateComparators<Module extends string>
	extends Pick<DayMethods<Module>, MethodOf<"date">>,
		EmptyMethods<Module> {}

/** What a date-time field offers. */
export interface DateTimeComparators<Module extends string>
	extends Pick<MomentMethods<Module>, MethodOf<"date">>,
		EmptyMethods<Module> {}

/** What a boolean field offers. */
export interface BooleanComparators<Module extends string>
	extends Pick<ComparatorMethods<Module, boolean>, MethodOf<"boolean">> {}

/** What a lookup offers: comparing the id. The target's fields are reached by a dotted path. */
export interface LookupComparators<Module extends string>
	extends Pick<ComparatorMethods<Module, string | bigint>, MethodOf<"lookup">>,
		EmptyMethods<Module> {}

/** What follows a path that was already reported: anything, so that one mistake is one error. */
export type UncheckedComparators<Module extends string> = {
	readonly [Method in MethodName | "isEmpty" | "isNotEmpty"]: (...values: readonly unknown[]) => Criteria<Module>;
};

/** Fails to compile when the table has a comparator that no method stands for. */
type _EveryComparatorHasAMethod = Exhaustive<
	Exclude<MethodName<Comparator>, keyof ComparatorMethods<string, unknown> | keyof DayMethods<string>>
>;
type _EveryDateComparatorHasAMethod = Exhaustive<
	Exclude<MethodName<ComparatorOf<"date">>, keyof DayMethods<string> & keyof MomentMethods<string>>
>;
type Exhaustive<Missing extends never> = Missing;
