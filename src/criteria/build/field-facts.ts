import { checkModule } from "../../schema/check-module.js";
import {
	type Arity,
	type Comparator,
	comparatorLabel,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	takesEmpty,
} from "../../schema/comparators.js";
import { type InputKind, inputKinds } from "../../schema/input-kinds.js";
import { type AnyModule, type FieldDescriptor, labelOf } from "../../schema/module-schema.js";
import { findFilterableField } from "./find-filterable-field.js";

/** What a form needs to know of one comparator of a field. */
export interface ComparatorFacts {
	/** The comparator, as the API spells it. */
	readonly comparator: Comparator;
	/** What stands between the field and its values, in English: "is on or before". */
	readonly label: string;
	/** Whether it takes one value, a list, or a pair in order. */
	readonly arity: Arity;
	/** Whether `EMPTY` may stand among its values. */
	readonly takesEmpty: boolean;
}

/** What a form needs to know of one field. */
export interface FieldFacts {
	/** The field's API name, or its path through a lookup. */
	readonly path: string;
	/** Its label where the metadata gave one, else its name as words; behind a lookup, after the lookup's. */
	readonly label: string;
	/** Its data type. */
	readonly dataType: DataType;
	/** What its values are asked with. */
	readonly input: InputKind;
	/** The known values of a picklist or multi-select; an org may have more. */
	readonly values: readonly string[];
	/** API name of the module that a lookup refers to, where that is described. */
	readonly targetName?: string;
	/** What it can be compared with, in the order of the API's table. */
	readonly comparators: readonly ComparatorFacts[];
}

/**
 * Tells of a field what a form needs that lets people filter by it.
 *
 * @param module - the module that is filtered.
 * @param path - API name of a field, or a path through a lookup.
 * @throws {@link InvalidCriteriaError} where the module has no such field, or criteria may not name it.
 */
export function fieldFacts(module: AnyModule, path: string): FieldFacts {
	checkModule(module);
	const { field } = findFilterableField(module, path);
	const { dataType, values, targetName } = field;
	return {
		path,
		label: labelAt(module, path, field),
		dataType,
		input: inputKinds[dataType],
		values,
		...(targetName !== undefined && { targetName }),
		comparators: comparatorsFor(dataType).map((comparator) => ({
			comparator,
			label: comparatorLabel(comparator, dataType),
			arity: comparatorTraits[comparator].arity,
			takesEmpty: takesEmpty(comparator, dataType),
		})),
	};
}

/** Tells of every field of a module that criteria may name what {@link fieldFacts} tells of one. */
export function filterableFields(module: AnyModule): readonly FieldFacts[] {
	checkModule(module);
	return [...module.fields.values()]
		.filter(({ filterable }) => filterable)
		.map(({ apiName }) => fieldFacts(module, apiName));
}

function labelAt(module: AnyModule, path: string, field: FieldDescriptor): string {
	if (module.fields.get(path) === field) return labelOf(field);
	const [name = "", ...rest] = path.split(".");
	const lookup = module.fields.get(name);
	const target = lookup?.target?.();
	if (lookup === undefined || target === undefined) return labelOf(field);
	return `${labelOf(lookup)}: ${labelAt(target, rest.join("."), field)}`;
}
