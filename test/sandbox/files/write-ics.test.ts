import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { writeIcs } from "../../../src/sandbox/files/write-ics.js";
import { generateCompany } from "../../../src/sandbox/index.js";
import type { SandboxRecord } from "../../../src/sandbox/org/sandbox-record.js";
import { codePoint } from "../../code-point.js";
import { startSandbox } from "../raw-http.js";

const write = (...events: SandboxRecord[]): string => [...writeIcs(events)].join("");

const meeting = {
	id: "554023050000000000",
	Event_Title: "Review; part 1, of \\ 2",
	Start_DateTime: "2026-06-20T14:00:00+05:30",
	End_DateTime: "2026-06-20T15:30:00+05:30",
	All_day: false,
	Venue: "Café",
	Description: "one\r\ntwo\nthree",
	Created_Time: "2026-06-01T00:00:00+00:00",
	Modified_Time: "2026-06-02T00:00:00+00:00",
};

describe("a calendar", () => {
	test("is written byte for byte as RFC 5545 says", () => {
		expect(write(meeting)).toBe(
			[
				"BEGIN:VCALENDAR",
				"VERSION:2.0",
				"PRODID:-//zoho-bulk-read//sandbox//EN",
				"CALSCALE:GREGORIAN",
				"BEGIN:VEVENT",
				"UID:554023050000000000",
				"DTSTAMP:20260602T000000Z",
				"DTSTART:20260620T083000Z",
				"DTEND:20260620T100000Z",
				"SUMMARY:Review\\; part 1\\, of \\\\ 2",
				"LOCATION:Café",
				"DESCRIPTION:one\\ntwo\\nthree",
				"CREATED:20260601T000000Z",
				"LAST-MODIFIED:20260602T000000Z",
				"END:VEVENT",
				"END:VCALENDAR",
				"",
			].join("\r\n"),
		);
	});

	test("has days without a time for what lasts all day", () => {
		const day = {
			...meeting,
			All_day: true,
			Start_DateTime: "2026-06-20T00:00:00+05:30",
			End_DateTime: new Date(Date.UTC(2026, 5, 21)),
		};
		expect(write(day)).toContain("\r\nDTSTART;VALUE=DATE:20260620\r\nDTEND;VALUE=DATE:20260621\r\n");
	});

	test("has one entry for a series, and one more for an instance that was changed", () => {
		const series = { ...meeting, Recurring_Activity: "FREQ=DAILY;COUNT=5" };
		const changed = { ...meeting, id: "2", $series: meeting.id, $replaced_start: "2026-06-21T14:00:00+05:30" };
		const text = write(series, changed);
		expect(text).toContain("\r\nRRULE:FREQ=DAILY;COUNT=5\r\n");
		expect(text.match(/UID:554023050000000000/g)).toHaveLength(2);
		expect(text).toContain("\r\nRECURRENCE-ID:20260621T083000Z\r\n");
	});

	test("is folded at 75 bytes, never within a character, and unfolds to any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: codePoint, minLength: 1, maxLength: 200 }), (title) => {
				const text = write({ ...meeting, Event_Title: title });
				for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
				expect(Buffer.from(text).toString("utf8")).toBe(text);
				const [summary] = /SUMMARY:[^\r\n]*/.exec(text.replaceAll("\r\n ", "")) ?? [""];
				expect(
					summary.slice("SUMMARY:".length).replace(/\\([\\;,n])/g, (_, code) => (code === "n" ? "\n" : code)),
				).toBe(title.replace(/\r\n|\r/g, "\n").replace(/(?![\t\n])\p{Cc}/gu, ""));
			}),
		);
	});

	test("is read by another program, event for event", async () => {
		const { Events } = generateCompany({ contacts: 500 });
		const { exportText } = await startSandbox({ records: { Events } });
		const text = await exportText({ query: { module: "Events" }, file_type: "ics" });
		const events = new ICAL.Component(ICAL.parse(text))
			.getAllSubcomponents("vevent")
			.map((each) => new ICAL.Event(each));
		expect(events.length).toBe(Events.length);
		for (const [index, event] of events.entries()) {
			const record = Events[index] ?? {};
			expect(event.uid).toBe(record.$series ?? record.id);
			expect(event.summary).toBe(record.Event_Title);
			expect(event.location).toBe(record.Venue ?? null);
			expect(event.description ?? "").toBe(String(record.Description ?? "").replaceAll("\r\n", "\n"));
			expect(event.startDate.isDate).toBe(record.All_day);
			expect(event.startDate.toJSDate().getTime()).toBe(startOf(record));
			expect(event.isRecurring()).toBe(record.Recurring_Activity !== null);
			expect(event.isRecurrenceException()).toBe(record.$series !== undefined);
		}
		expect(events.some((event) => event.isRecurrenceException())).toBe(true);
	});

	test("of nothing is a calendar all the same", async () => {
		const { exportText } = await startSandbox({ records: {} });
		const text = await exportText({ query: { module: "Events" }, file_type: "ics" });
		expect(ICAL.parse(text)[0]).toBe("vcalendar");
		expect(text).not.toContain("VEVENT");
	});
});

/** A day has no zone: the reader takes it for its own. */
function startOf({ All_day, Start_DateTime }: SandboxRecord): number {
	const start = String(Start_DateTime);
	return Date.parse(All_day === true ? `${start.slice(0, 10)}T00:00:00` : start);
}
