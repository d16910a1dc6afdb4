import { showInConsole } from "../../checks/show-in-console.js";
import { limits } from "../../facts/limits.js";
import {
	type Arity,
	arities,
	type Comparator,
	comparators,
	comparatorsFor,
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

/** A reference to a field that the module describes. */
export interface DescribedReference extends FieldReference {
	readonly field: FieldDescriptor;
}

type Compare = (this: FieldComparators, first?: unknown, second?: unknown) => CriteriaNode;

/**
 * What `where(path)` returns for a field. Its methods are made from the comparator table, once for all data types: a forbidden one says
 * what is permitted. One class, and not one for each data type, lets the engine know every field's by one shape.
 */
export class FieldComparators {
	readonly reference: DescribedReference;
	readonly #write: WriteValue;
	/** A bit for each comparator, by its place in the table. */
	readonly #permitted: number;

	constructor(reference: DescribedReference) {
		const { dataType } = reference.field;
		this.reference = Object.freeze(reference);
		this.#write = valueWriter(dataType);
		this.#permitted = comparatorsFor(dataType).reduce((bits, comparator) => bits | bitOf(comparator), 0);
		Object.freeze(this);
	}

	isEmpty(): Condition {
		return new Condition(this.reference, "equal", emptyFor(this));
	}

	isNotEmpty(): Condition {
		return new Condition(this.reference, "not_equal", emptyFor(this));
	}

	/** One method for each arity, kept apart so that each is small enough for the engine to inline. */
	static readonly #methodMakers: Readonly<Record<Arity, (comparator: Comparator, bit: number) => Compare>> = {
		one: (comparator, bit) =>
			function compareOne(given) {
				if ((this.#permitted & bit) === 0) forbid(this, comparator);
				return new Condition(this.reference, comparator, checked(this, comparator, given, this.#write(given)));
			},
		list: (comparator, bit) =>
			function compareList(given) {
				if ((this.#permitted & bit) === 0) forbid(this, comparator);
				const values = writeList(this, comparator, given, this.#write);
				return values.length > limits.listValues && (comparator === "in" || comparator === "not_in")
					? conditionOnList(this.reference, comparator, values)
					: new Condition(this.reference, comparator, values);
			},
		pair: (comparator, bit) =>
			function comparePair(first, second) {
				if ((this.#permitted & bit) === 0) forbid(this, comparator);
				const from = checked(this, comparator, first, this.#write(first));
				const to = checked(this, comparator, second, this.#write(second));
				const refusal = refusePair(String(from), String(to));
				if (refusal !== undefined) refuse(this, comparator, [first, second], refusal);
				return new Condition(this.reference, comparator, [from, to]);
			},
	};

	static {
		for (const comparator of comparators) {
			const make = FieldComparators.#methodMakers[arities[comparator]];
			Reflect.set(FieldComparators.prototype, methodName(comparator), make(comparator, bitOf(comparator)));
		}
		showInConsole(
			FieldComparators.prototype,
			({ reference: { module, path } }) => `${module.apiName}.where(${JSON.stringify(path)})`,
		);
		Object.freeze(FieldComparators.prototype);
	}
}

function bitOf(comparator: Comparator): number {
	return 1 << comparators.indexOf(comparator);
}

function emptyFor(about: FieldComparators): typeof emptyText {
	if (about.reference.field.dataType !== "boolean") return emptyText;
	return refuse(about, "equal", emptyText, new ValueRefusal("a boolean is never empty"));
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

function forbid({ reference }: FieldComparators, comparator: Comparator): never {
	throw new InvalidCriteriaError([forbiddenComparator(reference.path, reference.field.dataType, comparator)]);
}
