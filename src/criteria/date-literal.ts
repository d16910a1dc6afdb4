import type { Empty } from "./empty.js";

/** A day that cannot be. `Reason` says why. */
export interface InvalidDate<Value extends string, Reason extends string> {
	readonly [refused]: [Value, Reason];
}

/** A date-time that cannot be sent. `Reason` says why. */
export interface InvalidDateTime<Value extends string, Reason extends string> {
	readonly [refused]: [Value, Reason];
}

declare const refused: unique symbol;

/**
 * A literal is checked part by part, each a membership test on a union of literals; a `string` is left to the run time.
 *
 * "2026-02-28" -> "2026-02-28"
 * "2026-13-01" -> InvalidDate<"2026-13-01", "no such day">
 */
export type CheckedDate<Value extends string> = string extends Value
	? Value
	: Value extends `${infer Year}-${infer Day}`
		? Day extends MonthDay
			? Year extends RecentYear
				? Value
				: YearCheck<Year> extends true
					? Value
					: InvalidDate<Value, "write the year with four digits">
			: InvalidDate<Value, DayProblem<Day>>
		: Value extends Empty
			? Value
			: InvalidDate<Value, "write YYYY-MM-DD">;

/**
 * "2026-02-28T09:30:00+05:30" -> itself
 * "2026-02-28T09:30:00.000Z" -> InvalidDateTime<..., "milliseconds are not accepted">
 */
export type CheckedDateTime<Value extends string | Date> = Value extends string
	? string extends Value
		? Value
		: Value extends `${infer Day}T${infer Hour}:${infer Minute}:${infer Rest}`
			? Day extends CheckedDate<Day>
				? Hour extends HourOfDay
					? Minute extends Sixty
						? RestProblem<Rest> extends infer Problem extends string
							? InvalidDateTime<Value, Problem>
							: Value
						: InvalidDateTime<Value, "no such minute">
					: InvalidDateTime<Value, "no such hour">
				: InvalidDateTime<Value, "no such day">
			: Value extends Empty
				? Value
				: InvalidDateTime<Value, "write YYYY-MM-DDThh:mm:ss+hh:mm">
	: Value;

type RestProblem<Rest extends string> = Rest extends `${infer Tens}${infer Ones}${infer Offset}`
	? `${Tens}${Ones}` extends Sixty
		? Offset extends "Z"
			? true
			: Offset extends `${"+" | "-"}${infer Hours}:${infer Minutes}`
				? `${Hours}:${Minutes}` extends `${HourOfDay}:${QuarterHour}`
					? true
					: "no such offset"
				: OffsetProblem<Offset>
		: "no such second"
	: "the seconds are missing";

type OffsetProblem<Offset extends string> = Offset extends ""
	? "the offset is missing"
	: Offset extends `.${string}`
		? "milliseconds are not accepted"
		: Offset extends `${"+" | "-"}${HourOfDay}${QuarterHour}`
			? true
			: "no such offset";

type DayProblem<Day extends string> = Day extends `${infer Month}-${infer _Rest}`
	? Month extends MonthNumber
		? "no such day"
		: "no such month"
	: "write YYYY-MM-DD";

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type RecentYear = `${"19" | "20" | "21"}${Digit}${Digit}`;
type YearCheck<Year extends string> = Year extends `${infer A}${infer B}${infer C}${infer D}`
	? [A, B, C, D] extends [Digit, Digit, Digit, Digit]
		? true
		: false
	: false;

type Sixty = `${"0" | "1" | "2" | "3" | "4" | "5"}${Digit}`;
type QuarterHour = Sixty;
type HourOfDay = `${"0" | "1"}${Digit}` | "20" | "21" | "22" | "23";

type MonthNumber = `0${Exclude<Digit, "0">}` | "10" | "11" | "12";
type UpTo28 = `0${Exclude<Digit, "0">}` | `1${Digit}` | `2${Exclude<Digit, "9">}`;
/** The 29th of February is left to the run time, which knows the year. */
type MonthDay =
	| `${MonthNumber}-${UpTo28 | "29"}`
	| `${Exclude<MonthNumber, "02">}-30`
	| `${"01" | "03" | "05" | "07" | "08" | "10" | "12"}-31`;
