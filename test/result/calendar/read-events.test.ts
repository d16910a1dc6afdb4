import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidOptionError } from "../../../src/checks/invalid-option-error.js";
import type { CalendarEvent } from "../../../src/result/calendar/calendar-event.js";
import { type ReadEventsOptions, readEvents } from "../../../src/result/calendar/read-events.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { ResultTooLargeError } from "../../../src/result/zip/result-too-large-error.js";
import { writeIcs } from "../../../src/sandbox/files/write-ics.js";
import { zipFiles, zipped } from "../archives.js";
import { collect, streamOf, watchedStream } from "../streams.js";

/** A single event, a series with an edited instance, and a day; with folded lines and escaped text (RFC 5545). */
const calendar = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:554023000000470421
SUMMARY:Review\\, part one\\; and a very long title that is folded by whoever w
 rites lines of at most 75 bytes
DESCRIPTION:First line\\nsecond line 王
LOCATION:Chennai
STATUS:CONFIRMED
DTSTART;TZID=Asia/Kolkata:20260131T093000
DTEND;TZID=Asia/Kolkata:20260131T103000
ORGANIZER;CN="Okafor, Ngozi":mailto:ngozi@example.com
ATTENDEE;CN=Ben;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:ben@example.com
ATTENDEE:mailto:chidi@example.com
CREATED:20260101T000000Z
LAST-MODIFIED:20260102T000000Z
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
SUMMARY:not the event's
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:554023000000470422
SUMMARY:Every Monday
DTSTART:20260105T090000Z
DURATION:PT45M
RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10
EXDATE:20260112T090000Z,20260119T090000Z
END:VEVENT
BEGIN:VEVENT
UID:554023000000470422
SUMMARY:Every Monday\\, this one later
RECURRENCE-ID:20260126T090000Z
DTSTART:20260126T110000Z
DTEND:20260126T114500Z
END:VEVENT
BEGIN:VEVENT
UID:554023000000470423
DTSTART;VALUE=DATE:20260301
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");

function eventsOf(
	text: string | Uint8Array,
	options?: ReadEventsOptions,
	partLength?: number,
): Promise<CalendarEvent[]> {
	return collect(readEvents(streamOf(zipped(text), partLength), options));
}

test("every entry is an event: single ones, a series, its edited instance, a day", async () => {
	const events = await eventsOf(calendar);
	expect(events).toHaveLength(4);
	const [single, series, instance, day] = events;
	expect(single).toEqual({
		uid: "554023000000470421",
		summary: "Review, part one; and a very long title that is folded by whoever writes lines of at most 75 bytes",
		description: "First line\nsecond line 王",
		location: "Chennai",
		start: { iso: "2026-01-31T09:30:00", timeZone: "Asia/Kolkata" },
		end: { iso: "2026-01-31T10:30:00", timeZone: "Asia/Kolkata" },
		recurrenceRule: null,
		recurrenceId: null,
		exceptions: [],
		status: "CONFIRMED",
		organizer: { address: "mailto:ngozi@example.com", name: "Okafor, Ngozi", participation: null, role: null },
		attendees: [
			{ address: "mailto:ben@example.com", name: "Ben", participation: "ACCEPTED", role: "REQ-PARTICIPANT" },
			{ address: "mailto:chidi@example.com", name: null, participation: null, role: null },
		],
		created: { iso: "2026-01-01T00:00:00Z", timeZone: null },
		lastModified: { iso: "2026-01-02T00:00:00Z", timeZone: null },
	});
	expect(series).toMatchObject({
		uid: "554023000000470422",
		recurrenceRule: expect.stringMatching(/^FREQ=WEEKLY;(BYDAY=MO;COUNT=10|COUNT=10;BYDAY=MO)$/),
		recurrenceId: null,
		end: { iso: "2026-01-05T09:45:00Z", timeZone: null },
		exceptions: [
			{ iso: "2026-01-12T09:00:00Z", timeZone: null },
			{ iso: "2026-01-19T09:00:00Z", timeZone: null },
		],
	});
	expect(instance).toMatchObject({
		uid: series?.uid,
		recurrenceRule: null,
		recurrenceId: { iso: "2026-01-26T09:00:00Z", timeZone: null },
		start: { iso: "2026-01-26T11:00:00Z", timeZone: null },
	});
	expect(day).toMatchObject({
		summary: null,
		start: { iso: "2026-03-01", timeZone: null },
		end: { iso: "2026-03-02", timeZone: null },
		attendees: [],
		organizer: null,
	});
});

