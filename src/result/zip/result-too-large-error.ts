import { ResultError } from "./result-error.js";

/** A limit that protects from files made to fill a memory or a disk. */
export type ResultLimit = "maxInflatedBytes" | "maxRowBytes" | "maxCellBytes" | "maxEventLength";

/**
 * A result of which something is larger than the options allow.
 *
 * If it should be that large, raise the option that `limit` names.
 */
export class ResultTooLargeError extends ResultError {
	override readonly name = "ResultTooLargeError";
	/** The option. */
	readonly limit: ResultLimit;
	/** What it allows. */
	readonly allowed: number;

	constructor(limit: ResultLimit, allowed: number) {
		super(`${limited[limit]} than ${allowed} ${units[limit]}. If that should be, raise ${limit}.`);
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
