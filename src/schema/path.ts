import { closestNames } from "../checks/closest-names.js";
import { showGiven } from "../checks/show-given.js";
import type { AnyHops, PathsOfAnyHops } from "./any-hops.js";
import type { Field } from "./field.js";
import type { AnyModule, FieldDescriptor } from "./module-schema.js";
import type { PathReport } from "./path-report.js";

/**
 * The descriptor at the end of a path, found by looking up the path that was written, never by listing all paths.
 *
 * Fields -> "Last_Name" -> Text
 * Fields -> "Owner.last_name" -> Text of the owner's module
 */
export type FieldAt<Fields, Path extends string> = Fields extends { [_ in Path]: unknown }
	? Fields[Path]
	: Path extends `${infer Via}.${infer Rest}`
		? Fields extends { [_ in Via]: { target: { [_ in Rest]: unknown } } }
			? Fields[Via]["target"][Rest]
			: Fields extends PathsOfAnyHops
				? FieldBehind<Fields, Path, Via, Rest>
				: Unresolved<Fields, Path>
		: Unresolved<Fields, Path>;

type FieldBehind<Fields, Path extends string, Via extends string, Rest extends string> = Fields extends {
	[_ in Via]: { target: infer Target };
}
	? FieldAt<AnyHops<Target>, Rest> extends infer Found extends Field
		? Found
		: Unresolved<Fields, Path>
	: Unresolved<Fields, Path>;

/**
 * A path that leads to no field. The reason is worked out only when the compiler has to print it: a conditional type
 * that infers `report` from here has a branch that nothing walks before.
 */
export interface Unresolved<Fields, Path extends string> {
	readonly report: PathReport<Fields, Path>;
}

/** A field that a path leads to. */
export interface ResolvedPath {
	readonly path: string;
	readonly field: FieldDescriptor;
	/** The module that the field belongs to: the last lookup's target. */
	readonly module: AnyModule;
}

/** Why a path leads to no field. */
export interface PathProblem {
	readonly path: string;
	readonly problem: string;
	/** Names that would work where the path went wrong, the likeliest first. */
	readonly allowed: readonly string[];
}

/** Finds the field that a path leads to: the run-time twin of {@link FieldAt}. */
export function resolvePath(module: AnyModule, path: string): ResolvedPath | PathProblem {
	if (typeof path !== "string") {
		return { path, problem: `${showGiven(path)} is not the API name of a field.`, allowed: [] };
	}
	const own = module.fields.get(path);
	if (own) return { path, field: own, module };

	const names = path.split(".");
	let at = module;
	for (let hop = 0; hop < names.length - 1; hop++) {
		const name = names[hop] ?? "";
		const lookup = at.fields.get(name);
		if (!lookup) return unknownField(at, name, path);
		if (!lookup.target) return { path, problem: writeNotALookupMessage(name, lookup, at), allowed: [] };
		if (hop > 0 && module.hops === 1) return { path, problem: writeTwoLookupsMessage(path), allowed: [] };
		at = lookup.target();
	}
	const last = names.at(-1) ?? "";
	const field = at.fields.get(last);
	return field ? { path, field, module: at } : unknownField(at, last, path);
}

/**
 * The field that a path leads to; `undefined` if it leads to none. {@link resolvePath} also says why and suggests
 * similar names, which is too slow for the columns of a file.
 */
export function findField(module: AnyModule, path: string): FieldDescriptor | undefined {
	const own = module.fields.get(path);
	if (own !== undefined) return own;
	let at = module;
	let start = 0;
	for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", start)) {
		const target = at.fields.get(path.slice(start, dot))?.target;
		if (target === undefined || (start > 0 && module.hops === 1)) return undefined;
		at = target();
		start = dot + 1;
	}
	return start === 0 ? undefined : at.fields.get(path.slice(start));
}

/** Whether a path could not be resolved. */
export function isPathProblem(found: ResolvedPath | PathProblem): found is PathProblem {
	return "problem" in found;
}

function unknownField(module: AnyModule, name: string, path: string): PathProblem {
	const likely = closestNames(name, module.fields.keys());
	const problem = writeUnknownFieldMessage(name, module, likely[0]);
	return { path, problem: name === path ? problem : `${problem} (in "${path}")`, allowed: likely };
}

function writeUnknownFieldMessage(name: string, module: AnyModule, likely: string | undefined): string {
	const hint = likely === undefined ? "" : ` Did you mean "${likely}"?`;
	return `"${name}" is not a field of ${module.apiName}.${hint}`;
}

function writeNotALookupMessage(name: string, field: FieldDescriptor, module: AnyModule): string {
	return field.dataType === "lookup" || field.dataType === "owner" || field.dataType === "user"
		? `The module that "${name}" of ${module.apiName} refers to is not described, so no path can go through it.`
		: `"${name}" of ${module.apiName} is not a lookup (its data type is ${field.dataType}), so no path can go through it.`;
}

function writeTwoLookupsMessage(path: string): string {
	return `"${path}" goes through two lookups; the API documents one. If your org accepts more, use the module's anyHops().`;
}
