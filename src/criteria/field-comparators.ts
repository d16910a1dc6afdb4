import {
	type Arity,
	type Comparator,
	comparators,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	dataTypes,
	methodName,
} from "../schema/comparators.js";
import type { FieldDescriptor } from "../schema/module-schema.js";
import { Condition, type FieldReference } from "./criteria-node.js";
import { EMPTY } from "./empty.js";
import { type CriteriaIssue, InvalidCriteriaError, showGiven } from "./invalid-criteria-error.js";
import { momentOf } from "./moment.js";
import { writeExpectation, writeValue } from "./value.js";
import type { WireScalar, WireValue } from "./wire.js";

/** A field about which something is asked: what `where(path)` gives. Its methods are made from the comparator table. */
export interface FieldComparators {
	readonly reference: DescribedReference;
}

/** A reference to a field that the module describes. */
export interface DescribedReference extends FieldReference {
	readonly field: FieldDescriptor;
}

const writersByArity: Record<
	Arity,
	(path: string, dataType: DataType, comparator: Comparator, first: unknown, second: unknown) => WireValue
> = { one: writeOne, list: writeList, pair: writePair };

/** One prototype a data type, so that a permitted method does no look-up and a forbidden one says what is permitted. */
const prototypes = Object.fromEntries(dataTypes.map((dataType) => [dataType, makePrototype(dataType)])) as Record<
	DataType,
	object
>;

/** The comparators of one field. */
export function comparatorsOf(reference: DescribedReference): FieldComparators {
	const made: { reference: DescribedReference } = Object.create(prototypes[reference.field.dataType]);
	made.reference = reference;
	return made;
}

type Compare = (this: FieldComparators, ...given: unknown[]) => Condition;

function makePrototype(dataType: DataType): object {
	const permitted = comparatorsFor(dataType);
	const methods: Record<string, Compare> = {};
	for (const comparator of comparators) {
		methods[methodName(comparator)] = permitted.includes(comparator)
			? makeMethod(dataType, comparator)
			: function refuse(this: FieldComparators, ...given: unknown[]): never {
					throw new InvalidCriteriaError([forbiddenComparator(this.reference.path, dataType, comparator, given[0])]);
				};
	}
	const takesEmpty = dataType !== "boolean";
	methods.isEmpty = takesEmpty ? isEmpty : refuseEmpty;
	methods.isNotEmpty = takesEmpty ? isNotEmpty : refuseEmpty;
	return methods;
}

function makeMethod(dataType: DataType, comparator: Comparator): Compare {
	const write = writersByArity[comparatorTraits[comparator].arity];
	return function compare(this: FieldComparators, first?: unknown, second?: unknown): Condition {
		return new Condition(this.reference, comparator, write(this.reference.path, dataType, comparator, first, second));
	};
}

function isEmpty(this: FieldComparators): Condition {
	return new Condition(this.reference, "equal", EMPTY);
}

function isNotEmpty(this: FieldComparators): Condition {
	return new Condition(this.reference, "not_equal", EMPTY);
}

function refuseEmpty(this: FieldComparators): never {
	throw new InvalidCriteriaError([
		wrongValue(this.reference.path, "boolean", "equal", EMPTY, "a boolean is never empty"),
	]);
}

function writeOne(path: string, dataType: DataType, comparator: Comparator, given: unknown): WireScalar {
	const checked = writeValue(dataType, given);
	if ("problem" in checked) {
		throw new InvalidCriteriaError([wrongValue(path, dataType, comparator, given, checked.problem)]);
	}
	return checked.value;
}

function writeList(path: string, dataType: DataType, comparator: Comparator, given: unknown): readonly WireScalar[] {
	if (!Array.isArray(given)) {
		throw new InvalidCriteriaError([wrongValue(path, dataType, comparator, given, "this is not a list")]);
	}
	if (given.length === 0) {
		throw new InvalidCriteriaError([
			wrongValue(path, dataType, comparator, given, "this list is empty, and the API takes one value or more"),
		]);
	}
	const written: WireScalar[] = [];
	for (const value of given) written.push(writeOne(path, dataType, comparator, value));
	return Object.freeze(written);
}

function writePair(
	path: string,
	dataType: DataType,
	comparator: Comparator,
	first: unknown,
	second: unknown,
): readonly WireScalar[] {
	const pair = [writeOne(path, dataType, comparator, first), writeOne(path, dataType, comparator, second)] as const;
	const problem = pairProblem(String(pair[0]), String(pair[1]));
	if (problem !== undefined) {
		throw new InvalidCriteriaError([wrongValue(path, dataType, comparator, [first, second], problem)]);
	}
	return Object.freeze(pair);
}

/** Why two values are not a range, if they are not. */
export function pairProblem(from: string, to: string): string | undefined {
	if (from === EMPTY || to === EMPTY) return "a range has two ends, and EMPTY is none";
	return momentOf(from) <= momentOf(to) ? undefined : "the range ends before it begins";
}

/** The issue for a comparator that the table does not permit for the field's data type. */
export function forbiddenComparator(
	path: string,
	dataType: DataType,
	comparator: string,
	given: unknown,
): CriteriaIssue {
	const allowed = comparatorsFor(dataType);
	return {
		code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
		message: `${path} ${comparator} ${showGiven(given)}: a ${dataType} field does not take the comparator ${comparator}. Allowed: ${allowed.join(", ")}.`,
		path: [],
		field: path,
		comparator,
		given,
		allowed,
	};
}

/** The issue for a value that does not fit the field's data type or the comparator. */
export function wrongValue(
	path: string,
	dataType: DataType,
	comparator: string,
	given: unknown,
	problem: string,
): CriteriaIssue {
	return {
		code: "COMPARATOR_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE",
		message: `${path} ${comparator} ${showGiven(given)}: ${problem}. ${writeExpectation(dataType)}`,
		path: [],
		field: path,
		comparator,
		given,
	};
}
