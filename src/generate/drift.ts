import type { PackedField } from "../schema/packed-fields.js";
import { compareNames } from "./metadata/by-api-name.js";
import type { ModuleOutline } from "./outline.js";

/** One difference between two descriptions of an org. */
export interface Drift {
	/** Whether something was added, removed or changed. */
	readonly sign: "+" | "-" | "~";
	readonly what: "module" | "field" | "type" | "value";
	readonly module: string;
	readonly field?: string;
	/** What it was before: a type, or the removed value. */
	readonly before?: string;
	/** What it is now: a type, or the added value. */
	readonly after?: string;
}

/**
 * Compares two descriptions of an org by modules, fields, types and picklist values. Ignores labels, comments and
 * order.
 *
 * @param before - the generated state: `outlineFiles` of the existing files.
 * @param after - the org's current state: `outlineFiles` of what `generateModules` makes from its metadata.
 * @returns the differences by module and field; none if nothing drifted.
 */
export function findDrift(before: readonly ModuleOutline[], after: readonly ModuleOutline[]): readonly Drift[] {
	return pair(byName(before), byName(after)).flatMap(([module, was, is]): readonly Drift[] => {
		if (!was) return [{ sign: "+", what: "module", module }];
		if (!is) return [{ sign: "-", what: "module", module }];
		return pair(was.fields, is.fields).flatMap(([field, one, other]) => fieldDrift(module, field, one, other));
	});
}

/** A difference in one line: `~ Leads.Budget: integer -> currency`. */
export function writeDrift({ sign, what, module, field, before, after }: Drift): string {
	if (what === "module") return `${sign} ${module}`;
	const name = `${sign} ${module}.${field}`;
	if (what === "type") return `${name}: ${before} -> ${after}`;
	const detail = sign === "+" ? after : before;
	return what === "value" ? `${name}: ${JSON.stringify(detail)}` : `${name}: ${detail}`;
}

function fieldDrift(
	module: string,
	field: string,
	was: PackedField | undefined,
	is: PackedField | undefined,
): readonly Drift[] {
	if (!was) return is ? [{ sign: "+", what: "field", module, field, after: typeText(is) }] : [];
	if (!is) return [{ sign: "-", what: "field", module, field, before: typeText(was) }];
	const [before, after] = [typeText(was), typeText(is)];
	const drifts: Drift[] = before === after ? [] : [{ sign: "~", what: "type", module, field, before, after }];
	for (const value of missingFrom(was.values, is.values)) {
		drifts.push({ sign: "+", what: "value", module, field, after: value });
	}
	for (const value of missingFrom(is.values, was.values)) {
		drifts.push({ sign: "-", what: "value", module, field, before: value });
	}
	return drifts;
}

function typeText({ dataType, target, restriction }: PackedField): string {
	const to = target === undefined ? "" : ` to ${target}`;
	const but = { filter: ", not in criteria", export: ", not exported" };
	return `${dataType}${to}${restriction === undefined ? "" : but[restriction]}`;
}

/** What the second list has but the first lacks. */
function missingFrom(list: readonly string[], from: readonly string[]): readonly string[] {
	const known = new Set(list);
	return from.filter((value) => !known.has(value));
}

function byName(modules: readonly ModuleOutline[]): ReadonlyMap<string, ModuleOutline> {
	return new Map(modules.map((module) => [module.apiName, module]));
}

/** The values of two maps side by side, sorted by key. */
function pair<Value>(
	one: ReadonlyMap<string, Value>,
	other: ReadonlyMap<string, Value>,
): readonly (readonly [string, Value | undefined, Value | undefined])[] {
	const keys = [...new Set([...one.keys(), ...other.keys()])].sort(compareNames);
	return keys.map((key) => [key, one.get(key), other.get(key)]);
}
