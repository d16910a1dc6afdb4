import { showGiven } from "../../checks/show-given.js";
import type { DataType } from "../../schema/comparators.js";
import type { FilterableField, LookupDataType, MultiSelect, Picklist } from "../../schema/field.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { type FieldAt, isPathProblem, resolvePath } from "../../schema/path.js";
import type { NotFilterable, RefusedPaths } from "../../schema/path-report.js";
import type { Criteria } from "../node/criteria.js";
import type { WireScalar, WireValue } from "../node/criteria-json.js";
import { Condition } from "../node/criteria-node.js";
import { type Empty, emptyText, isEmptyConstant } from "../node/empty.js";
import { InvalidCriteriaError } from "../node/invalid-criteria-error.js";
import type {
	BigIntegerComparators,
	BooleanComparators,
	DateComparators,
	DateTimeComparators,
	LookupComparators,
	NumberComparators,
	PicklistComparators,
	TextComparators,
	UncheckedComparators,
} from "./comparator-types.js";
import { FieldComparators } from "./field-comparators.js";
import { findFilterableField } from "./find-filterable-field.js";

/**
 * Starts a condition on a field of a module: `where("Created_Time").between(from, to)`. Only the comparators that the
 * API permits for the field's data type are offered.
 *
 * The path must be known at compile time. Code that is generic over a module's fields cannot call `where`, since the
 * compiler does not know them yet: let such code take a filter, or use `parseCriteria` for paths that are known only at
 * run time. Editors complete the module's own fields, and those behind a lookup after its dot.
 *
 * @typeParam Module - API name of the module.
 * @typeParam Fields - interface with a descriptor for each field.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export interface Where<out Module extends string, in out Fields> {
	/**
	 * @param path - API name of a field, or a path through a lookup: `"Owner.last_name"`.
	 * @throws {@link InvalidCriteriaError} if the module has no such field, or it cannot be filtered.
	 */
	<Path extends string, Descriptor = FieldAt<Fields, Path>>(
		path: Descriptor extends FilterableField
			? Path
			: RefusedPaths<Descriptor, Fields, Path, NotFilterable<Path, Fields>>[Descriptor extends FilterableField
					? never
					: "refused"],
	): ComparatorsFor<Module, Descriptor>;
	/**
	 * An unchecked condition, for a field, a comparator or a value that this library does not know yet. It is sent as
	 * it is, and Zoho decides.
	 *
	 * @param path - API name of a field, or a path.
	 * @param comparator - a comparator as the API spells it.
	 * @param value - a value as the API spells it, or {@link EMPTY}.
	 * @throws {@link InvalidCriteriaError} for what cannot be sent: `undefined`, `null`, `NaN`, objects.
	 */
	raw(path: string, comparator: string, value: RawValue | readonly RawValue[]): RawCriteria<Module>;
}

/** An unchecked value. */
export type RawValue = WireScalar | Empty;

/** An unchecked filter. */
export interface RawCriteria<out Module extends string = string> extends Criteria<Module> {
	/** Tells it from a filter that was checked. */
	readonly raw: true;
}

/**
 * The comparators that a descriptor offers; anything if the path was already reported. Lookups and picklists, of which
 * a module has many different ones, are recognised by their shape: that costs the compiler less than half as much as
 * looking up their data type.
 */
export type ComparatorsFor<Module extends string, Descriptor> = Descriptor extends {
	readonly target: unknown;
}
	? LookupComparators<Module>
	: Descriptor extends { readonly known: infer Known }
		? PicklistComparators<Module, Known>
		: Descriptor extends {
					readonly dataType: infer Type extends keyof ComparatorsByDataType<string>;
					readonly filterable: true;
				}
			? ComparatorsByDataType<Module>[Type]
			: UncheckedComparators<Module>;

interface ComparatorsByDataType<Module extends string> {
	readonly integer: NumberComparators<Module>;
	readonly bigint: BigIntegerComparators<Module>;
	readonly decimal: NumberComparators<Module>;
	readonly currency: NumberComparators<Module>;
	readonly percent: NumberComparators<Module>;
	readonly text: TextComparators<Module>;
	readonly email: TextComparators<Module>;
	readonly phone: TextComparators<Module>;
	readonly url: TextComparators<Module>;
	readonly textarea: TextComparators<Module>;
	readonly autonumber: TextComparators<Module>;
	readonly date: DateComparators<Module>;
	readonly datetime: DateTimeComparators<Module>;
	readonly boolean: BooleanComparators<Module>;
}

/** Fails to compile if the comparator table has a data type that is recognised neither by its name nor by its shape. */
type _EveryDataTypeHasComparators = Nothing<
	Exclude<
		DataType,
		keyof ComparatorsByDataType<string> | LookupDataType | Picklist["dataType"] | MultiSelect["dataType"]
	>
>;
type Nothing<Missing extends never> = Missing;

/** Makes the `where` of a module. */
export function makeWhere(module: AnyModule): (path: string) => FieldComparators {
	const known = new Map<string, FieldComparators>();
	const where = (path: string): FieldComparators => {
		const made = known.get(path);
		if (made !== undefined) return made;
		const fresh = new FieldComparators(findFilterableField(module, path));
		known.set(path, fresh);
		return fresh;
	};
	return Object.assign(where, {
		raw: (path: string, comparator: string, value: unknown) => new RawCondition(module, path, comparator, value),
	});
}

class RawCondition extends Condition {
	constructor(module: AnyModule, path: string, comparator: string, value: unknown) {
		for (const name of [path, comparator]) {
			if (typeof name !== "string") throw unspoken(name, "the path and the comparator must be texts", path, comparator);
		}
		const found = resolvePath(module, path);
		const field = isPathProblem(found) ? undefined : found.field;
		const written = Array.isArray(value) ? value.map(writeRaw) : writeRaw(value);
		if (written === undefined || (typeof written === "object" && written.includes(undefined))) {
			throw unspoken(
				value,
				"a raw value must be a text, a finite number, true, false, EMPTY, or a list of them",
				path,
				comparator,
			);
		}
		// A list with `undefined` in it was refused.
		super({ module, path, field }, comparator, written as WireValue);
	}

	get raw(): true {
		return true;
	}
}

function writeRaw(given: unknown): WireScalar | undefined {
	if (isEmptyConstant(given)) return emptyText;
	if (typeof given === "string" || typeof given === "boolean") return given;
	return typeof given === "number" && Number.isFinite(given) ? given : undefined;
}

/** JSON would turn other values into something else: `NaN` into `null`, and `undefined` in a list too. */
function unspoken(given: unknown, expectation: string, path: unknown, comparator: unknown): InvalidCriteriaError {
	const message = `where.raw: ${showGiven(given)} cannot be sent: ${expectation}.`;
	return new InvalidCriteriaError([
		{
			code: "VALUE_IN_CRITERIA_NOT_SUPPORTED",
			message,
			path: [],
			...(typeof path === "string" && { field: path }),
			...(typeof comparator === "string" && { comparator }),
			given,
		},
	]);
}
