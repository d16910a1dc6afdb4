import type { Random } from "../org/random.js";
import { type Culture, cultures, type Name, type Place } from "./cultures.js";

/** A person, without a job yet. */
export interface Person {
	readonly culture: Culture;
	readonly given: Name;
	readonly family: Name;
	readonly place: Place;
}

/** Makes up a person. */
export function makePerson(random: Random, culture: Culture = random.pick(cultures)): Person {
	return {
		culture,
		given: random.pick(culture.given),
		family: random.pick(culture.family),
		place: random.pick(culture.places),
	};
}

/**
 * Joins parts into one flat string. Strings made with `+` keep their parts alive, which doubles the memory of 200,000
 * records.
 */
export function flat(...parts: readonly string[]): string {
	return parts.join("");
}

/** Replaces each `#` with a random digit. */
export function fillDigits(pattern: string, random: Random): string {
	const characters: string[] = [];
	for (const character of pattern) characters.push(character === "#" ? String(random.below(10)) : character);
	return characters.join("");
}

/** Makes up a street and number. */
export function makeStreet(culture: Culture, random: Random): string {
	return random
		.pick(culture.streets)
		.split("{n}")
		.join(String(1 + random.below(199)));
}

/** Makes up the name of a company. */
export function makeCompanyName({ culture, family, place }: Person, random: Random): string {
	const other = random.pick(culture.family)[0];
	const fill = { family: family[0], other, city: place[0] };
	return random.pick(culture.companies).replace(/\{(family|other|city)\}/g, (_, name: keyof typeof fill) => fill[name]);
}