test("however the file comes in parts, with either line end, the events are the same", async () => {
	const events = await eventsOf(calendar);
	// Stored, so that the parts of the archive are the parts of the text.
	const archives = ["\r\n", "\n"].map((lineEnd) =>
		zipFiles({ "events.ics": calendar.replaceAll("\r\n", lineEnd) }, "-0"),
	);
	for (const archive of archives) expect(await collect(readEvents(streamOf(archive, 1)))).toEqual(events);
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 2, max: 100 }), fc.constantFrom(...archives), async (length, archive) => {
			expect(await collect(readEvents(streamOf(archive, length)))).toEqual(events);
		}),
		{ numRuns: 30 },
	);
});

test("a calendar that the sandbox writes is read as it was meant", async () => {
	const records = Array.from({ length: 300 }, (_, index) => ({
		id: String(554023000000000000n + BigInt(index)),
		Event_Title: `Visit ${index}; Müller, 王`,
		Description: 'line one\nline "two" \\ three',
		Start_DateTime: "2026-01-31T09:30:00+05:30",
		End_DateTime: "2026-01-31T10:30:00+05:30",
		All_day: false,
	}));
	const events = await eventsOf([...writeIcs(records)].join(""));
	expect(events.map(({ uid }) => uid)).toEqual(records.map(({ id }) => id));
	for (const [index, { summary, description, start, end }] of events.entries()) {
		expect({ summary, description, start, end }).toEqual({
			summary: records[index]?.Event_Title,
			description: records[index]?.Description,
			start: { iso: "2026-01-31T04:00:00Z", timeZone: null },
			end: { iso: "2026-01-31T05:00:00Z", timeZone: null },
		});
	}
});

test("a calendar without entries gives none, and several calendars in one file are read on", async () => {
	const empty = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
	expect(await eventsOf(empty)).toEqual([]);
	expect(await eventsOf("")).toEqual([]);
	expect(await collect(readEvents(streamOf(zipped(empty))).batches())).toEqual([]);
	expect(await eventsOf(empty + calendar + calendar)).toHaveLength(8);
	expect(await eventsOf(calendar.trimEnd())).toHaveLength(4);
});

/** A calendar with these lines in an entry. */
const entryOf = (...lines: readonly string[]): string =>
	["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");

describe("where an entry begins and ends", () => {
	test("names are in upper or lower case, and blank lines may stand before the calendar", async () => {
		expect(await eventsOf("\r\n\nbegin:vcalendar\nbegin:vevent\nuid:7\nend:vevent\nend:vcalendar\n")).toMatchObject([
			{ uid: "7" },
		]);
	});

	test("the last line of the file needs no line end", async () => {
		expect(await eventsOf("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:7\r\nEND:VEVENT")).toMatchObject([{ uid: "7" }]);
	});

	test("a text that goes on in the next line is not taken for either", async () => {
		expect(await eventsOf(entryOf("UID:7", "SUMMARY:a ", " END:VEVENT", " BEGIN:VEVENT", "LOCATION:b"))).toMatchObject([
			{ uid: "7", summary: "a END:VEVENTBEGIN:VEVENT", location: "b" },
		]);
		const head = "BEGIN:VCALENDAR\nX-WR-CALDESC:a\n BEGIN:VEVENT\n";
		expect(await eventsOf(`${head}END:VCALENDAR\n`)).toEqual([]);
	});

	test("components of other names are none", async () => {
		const template = ["BEGIN:VEVENT-TEMPLATE", "UID:1", "END:VEVENT-TEMPLATE"];
		const text = entryOf("UID:7", ...template, "LOCATION:b").replace(
			"BEGIN:VEVENT\r",
			`${template.join("\r\n")}\r\n$&`,
		);
		expect(await eventsOf(text)).toMatchObject([{ uid: "7", location: "b" }]);
	});

	test("what is before an entry, between two and behind the last is not held", async () => {
		const noise = "X-NOISE:1\r\n".repeat(1_000);
		const many = `BEGIN:VCALENDAR\r\n${noise}${`BEGIN:VEVENT\r\nUID:7\r\nEND:VEVENT\r\n${noise}`.repeat(3)}`;
		expect(await eventsOf(many, { maxEventLength: 40 })).toHaveLength(3);
	});
});

