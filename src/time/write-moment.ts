/** A moment as the API writes it: ISO 8601 in the org's offset, to the second. */
export function writeMoment(milliseconds: number, offset: string): string {
	const sign = offset.startsWith("-") ? -1 : 1;
	const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
	return new Date(milliseconds + minutes * 60_000).toISOString().slice(0, 19) + offset;
}
