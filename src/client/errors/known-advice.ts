/** The guide that has a place for each code. It comes with the package. */
const guide = "zoho-bulk-read/docs/guides/errors.md";

/**
 * What to do about a code of the API, and where to read more, if known. The table of codes is long and only an error
 * needs it: it is loaded by the first one. Where that fails, the error is told without it.
 */
export async function knownAdvice(code: string | undefined): Promise<string | undefined> {
	if (code === undefined) return undefined;
	const facts = await import("../../facts/known-error.js").catch(() => undefined);
	const known = facts?.knownError(code);
	return known && `${known.advice} See ${guide}#${code}.`;
}