test("what an entry does not say is null", async () => {
	const nothing = {
		...{ uid: null, summary: null, description: null, location: null, start: null, end: null, recurrenceRule: null },
		...{ recurrenceId: null, exceptions: [], status: null, organizer: null, attendees: [], created: null },
		lastModified: null,
	};
	expect(await eventsOf(entryOf())).toEqual([nothing]);
	expect(await eventsOf(entryOf("SUMMARY:", "LOCATION:"))).toEqual([nothing]);
	expect(await eventsOf(entryOf("SUMMARY:x", "UID:7"))).toEqual([{ ...nothing, summary: "x", uid: "7" }]);
	expect(await eventsOf(entryOf("SUMMARY:x"))).toEqual([{ ...nothing, summary: "x" }]);
	expect(await eventsOf(entryOf("ORGANIZER;CN=;ROLE=CHAIR:mailto:a@example.com"))).toMatchObject([
		{ organizer: { address: "mailto:a@example.com", name: null, participation: null, role: "CHAIR" } },
	]);
});

test("an entry may have so many characters and no more", async () => {
	const lines = ["BEGIN:VEVENT", "UID:7", `SUMMARY:${"x".repeat(100)}`, "END:VEVENT"];
	const maxEventLength = lines.join("").length;
	const text = entryOf(...lines.slice(1, -1));
	expect(await eventsOf(text + text, { maxEventLength })).toHaveLength(2);
	const error: unknown = await eventsOf(text, { maxEventLength: maxEventLength - 1 }).catch(
		(caught: unknown) => caught,
	);
	expect(error).toBeInstanceOf(ResultTooLargeError);
	expect(error).toMatchObject({ limit: "maxEventLength", allowed: maxEventLength - 1 });
	await expect(eventsOf(text, { maxInflatedBytes: text.length - 1 })).rejects.toThrow("maxInflatedBytes");
});

test("wrong arguments are refused at once", () => {
	expect(() => readEvents(calendar as never)).toThrow(InvalidOptionError);
	expect(() => readEvents(streamOf(zipped(calendar)), { maxEventLength: 0 })).toThrow("maxEventLength");
	expect(() => readEvents(streamOf(zipped(calendar)), { maxInflatedBytes: "1" } as never)).toThrow("maxInflatedBytes");
});

describe("what is no calendar, or no whole one, is refused:", () => {
	const broken = (from: string, to: string): string => calendar.replace(from, to);
	test.each([
		["a CSV", "Id,text\n1,2\n", "the file is not a calendar", 1],
		["something before the calendar", `x${calendar}`, "the file is not a calendar", 1],
		["a name that only begins like a calendar's", "BEGIN:VCALENDARS\n", "the file is not a calendar", 1],
		["an entry without its end", broken("END:VEVENT\r\nEND:VCALENDAR", ""), "an entry of the calendar has no end", 4],
		["an entry that cannot be read", broken("SUMMARY:Every Monday\r\n", "no colon here\r\n"), "cannot be read", 2],
		["a time that is none", broken("20260105T090000Z", "soon"), "cannot be read", 2],
		["a character that is cut at the end", Buffer.from(`${calendar}王`).subarray(0, -1), "not UTF-8", 5],
		["text that is not UTF-8", Buffer.from(calendar.replaceAll("王", "é"), "latin1"), "not UTF-8", 1],
	])("%s", async (_, text, reason, record) => {
		const error: unknown = await eventsOf(text).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(DamagedResultError);
		expect((error as DamagedResultError).reason).toContain(reason);
		expect(error).toMatchObject({ record, archiveIsWhole: true });
	});

	test("a damaged archive", async () => {
		const archive = zipped(calendar);
		await expect(collect(readEvents(streamOf(archive.subarray(0, -1))))).rejects.toThrow("Download it again");
	});

	test("an entry that goes on and on", async () => {
		const endless = `${calendar.slice(0, 600)}${"X:y\r\n".repeat(10_000)}`;
		await expect(eventsOf(endless, { maxEventLength: 20_000 })).rejects.toThrow("maxEventLength");
		const endlessLine = `BEGIN:VCALENDAR\r\n${"x".repeat(100_000)}`;
		await expect(eventsOf(endlessLine, { maxEventLength: 20_000 })).rejects.toThrow("maxEventLength");
	});
});

test("leaving the loop cancels the download", async () => {
	const events = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260105T090000Z\r\nEND:VEVENT\r\n".repeat(5_000);
	const archive = zipped(`BEGIN:VCALENDAR\r\n${events}END:VCALENDAR\r\n`);
	const { stream, isCancelled } = watchedStream([archive.subarray(0, 50_000), archive.subarray(50_000)]);
	for await (const event of readEvents(stream)) {
		expect(event.uid).toBe("1");
		break;
	}
	expect(isCancelled()).toBe(true);
});
