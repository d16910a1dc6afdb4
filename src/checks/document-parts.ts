import { isJsonObject } from "./json-object.js";

/** A member of a parsed document; `undefined` if it has no such member, or is not an object. */
export function memberOf(document: unknown, name: string): unknown {
	return isJsonObject(document) ? document[name] : undefined;
}

/** The same, if it is a text. */
export function textIn(document: unknown, name: string): string | undefined {
	const member = memberOf(document, name);
	return typeof member === "string" ? member : undefined;
}

/** The same, if it is a number. */
export function numberIn(document: unknown, name: string): number | undefined {
	const member = memberOf(document, name);
	return typeof member === "number" ? member : undefined;
}

/** The item of a member that is a list of one. */
export function onlyItemIn(document: unknown, name: string): readonly [item: unknown] | undefined {
	const member = memberOf(document, name);
	return Array.isArray(member) && member.length === 1 ? [member[0]] : undefined;
}
