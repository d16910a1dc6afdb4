import type { SandboxRecord } from "../org/sandbox-record.js";

/**
 * Writes events as a calendar (RFC 5545), in pieces of some 32 KB. A series is one entry with its rule. An edited
 * instance of a series is a separate entry: a record that names the series in `$series` and the start that it replaces
 * in `$replaced_start`. A piece is empty if no event was found yet.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function* writeIcs(events: Iterable<SandboxRecord | undefined>): Generator<string> {
	let piece = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//zoho-bulk-read//sandbox//EN\r\nCALSCALE:GREGORIAN\r\n";
	for (const event of events) {
		if (event === undefined) {
			yield "";
			continue;
		}
		for (const line of eventLines(event)) piece += fold(line);
		if (piece.length >= pieceLength) {
			yield piece;
			piece = "";
		}
	}
	yield `${piece}END:VCALENDAR\r\n`;
}

const pieceLength = 32_768;

function* eventLines(event: SandboxRecord): Generator<string> {
	const allDay = event.All_day === true;
	yield "BEGIN:VEVENT";
	yield `UID:${event.$series ?? event.id}`;
	yield* time("DTSTAMP", event.Modified_Time, false);
	yield* time("DTSTART", event.Start_DateTime, allDay);
	yield* time("DTEND", event.End_DateTime, allDay);
	yield* time("RECURRENCE-ID", event.$replaced_start, allDay);
	yield* text("SUMMARY", event.Event_Title);
	yield* text("LOCATION", event.Venue);
	yield* text("DESCRIPTION", event.Description);
	if (typeof event.Recurring_Activity === "string") yield `RRULE:${event.Recurring_Activity}`;
	yield* time("CREATED", event.Created_Time, false);
	yield* time("LAST-MODIFIED", event.Modified_Time, false);
	yield "END:VEVENT";
}

/** A moment is written in UTC; all-day events have no time and no zone. */
function* time(name: string, value: unknown, allDay: boolean): Generator<string> {
	const written = value instanceof Date ? value.toISOString() : String(value);
	const moment = Date.parse(written);
	if (Number.isNaN(moment)) return;
	if (allDay) yield `${name};VALUE=DATE:${written.slice(0, 10).replaceAll("-", "")}`;
	else yield `${name}:${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function* text(name: string, value: unknown): Generator<string> {
	if (typeof value === "string" && value !== "") yield `${name}:${escapeText(value)}`;
}

function escapeText(value: string): string {
	return value
		.replace(/[\\;,]/g, "\\$&")
		.replace(/\r\n|\r|\n/g, "\\n")
		.replace(/(?!\t)\p{Cc}/gu, "");
}

const longestLine = 75;

/** Folds a line that is longer than 75 bytes, never within a character. */
function fold(line: string): string {
	if (line.length * 3 <= longestLine) return `${line}\r\n`;
	let folded = "";
	let bytes = 0;
	for (const character of line) {
		const size = utf8Length(character);
		if (bytes + size > longestLine) {
			folded += "\r\n ";
			bytes = 1;
		}
		folded += character;
		bytes += size;
	}
	return `${folded}\r\n`;
}

function utf8Length(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}
