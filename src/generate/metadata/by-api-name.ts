/** Sorts by API name, case-insensitively and the same on every machine. */
export function byApiName(one: { readonly apiName: string }, other: { readonly apiName: string }): number {
	return compareNames(one.apiName, other.apiName);
}

/** Sorts names, case-insensitively and the same on every machine. */
export function compareNames(one: string, other: string): number {
	return compare(one.toLowerCase(), other.toLowerCase()) || compare(one, other);
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
