import { showInConsole } from "../../checks/show-in-console.js";
import { limits } from "../../facts/limits.js";
import { tableOf } from "../../facts/table.js";
import {
	type Arity,
	type Comparator,
	comparators,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	dataTypes,
	methodName,
} from "../../schema/comparators.js";
import type { FieldDescriptor } from "../../schema/module-schema.js";
import type { WireScalar } from "../node/criteria-json.js";
import { Condition, type CriteriaNode, type FieldReference } from "../node/criteria-node.js";
import { emptyText } from "../node/empty.js";
import { InvalidCriteriaError } from "../node/invalid-criteria-error.js";
import { conditionOnList } from "../node/long-list.js";
import { forbiddenComparator, wrongValue } from "./condition-issue.js";
import { emptyList, noList, refusePair } from "./value-count.js";
import { ValueRefusal } from "./value-refusal.js";
import { valueWriter, type WriteValue } from "./write-value.js";

/**
 * What `where(path)` returns for a field. Its methods are made from the comparator table.
 */
export interface FieldComparators {
	readonly reference: DescribedReference;
}

/** A reference to a field that the module describes. */
export interface DescribedReference extends FieldReference {
	readonly field: FieldDescriptor;
}

/** The comparators of one field. */
export function comparatorsOf(reference: DescribedReference): FieldComparators {
	const made: { reference: DescribedReference } = Object.create(prototypes[reference.field.dataType]);
	made.reference = Object.freeze(reference);
	return Object.freeze(made);
}

type Compare = (this: FieldComparators, first?: unknown, second?: unknown) => CriteriaNode;

/** One method for each arity, kept apart so that each is small enough for the engine to inline. */
const methodMakers: Readonly<Record<Arity, (comparator: Comparator, write: WriteValue) => Compare>> = {
	one: (comparator, write) =>
		function compareOne(given) {
			return new Condition(this.reference, comparator, checked(this, comparator, given, write(given)));
		},
	list: (comparator, write) =>
		function compareList(given) {
			const values = writeList(this, comparator, given, write);
			return values.length > limits.listValues && (comparator === "in" || comparator === "not_in")
				? conditionOnList(this.reference, comparator, values)
				: new Condition(this.reference, comparator, values);
		},
	pair: (comparator, write) =>
		function comparePair(first, second) {
			const from = checked(this, comparator, first, write(first));
			const to = checked(this, comparator, second, write(second));
			const refusal = refusePair(String(from), String(to));
			if (refusal !== undefined) refuse(this, comparator, [first, second], refusal);
			return new Condition(this.reference, comparator, [from, to]);
		},
};

/**
 * One prototype per data type, so that a permitted method needs no lookup and a forbidden one says what is permitted.
 */
const prototypes: Readonly<Record<DataType, object>> = tableOf(dataTypes, makePrototype);

function makePrototype(dataType: DataType): object {
	const permitted = comparatorsFor(dataType);
	const write = valueWriter(dataType);
	const methods: Record<string, Compare> = {};
	for (const comparator of comparators) {
		const make = permitted.includes(comparator) ? methodMakers[comparatorTraits[comparator].arity] : makeForbidden;
		methods[methodName(comparator)] = make(comparator, write);
	}
	const takesEmpty = dataType !== "boolean";
	methods.isEmpty = takesEmpty ? isEmpty : refuseEmpty;
	methods.isNotEmpty = takesEmpty ? isNotEmpty : refuseEmpty;
	// What is shown inherits from it, and has a reference of its own.
	showInConsole(
		methods as object as FieldComparators,
		({ reference: { module, path } }) => `${module.apiName}.where(${JSON.stringify(path)})`,
	);
	return Object.freeze(methods);
}

function makeForbidden(comparator: Comparator): Compare {
	return function forbidden() {
		const { path, field } = this.reference;
		throw new InvalidCriteriaError([forbiddenComparator(path, field.dataType, comparator)]);
	};
}

function isEmpty(this: FieldComparators): Condition {
	return new Condition(this.reference, "equal", emptyText);
}

function isNotEmpty(this: FieldComparators): Condition {
	return new Condition(this.reference, "not_equal", emptyText);
}

function refuseEmpty(this: FieldComparators): never {
	return refuse(this, "equal", emptyText, new ValueRefusal("a boolean is never empty"));
}

function writeList(
	about: FieldComparators,
	comparator: Comparator,
	given: unknown,
	write: WriteValue,
): readonly WireScalar[] {
	if (!Array.isArray(given)) return refuse(about, comparator, given, noList);
	if (given.length === 0) return refuse(about, comparator, given, emptyList);
	const values: readonly unknown[] = given;
	const written = [...values];
	for (let index = 0; index < written.length; index++) {
		written[index] = checked(about, comparator, written[index], write(written[index]));
	}
	// Each value was put in its place as it was checked: a second list would take time.
	return written as WireScalar[];
}

function checked(
	about: FieldComparators,
	comparator: Comparator,
	given: unknown,
	written: WireScalar | ValueRefusal,
): WireScalar {
	return typeof written === "object" ? refuse(about, comparator, given, written) : written;
}

function refuse({ reference }: FieldComparators, comparator: Comparator, given: unknown, refusal: ValueRefusal): never {
	throw new InvalidCriteriaError([wrongValue(reference.path, reference.field.dataType, comparator, given, refusal)]);
}
