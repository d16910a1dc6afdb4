import type { Empty } from "../node/empty.js";
import type { TemporalDay, TemporalMoment, TemporalWithoutZone } from "./temporal.js";

/** A day that does not exist. `Reason` says why. */
export interface InvalidDate<Value, Reason> {
	/** What was written, and why it is wrong; no value has it. */
	readonly [refused]: [Value, Reason];
}

/** A date-time that cannot be sent. `Reason` says why. */
export interface InvalidDateTime<Value, Reason> {
	/** What was written, and why it is wrong; no value has it. */
	readonly [refused]: [Value, Reason];
}

declare const refused: unique symbol;

/**
 * Checks a literal part by part, each by membership in a union of literals. Anything but a single literal (`string`, or
 * a template such as `${number}-01-01`) is checked at run time.
 *
 * "2026-02-28" -> "2026-02-28"
 * "2026-13-01" -> InvalidDate<"2026-13-01", "no such month">
 *
 * @typeParam Same - the value again, under a name that nothing has narrowed: narrowing costs the compiler.
 */
export type CheckedDate<Value, Same = Value> =
	DateMistake<Value> extends never
		? Same
		: DateMistake<Literals<Value>> extends never
			? Same
			: InvalidDate<Value, DateMistake<Literals<Value>>>;

/**
 * "2026-02-28T09:30:00+05:30" -> itself
 * "2026-02-28T09:30:00.000Z" -> InvalidDateTime<..., "milliseconds are not accepted">
 *
 * @typeParam Same - the value again, under a name that nothing has narrowed: narrowing costs the compiler.
 */
export type CheckedDateTime<Value, Same = Value> =
	DateTimeMistake<Value> extends never
		? Same
		: DateTimeMistake<Literals<Value>> extends never
			? Same
			: InvalidDateTime<Value, DateTimeMistake<Literals<Value>>>;

/**
 * Drops types that may be many strings: as a key, such a type is an index signature, which an object may lack.
 *
 * Date | "2026-01-01" | `${number}-01-01` -> Date | "2026-01-01"
 */
type Literals<Value> = 0 extends 1 & Value
	? never
	: Value extends string
		? Record<never, never> extends { [_ in Value]: unknown }
			? never
			: Value
		: Value;

/** "2026-02-28" -> never */
type DateMistake<Value> = Value extends DayOfTheseYears
	? never
	: Value extends `${infer Year}-${infer Rest}`
		? Rest extends MonthDay
			? Year extends RecentYear
				? never
				: YearMistake<Year>
			: Rest extends `${Month}-${Digit}${Digit}`
				? "no such day"
				: Rest extends `${Digit}${Digit}-${Digit}${Digit}`
					? "no such month"
					: "write YYYY-MM-DD"
		: Value extends Empty | TemporalDay
			? never
			: Value extends Date
				? "write YYYY-MM-DD: a Date's day depends on the time zone"
				: Value extends TemporalMoment
					? "say which day: toPlainDate() of a ZonedDateTime"
					: "write YYYY-MM-DD";

type YearMistake<Year> = Year extends `${Digit}${infer Second}${infer Third}${infer Fourth}`
	? [Second, Third, Fourth] extends [Digit, Digit, Digit]
		? never
		: "write the year with four digits"
	: "write the year with four digits";

/** "2026-02-28T09:30:00+05:30" -> never */
type DateTimeMistake<Value> = Value extends `${infer Day}T${infer Hour}:${infer Minute}:${infer Rest}`
	? DateMistake<Day> extends never
		? Hour extends HourOfDay
			? Minute extends Sixty
				? Rest extends CommonEnding
					? never
					: EndingMistake<Rest>
				: "no such minute"
			: "no such hour"
		: DateMistake<Day>
	: Value extends Empty | Date | TemporalMoment
		? never
		: Value extends TemporalDay | TemporalWithoutZone
			? "say the zone: toZonedDateTime(zone)"
			: "write YYYY-MM-DDThh:mm:ss+hh:mm, or give a Date";

/** "00+05:30" -> never */
type EndingMistake<Ending> = Ending extends `${infer Tens}${infer Ones}${infer Offset}`
	? `${Tens}${Ones}` extends Sixty
		? OffsetMistake<Offset>
		: "no such second"
	: "the seconds are missing";

type OffsetMistake<Offset> = Offset extends "Z"
	? never
	: Offset extends `${"+" | "-"}${infer Hours}:${infer Minutes}`
		? [Hours, Minutes] extends [HourOfDay, Sixty]
			? never
			: "no such offset"
		: Offset extends `${"+" | "-"}${HourOfDay}${Sixty}`
			? never
			: Offset extends ""
				? "the offset is missing"
				: Offset extends `.${string}`
					? "milliseconds are not accepted"
					: "no such offset";

type RecentYear = `${"19" | "20"}${Digit}${Digit}`;
type NotZero = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type Digit = "0" | NotZero;
type Sixty = `${"0" | "1" | "2" | "3" | "4" | "5"}${Digit}`;
type HourOfDay = `${"0" | "1"}${Digit}` | "20" | "21" | "22" | "23";
type Month = `0${NotZero}` | "10" | "11" | "12";

/** February 29 is checked at run time, which knows the year. */
type MonthDay =
	| `${Month}-${`0${NotZero}` | `${"1" | "2"}${Digit}`}`
	| `${"01" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12"}-30`
	| `${"01" | "03" | "05" | "07" | "08" | "10" | "12"}-31`;

// The commonest literals are tested first, in one step. The unions stay small: an editor makes them anew at every keystroke, and
// 20 members cost the compiler what reading one literal part by part does.

/** The days that most filters name; days of other years are read part by part. */
type DayOfTheseYears = `202${"5" | "6" | "7"}-${MonthDay}`;

/** The seconds and offsets that most date-times end with; others are read part by part. */
type CommonEnding = `${"00" | "59"}${"Z" | `${"+" | "-"}${`0${Digit}` | "10" | "11" | "12"}:${"00" | "30"}`}`;
