import { maxShown, showGiven } from "./show-given.js";

/** A place in JSON. */
export type JsonPath = readonly (string | number)[];

/** `["criteria", "group", 1, "comparator"]` gives `criteria.group[1].comparator`. */
export function writeJsonPath(path: readonly (string | number)[]): string {
	return path.map(writeStep).join("");
}

function writeStep(key: string | number, index: number): string {
	if (typeof key === "number") return `[${key}]`;
	if (!/^[\w$]+$/.test(key) || key.length > maxShown) return `[${showGiven(key)}]`;
	return index === 0 ? key : `.${key}`;
}
