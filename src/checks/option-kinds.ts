import { checkOptions } from "./check-argument.js";
import { didYouMean } from "./closest-names.js";
import { InvalidOptionError } from "./invalid-option-error.js";
import { isJsonObject, type JsonObject } from "./json-object.js";
import { showGiven } from "./show-given.js";

/** Checks what an option takes: for anything else, it returns the end of a sentence about what was given. */
export type OptionKind = (given: unknown) => string | undefined;

/** What each option of a call takes. */
export type OptionKinds<Options> = { readonly [Name in keyof Options]-?: OptionKind };

/** A number from a minimum; `Infinity` too, unless a maximum is given. */
export function numberFrom(least: number, greatest: number = Number.POSITIVE_INFINITY): OptionKind {
	const range = greatest === Number.POSITIVE_INFINITY ? `from ${least}` : `from ${least} to ${greatest}`;
	return (given) =>
		typeof given === "number" && given >= least && given <= greatest ? undefined : `is not a number ${range}.`;
}

/** A whole number from a minimum, or `Infinity`. */
export function wholeFrom(least: number): OptionKind {
	return (given) =>
		typeof given === "number" && given >= least && (Number.isInteger(given) || given === Number.POSITIVE_INFINITY)
			? undefined
			: `is not a whole number from ${least}.`;
}

/** One of some words. */
export function wordOf(...words: readonly string[]): OptionKind {
	return (given) =>
		typeof given === "string" && words.includes(given)
			? undefined
			: `is not one of ${words.map((word) => `"${word}"`).join(", ")}.${didYouMean(given, words)}`;
}

/** `true` or `false`. */
export const flag: OptionKind = (given) => (typeof given === "boolean" ? undefined : "is not true or false.");

/** A function. */
export const callback: OptionKind = (given) => (typeof given === "function" ? undefined : "is not a function.");

/** An abort signal, this runtime's or another's. */
export const abortSignal: OptionKind = (given) =>
	typeof given === "object" && given !== null && "aborted" in given && "addEventListener" in given
		? undefined
		: "is not an AbortSignal. Give new AbortController().signal, or AbortSignal.timeout(...).";

/** A non-empty text. */
export const filledText: OptionKind = (given) =>
	typeof given === "string" && given !== "" ? undefined : "is not a non-empty text.";

/** A list. */
export const list: OptionKind = (given) => (Array.isArray(given) ? undefined : "is not a list.");

/** A list of non-empty texts. */
export const listOfTexts: OptionKind = (given) =>
	Array.isArray(given) && given.every((item) => filledText(item) === undefined)
		? undefined
		: "is not a list of non-empty texts.";

/** A plain object: not a list, a `Date` or any other class instance. */
export const record: OptionKind = (given) =>
	isRecord(given) ? undefined : "is not an object with a member for each name.";

/** Whether something is what {@link record} takes. */
export function isRecord(given: unknown): given is JsonObject {
	return isJsonObject(given) && isPlain(given);
}

/** A text or a number. */
export const textOrNumber: OptionKind = (given) =>
	typeof given === "string" || (typeof given === "number" && !Number.isNaN(given))
		? undefined
		: "is not a text or a number.";

function isPlain(given: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(given);
	return prototype === null || prototype === Object.prototype;
}

/** Anything: it is checked where it is used. */
export const checkedLater: OptionKind = () => undefined;

/**
 * Checks the options of a call: each name must exist, and each value must fit. `undefined` counts as not given.
 *
 * @throws {@link InvalidOptionError}
 */
export function checkEachOption(given: unknown, kinds: Readonly<Record<string, OptionKind>>): void {
	// Whatever else it is, it is refused.
	for (const [name, value] of Object.entries(checkOptions(given as object | undefined))) {
		if (value === undefined) continue;
		const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
		if (kind === undefined) {
			const known = Object.keys(kinds);
			throw new InvalidOptionError(
				name,
				`is not an option here.${didYouMean(name, known)} Known: ${known.join(", ")}.`,
			);
		}
		const problem = kind(value);
		if (problem !== undefined) throw new InvalidOptionError(name, `${showGiven(value)} ${problem}`);
	}
}
