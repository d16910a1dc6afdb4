import type ICAL from "ical.js";
import { checkEachOption, numberFrom, type OptionKinds } from "../../checks/option-kinds.js";
import { type Rows, rowsOfBatches } from "../rows/rows.js";
import { checkStream } from "../zip/check-stream.js";
import { DamagedResultError } from "../zip/damaged-result-error.js";
import { type EntryReader, readEntry } from "../zip/read-entry.js";
import { ResultTooLargeError } from "../zip/result-too-large-error.js";
import { type UnzipOptions, unzip } from "../zip/unzip.js";
import type { CalendarEvent, CalendarPerson, CalendarTime } from "./calendar-event.js";

/** The options for reading a calendar. */
export interface ReadEventsOptions extends UnzipOptions {
	/** How many characters an entry may have; each is held in memory. By default 16 Mi. */
	readonly maxEventLength?: number | undefined;
}

/**
 * Reads the entries of a calendar, the result of a job with `ics()`, while it is downloaded. Data is requested only as
 * needed, and leaving the loop early cancels the download.
 *
 * @param zip - the archive from Zoho. It can be read once.
 * @throws {@link InvalidOptionError} if this is not a stream, or an option is wrong.
 * @throws While they are read: {@link DamagedResultError} if the file is incomplete or not a calendar, and
 * {@link ResultTooLargeError}.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function readEvents(zip: ReadableStream<Uint8Array>, options: ReadEventsOptions = {}): Rows<CalendarEvent> {
	checkStream(zip);
	checkEachOption(options, eventKinds);
	const { maxInflatedBytes, maxEventLength = 16 * 2 ** 20 } = options;
	return rowsOfBatches(async function* () {
		// Loaded on demand: most users of this library never read a calendar.
		const { default: ical } = await import("ical.js");
		yield* readEntry(unzip(zip, { maxInflatedBytes }), new EventReader(ical, maxEventLength));
	});
}

const eventKinds: OptionKinds<ReadEventsOptions> = { maxInflatedBytes: numberFrom(1), maxEventLength: numberFrom(1) };

type Ical = typeof ICAL;
type Component = InstanceType<Ical["Component"]>;
type Property = InstanceType<Ical["Property"]>;

class EventReader implements EntryReader<CalendarEvent[]> {
	readonly #ical: Ical;
	readonly #maxEventLength: number;
	readonly #decoder = new TextDecoder("utf-8", { fatal: true });
	/** A line whose end has not arrived yet. */
	#rest = "";
	/** The lines of the entry that is being read; empty between entries. */
	#lines: string[] = [];
	#length = 0;
	#isCalendar = false;
	#batch: CalendarEvent[] = [];
	#record = 1;

	constructor(ical: Ical, maxEventLength: number) {
		this.#ical = ical;
		this.#maxEventLength = maxEventLength;
	}

	get record(): number {
		return this.#record;
	}

	push(part: Uint8Array): void {
		const lines = (this.#rest + this.#decode(part)).split("\n");
		this.#rest = lines.pop() ?? "";
		for (const line of lines) this.#take(line.endsWith("\r") ? line.slice(0, -1) : line);
		this.#checkLength(this.#rest);
	}

	end(): void {
		this.#take(this.#rest + this.#decode());
		if (this.#lines.length > 0) throw new DamagedResultError("an entry of the calendar has no end");
	}

	hasBatch(): boolean {
		return this.#batch.length > 0;
	}

	takeBatch(): CalendarEvent[] {
		const batch = this.#batch;
		this.#batch = [];
		return batch;
	}

	#decode(part?: Uint8Array): string {
		try {
			return this.#decoder.decode(part, { stream: part !== undefined });
		} catch {
			throw new DamagedResultError("its text is not UTF-8");
		}
	}

	#take(line: string): void {
		const begun = this.#lines.length > 0;
		if (!this.#isCalendar && line !== "") {
			if (!/^BEGIN:VCALENDAR$/i.test(line)) throw new DamagedResultError("the file is not a calendar");
			this.#isCalendar = true;
		}
		if (!begun && !/^BEGIN:VEVENT$/i.test(line)) return;
		this.#checkLength(line);
		this.#lines.push(line);
		this.#length += line.length;
		if (begun && /^END:VEVENT$/i.test(line)) this.#finish();
	}

	#checkLength(more: string): void {
		if (this.#length + more.length > this.#maxEventLength) {
			throw new ResultTooLargeError("maxEventLength", this.#maxEventLength);
		}
	}

	#finish(): void {
		const lines = this.#lines;
		this.#lines = [];
		this.#length = 0;
		this.#batch.push(parseEvent(this.#ical, lines));
		this.#record++;
	}
}

function parseEvent(ical: Ical, lines: readonly string[]): CalendarEvent {
	try {
		const component = new ical.Component(ical.parse(lines.join("\r\n")));
		return makeEvent(component, new ical.Event(component));
	} catch (error) {
		// The parser throws nothing but errors.
		throw new DamagedResultError(`an entry of the calendar cannot be read (${(error as Error).message})`);
	}
}

function makeEvent(component: Component, event: InstanceType<Ical["Event"]>): CalendarEvent {
	const text = (name: string): string | null => {
		const value = component.getFirstPropertyValue(name);
		return value === null || value === undefined || String(value) === "" ? null : String(value);
	};
	const start = timesOf(component, "dtstart")[0] ?? null;
	const organizer = component.getFirstProperty("organizer");
	return {
		uid: text("uid"),
		summary: text("summary"),
		description: text("description"),
		location: text("location"),
		start,
		end: timesOf(component, "dtend")[0] ?? endAfter(start, event),
		recurrenceRule: text("rrule"),
		recurrenceId: timesOf(component, "recurrence-id")[0] ?? null,
		exceptions: timesOf(component, "exdate"),
		status: text("status"),
		organizer: organizer ? makePerson(organizer) : null,
		attendees: component.getAllProperties("attendee").map(makePerson),
		created: timesOf(component, "created")[0] ?? null,
		lastModified: timesOf(component, "last-modified")[0] ?? null,
	};
}

function timesOf(component: Component, name: string): CalendarTime[] {
	return component.getAllProperties(name).flatMap((property) => {
		const timeZone = parameterOf(property, "tzid");
		return property.getValues().map((value): CalendarTime => ({ iso: String(value), timeZone }));
	});
}

/** An entry without an end lasts for its duration; one without a duration lasts all day, or no time at all. */
function endAfter(start: CalendarTime | null, event: InstanceType<Ical["Event"]>): CalendarTime | null {
	return start === null ? null : { iso: String(event.endDate), timeZone: start.timeZone };
}

function makePerson(property: Property): CalendarPerson {
	return {
		address: String(property.getFirstValue()),
		name: parameterOf(property, "cn"),
		participation: parameterOf(property, "partstat"),
		role: parameterOf(property, "role"),
	};
}

function parameterOf(property: Property, name: string): string | null {
	const value = property.getFirstParameter(name);
	return value ? value : null;
}
