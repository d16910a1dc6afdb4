/** When something of a calendar begins or ends. */
export interface CalendarTime {
	/**
	 * A day like `2026-01-31` for what lasts all day; a moment in UTC like `2026-01-31T09:30:00Z`; or a local time like
	 * `2026-01-31T09:30:00`, in `timeZone`.
	 */
	readonly iso: string;
	/** The name of the zone of a local time; `null` for a day, a moment in UTC, or a local time of wherever one is. */
	readonly timeZone: string | null;
}

/** Who takes part. */
export interface CalendarPerson {
	/** As it stands there, mostly `mailto:` and an e-mail address. */
	readonly address: string;
	/** What they are called. */
	readonly name: string | null;
	/** Whether they come, as `ACCEPTED`, `DECLINED`, `TENTATIVE` or `NEEDS-ACTION`. */
	readonly participation: string | null;
	/** As `REQ-PARTICIPANT`, `OPT-PARTICIPANT` or `CHAIR`. */
	readonly role: string | null;
}

/**
 * An entry of a calendar. A single event is one entry, and so is a whole series, which has a `recurrenceRule`. An instance of a
 * series that was edited is an entry of its own, with the series' `uid` and a `recurrenceId`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export interface CalendarEvent {
	/** Names the event, and all entries of a series. */
	readonly uid: string | null;
	/** Its title. */
	readonly summary: string | null;
	/** What it is about. */
	readonly description: string | null;
	/** Where it takes place. */
	readonly location: string | null;
	/** When it begins. */
	readonly start: CalendarTime | null;
	/** Where only a duration is given, it is added to the start. */
	readonly end: CalendarTime | null;
	/** How a series repeats, like `FREQ=WEEKLY;BYDAY=MO`; `null` for what happens once. */
	readonly recurrenceRule: string | null;
	/** Of an edited instance, the start that it would have had. */
	readonly recurrenceId: CalendarTime | null;
	/** Starts at which a series does not take place. */
	readonly exceptions: readonly CalendarTime[];
	/** As `CONFIRMED`, `TENTATIVE` or `CANCELLED`. */
	readonly status: string | null;
	/** Who invited. */
	readonly organizer: CalendarPerson | null;
	/** Who is invited. */
	readonly attendees: readonly CalendarPerson[];
	/** When it was entered. */
	readonly created: CalendarTime | null;
	/** When it was last changed. */
	readonly lastModified: CalendarTime | null;
}
