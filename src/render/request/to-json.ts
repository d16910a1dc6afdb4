import { escapeHidden } from "../../checks/escape-hidden.js";
import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { isJsonObject } from "../../checks/json-object.js";
import { showGiven } from "../../checks/show-given.js";
import type { AnyJob } from "../../job/any-job.js";
import { isJobLike } from "../../job/check-job.js";
import { type ApiVersion, type BulkReadRequest, writeRequest } from "../../job/request.js";

/** What can be shown: a job, or the body of its request as API v2 spells it. */
export type Renderable = AnyJob | BulkReadRequest;

/**
 * The body of a request for people to read, and for the programs of `render` to send: indented by two spaces, short
 * parts on one line. It means the same as `JSON.stringify(job)`; invisible characters are escaped.
 */
export function toJson(source: Renderable, apiVersion: ApiVersion = "v2"): string {
	if (!isJobLike(source) && !(isJsonObject(source) && isJsonObject(source.query))) {
		throw new InvalidOptionError("source", `${showGiven(source)} is neither a job nor the body of a request.`);
	}
	const request = "toJSON" in source ? source.toJSON() : source;
	return escapeHidden(writeLines(writeRequest(request, apiVersion), "", 0));
}

const lineLength = 100;

/** Writes a value whose lines are indented, beginning at a column. */
function writeLines(value: unknown, indent: string, column: number): string {
	const flat = writeFlat(value);
	if (typeof value !== "object" || value === null || column + flat.length <= lineLength) return flat;
	const inner = `${indent}  `;
	const lines = membersOf(value).map(([key, member]) => {
		return inner + key + writeLines(member, inner, inner.length + key.length);
	});
	const [open, close] = bracketsOf(value);
	return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function writeFlat(value: unknown): string {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const members = membersOf(value).map(([key, member]) => key + writeFlat(member));
	const [open, close] = bracketsOf(value);
	const space = members.length > 0 && open === "{" ? " " : "";
	return open + space + members.join(", ") + space + close;
}

/** The members of an object or a list, each with its prefix. */
function membersOf(value: object): readonly (readonly [key: string, member: unknown])[] {
	if (Array.isArray(value)) return value.map((member: unknown) => ["", member]);
	return Object.entries(value).map(([key, member]) => [`${JSON.stringify(key)}: `, member]);
}

const bracketsOf = (value: object): readonly [string, string] => (Array.isArray(value) ? ["[", "]"] : ["{", "}"]);
