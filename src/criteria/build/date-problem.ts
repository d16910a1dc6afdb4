import { temporalKind } from "./temporal.js";
import { valuePattern } from "./value-pattern.js";

/** A day that exists. */
export const datePattern: RegExp = /* @__PURE__ */ valuePattern("date");

/** Says why something is not a day. */
export function dateProblem(given: unknown): string {
	if (given instanceof Date) return "a Date is a moment, and its day depends on the time zone";
	if (temporalKind(given) !== undefined) return "of the Temporal types, only a PlainDate is a day";
	if (typeof given !== "string") return "this is not a string";
	const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(given);
	return (parts && dayProblem(parts)) ?? "this is not a day in the form YYYY-MM-DD";
}

/** Says why something is not a date-time that the API takes. */
export function dateTimeProblem(given: unknown): string {
	if (temporalKind(given) !== undefined)
		return "of the Temporal types, only Instant and ZonedDateTime are moments; give it a time zone";
	if (typeof given !== "string") return "this is not a string or a Date";
	const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(given);
	const problem = parts && (dayProblem(parts) ?? timeProblem(parts));
	return problem ?? "this is not a date-time in the form YYYY-MM-DDThh:mm:ss+hh:mm";
}

function dayProblem([text, , month]: RegExpExecArray): string | undefined {
	if (Number(month) < 1 || Number(month) > 12) return `there is no month ${month}`;
	return datePattern.test(text.slice(0, 10)) ? undefined : "there is no such day";
}

function timeProblem([, , , , hour, minute, second, fraction, offset]: RegExpExecArray): string | undefined {
	if (Number(hour) > 23) return `there is no hour ${hour}`;
	if (Number(minute) > 59) return `there is no minute ${minute}`;
	if (Number(second) > 59) return `there is no second ${second}`;
	if (fraction !== undefined) return "milliseconds are not accepted";
	return offset === undefined ? "the offset is missing" : `there is no offset ${offset}`;
}
