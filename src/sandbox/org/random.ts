/** A source of pseudo-random numbers, the same for the same seed. */
export interface Random {
	/** From 0 up to but not including 1. */
	next(): number;
	/** A whole number from 0 up to but not including the bound. */
	below(bound: number): number;
	/** An item of a list. */
	pick<Item>(items: readonly [Item, ...Item[]]): Item;
	/** True with this probability. */
	chance(probability: number): boolean;
}

/**
 * Makes a source of random numbers from a seed.
 *
 * @param seed - any number or text.
 */
export function seededRandom(seed: number | string): Random {
	let state = hash(String(seed));
	// Mulberry32: 32 bits of state are plenty for sample data, and it takes only a few nanoseconds.
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (bound: number): number => Math.floor(next() * bound);
	return {
		next,
		below,
		pick: (items) => items[below(items.length)] ?? items[0],
		chance: (probability) => next() < probability,
	};
}

/** FNV-1a. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	return value;
}
