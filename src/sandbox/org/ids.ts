/** The org's part of every id, as in the samples of the API's pages. */
const org = "554023";

/**
 * Where the numbers of each kind of id begin: far apart, so that no two things share an id. Every id has 18 digits,
 * more than a JavaScript number can hold.
 */
const idSpaces = {
	module: 2_001,
	customView: 93_100,
	user: 700_000,
	field: 1_000_000,
	picklistValue: 100_000_000,
	account: 10_000_000_000,
	contact: 20_000_000_000,
	lead: 30_000_000_000,
	deal: 40_000_000_000,
	event: 50_000_000_000,
	task: 60_000_000_000,
	record: 70_000_000_000,
	job: 568_000_000_000,
} as const;

/** A kind of thing with ids. */
export type IdSpace = keyof typeof idSpaces;

/** The id of the thing with this number, from 0, within its kind. */
export function makeId(space: IdSpace, number: number): string {
	return org + String(idSpaces[space] + number).padStart(12, "0");
}

/**
 * An id for a record that has none: above those of a made-up company, and above earlier ones.
 *
 * @param from - where to start: how many records the module has or had.
 * @param taken - the ids in use.
 */
export function newId(from: number, taken: { has(id: string): boolean }): string {
	for (let number = from; ; number++) {
		const id = makeId("record", number);
		if (!taken.has(id)) return id;
	}
}
