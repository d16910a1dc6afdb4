import { isComparator } from "../schema/comparators.js";
import type { Criteria } from "./criteria.js";
import { asNode, type Condition, type CriteriaNode } from "./criteria-node.js";
import { type CompleteEvaluateOptions, type EvaluateOptions, evaluateDefaults } from "./evaluate-options.js";
import { InvalidCriteriaError } from "./invalid-criteria-error.js";
import { readerOf } from "./read-path.js";
import { testOf, type ValueTest } from "./value-test.js";

/** Whether a record matches. Records hold their values by API name. */
export type RecordPredicate = (record: object) => boolean;

/**
 * Compiles a criteria to a predicate over records, once: `leads.filter(evaluate(criteria))`.
 *
 * A path is looked for as a key (`"Owner.last_name"`), then by going into nested objects. A lookup's value may be an id or an
 * object with an `id`. Date-times compare as moments whatever their offsets, ids and bigints digit by digit, other
 * numbers as JavaScript numbers. A value that is none of the field's data type counts as no value. `undefined`, `null`, `""` and `[]` are no value;
 * `${EMPTY}` sorts before every value.
 *
 * @param options - what the API's pages leave open; each default is an assumption.
 * @throws {@link InvalidCriteriaError} for a raw condition whose field or comparator is not known.
 */
export function evaluate(criteria: Criteria, options: EvaluateOptions = {}): RecordPredicate {
	return compile(asNode(criteria), { ...evaluateDefaults, ...options });
}

function compile(node: CriteriaNode, options: CompleteEvaluateOptions): RecordPredicate {
	if (node.kind === "condition") return compileCondition(node, options);
	const members = node.members.map((member) => compile(member, options));
	return node.operator === "and" ? every(members) : some(members);
}

function compileCondition(condition: Condition, options: CompleteEvaluateOptions): RecordPredicate {
	const { path, field } = condition.reference;
	if (field === undefined || !isComparator(condition.comparator)) {
		throw new InvalidCriteriaError([
			{
				code: field === undefined ? "FIELD_IN_CRITERIA_NOT_AVAILABLE" : "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
				message: `${path} ${condition.comparator}: this raw condition cannot be evaluated, because its ${field === undefined ? "field" : "comparator"} is not known.`,
				path: [],
				field: path,
				comparator: condition.comparator,
				given: condition.value,
			},
		]);
	}
	const read = readerOf(path, options.read);
	const test: ValueTest = testOf(field.dataType, condition.comparator, condition.value, options);
	return (record) => test(read(record as Readonly<Record<string, unknown>>));
}

function every(members: readonly RecordPredicate[]): RecordPredicate {
	return (record) => {
		for (const member of members) if (!member(record)) return false;
		return true;
	};
}

function some(members: readonly RecordPredicate[]): RecordPredicate {
	return (record) => {
		for (const member of members) if (member(record)) return true;
		return false;
	};
}
