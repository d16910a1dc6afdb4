/** The names closest to what was written: at most three, none if nothing is close. */
export function closestNames(written: string, names: Iterable<string>): string[] {
	// Longer text cannot be a name, and comparing it takes time.
	if (written.length > 255) return [];
	const wanted = plainOf(written);
	return [...names]
		.map((candidate) => ({ candidate, distance: editDistance(wanted, plainOf(candidate)) }))
		.filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 3)))
		.sort((one, other) => one.distance - other.distance)
		.slice(0, 3)
		.map(({ candidate }) => candidate);
}

/** The end of a message that suggests what was probably meant; empty if nothing is close. */
export function didYouMean(written: unknown, names: Iterable<string>): string {
	const [likely] = typeof written === "string" ? closestNames(written, names) : [];
	return likely === undefined ? "" : ` Did you mean "${likely}"?`;
}

/** Letters and digits only: `"notEqual"`, `"not equal"` and `"NOT_EQUAL"` are all `not_equal`. */
const plainOf = (name: string): string => name.toLowerCase().replace(/[_\s-]+/g, "");

/** How many letters have to be changed, removed, added or swapped with their neighbour. */
function editDistance(from: string, to: string): number {
	let before: readonly number[] = [];
	let previous: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const substitution = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
			const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			const swap = isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
			current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution, swap));
		}
		before = previous;
		previous = current;
	}
	return previous[to.length] ?? 0;
}
