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

/** What a form needs to know about one comparator of a field. */
export interface ComparatorFacts {
	/** The comparator, as the API spells it. */
	readonly comparator: Comparator;
	/** The words between the field and its values, in English: "is on or before". */
	readonly label: string;
	/** Whether it takes one value, a list, or a pair in order. */
	readonly arity: Arity;
	/** Whether `EMPTY` may stand among its values. */
	readonly takesEmpty: boolean;
}

/** What a form needs to know about one field. */
export interface FieldFacts {
	/** The field's API name, or its path through a lookup. */
	readonly path: string;
	/** Its label if the metadata has one, otherwise its name as words; behind a lookup, after the lookup's label. */
	readonly label: string;
	/** Its data type. */
	readonly dataType: DataType;
	/** The kind of form control for its values. */
	readonly input: InputKind;
	/** The known values of a picklist or multi-select; an org may have more. */
	readonly values: readonly string[];
	/** API name of the module that a lookup refers to, if that is described. */
	readonly targetName?: string;
	/** The comparators that it takes, in the order of the API's table. */
	readonly comparators: readonly ComparatorFacts[];
}

/**
 * Describes a field for a form in which people filter by it.
 *
 * @param module - the module that is filtered.
 * @param path - API name of a field, or a path through a lookup.
 * @throws {@link InvalidCriteriaError} if the module has no such field, or it cannot be filtered.
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

/** Like {@link fieldFacts}, for every field of a module that can be filtered. */
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
