/**
 * What this library needs from the platform's `Temporal`, by shape: there is no dependency, and a polyfill's objects
 * work. Each kind names itself under `Symbol.toStringTag`, both to the compiler and at run time.
 *
 * @see https://tc39.es/proposal-temporal/docs/
 */
interface TemporalValue<Kind extends string> {
	/** Its kind. */
	readonly [Symbol.toStringTag]: `Temporal.${Kind}`;
	/** Itself as text. */
	toString(options?: {
		readonly smallestUnit?: "second";
		readonly calendarName?: "never";
		readonly timeZoneName?: "never";
	}): string;
}

interface TemporalInstant extends TemporalValue<"Instant"> {}

interface TemporalZonedDateTime extends TemporalValue<"ZonedDateTime"> {
	readonly offsetNanoseconds: number;
	toInstant(): TemporalInstant;
}

/** A moment: `Temporal.Instant` or `Temporal.ZonedDateTime`. */
export type TemporalMoment = TemporalInstant | TemporalZonedDateTime;

/** A day: `Temporal.PlainDate`. */
export interface TemporalDay extends TemporalValue<"PlainDate"> {}

/** A day with a time but without a zone: it does not say which moment that is. */
export interface TemporalWithoutZone extends TemporalValue<"PlainDateTime"> {}

/** What kind of `Temporal` something is: `"Instant"`, `"PlainDate"`, ... */
export function temporalKind(given: unknown): string | undefined {
	if (typeof given !== "object" || given === null) return undefined;
	const tag: unknown = Reflect.get(given, Symbol.toStringTag);
	return typeof tag === "string" && tag.startsWith("Temporal.") ? tag.slice("Temporal.".length) : undefined;
}

/** A moment as the API takes it, in whole seconds and with an offset: an instant in UTC, another in its zone. */
export function writeTemporalMoment(given: unknown): string | undefined {
	if (isInstant(given)) return given.toString({ smallestUnit: "second" }).replace(/Z$/, "+00:00");
	if (!isZonedDateTime(given)) return undefined;
	// Historical offsets have seconds, which the text rounds away.
	if (given.offsetNanoseconds % nanosecondsOfAMinute !== 0) return writeTemporalMoment(given.toInstant());
	return given.toString({ smallestUnit: "second", calendarName: "never", timeZoneName: "never" });
}

const nanosecondsOfAMinute = 60_000_000_000;

/** A day as the API takes it. */
export function writeTemporalDay(given: unknown): string | undefined {
	return isDay(given) ? given.toString({ calendarName: "never" }) : undefined;
}

const isInstant = (given: unknown): given is TemporalInstant => temporalKind(given) === "Instant";
const isZonedDateTime = (given: unknown): given is TemporalZonedDateTime => temporalKind(given) === "ZonedDateTime";
const isDay = (given: unknown): given is TemporalDay => temporalKind(given) === "PlainDate";
