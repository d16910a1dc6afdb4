import { type ErrorCode, errorCodes } from "./error-codes.js";

const table: Readonly<Record<string, ErrorCode>> = errorCodes;

/** What is known about a code, if anything. */
export function knownError(code: string | undefined): ErrorCode | undefined {
	return code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;
}
