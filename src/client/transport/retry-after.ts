/**
 * Reads `Retry-After` (RFC 9110, 10.2.3). Zoho does not document this header, so it may well be missing.
 *
 * @param now - milliseconds since 1970, for the form with a date.
 * @returns milliseconds to wait, or `undefined` without a readable header.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
	const value = headers.get("retry-after")?.trim();
	if (value === undefined) return undefined;
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1_000;
	// `Date.parse` also accepts "-5".
	const date = value.endsWith("GMT") ? Date.parse(value) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
