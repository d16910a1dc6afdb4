import { ResultError } from "./result-error.js";

/** A limit that protects against files made to fill the memory or the disk. */
export type ResultLimit = "maxInflatedBytes" | "maxRowBytes" | "maxCellBytes" | "maxEventLength";

/**
 * Part of a result is larger than the options allow.
 *
 * If that size is right, raise the option that `limit` names.
 */
export class ResultTooLargeError extends ResultError {
	override readonly name = "ResultTooLargeError";
	/** The option. */
	readonly limit: ResultLimit;
	/** Its value. */
	readonly allowed: number;

	constructor(limit: ResultLimit, allowed: number) {
		super(`${limited[limit]} than ${allowed} ${units[limit]}. If that size is right, raise ${limit}.`);
		this.limit = limit;
		this.allowed = allowed;
	}
}

const limited: Readonly<Record<ResultLimit, string>> = {
	maxInflatedBytes: "The file in the result's archive is larger",
	maxRowBytes: "A row of the result is larger",
	maxCellBytes: "A cell of the result is larger",
	maxEventLength: "An entry of the calendar is longer",
};

const units: Readonly<Record<ResultLimit, string>> = {
	maxInflatedBytes: "bytes",
	maxRowBytes: "bytes",
	maxCellBytes: "bytes",
	maxEventLength: "characters",
};
