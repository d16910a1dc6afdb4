/** When an event starts or ends. */
export interface CalendarTime {
	/**
	 * A day like `2026-01-31` for all-day events; a moment in UTC like `2026-01-31T09:30:00Z`; or a local time like
	 * `2026-01-31T09:30:00`, in `timeZone`.
	 */
	readonly iso: string;
	/** The time zone of a local time; `null` for a day, a moment in UTC, or a floating local time. */
	readonly timeZone: string | null;
}

/** A participant. */
export interface CalendarPerson {
	/** As in the file, usually `mailto:` and an e-mail address. */
	readonly address: string;
	/** Their name. */
	readonly name: string | null;
	/** Whether they will attend: `ACCEPTED`, `DECLINED`, `TENTATIVE` or `NEEDS-ACTION`. */
	readonly participation: string | null;
	/** One of `REQ-PARTICIPANT`, `OPT-PARTICIPANT` or `CHAIR`. */
	readonly role: string | null;
}

/**
 * An entry of a calendar. A single event is one entry, and so is a whole series, which has a `recurrenceRule`. An
 * edited instance of a series is a separate entry, with the series' `uid` and a `recurrenceId`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export interface CalendarEvent {
	/** Identifies the event, or all entries of a series. */
	readonly uid: string | null;
	/** Its title. */
	readonly summary: string | null;
	/** Its description. */
	readonly description: string | null;
	/** Its location. */
	readonly location: string | null;
	/** When it starts. */
	readonly start: CalendarTime | null;
	/** When it ends. If the file has only a duration, this is the start plus the duration. */
	readonly end: CalendarTime | null;
	/** How a series repeats, like `FREQ=WEEKLY;BYDAY=MO`; `null` for a single event. */
	readonly recurrenceRule: string | null;
	/** For an edited instance, its original start. */
	readonly recurrenceId: CalendarTime | null;
	/** Starts of a series' instances that do not take place. */
	readonly exceptions: readonly CalendarTime[];
	/** One of `CONFIRMED`, `TENTATIVE` or `CANCELLED`. */
	readonly status: string | null;
	/** The organiser. */
	readonly organizer: CalendarPerson | null;
	/** The invited people. */
	readonly attendees: readonly CalendarPerson[];
	/** When it was created. */
	readonly created: CalendarTime | null;
	/** When it was last changed. */
	readonly lastModified: CalendarTime | null;
}
