import { checkOptions } from "../../checks/check-argument.js";
import { showGiven } from "../../checks/show-given.js";
import { isComparator } from "../../schema/comparators.js";
import { offsetMinutes } from "../../time/moment.js";
import { refuseValueCount } from "../build/value-count.js";
import type { Criteria } from "../node/criteria.js";
import { asNode, type Condition, type CriteriaNode } from "../node/criteria-node.js";
import { type CriteriaCode, InvalidCriteriaError } from "../node/invalid-criteria-error.js";
import { type CompleteEvaluateOptions, type EvaluateOptions, evaluateDefaults } from "./evaluate-options.js";
import { type Predicate, shortcut } from "./shortcut.js";
import { valueComparison } from "./value-comparison.js";

/** Whether a record matches. Records have their values under API names. */
export type RecordPredicate = (record: object) => boolean;

/**
 * Compiles a filter to a predicate over records, once: `leads.filter(evaluate(criteria))`.
 *
 * - A path is looked up as a key (`"Owner.last_name"`, as in the rows of an export), then in nested objects. The value
 *   of a lookup is an id, or an object with an `id`.
 * - Date-times compare as moments whatever their offsets, ids and bigints digit by digit, other numbers as JavaScript
 *   numbers, or digit by digit if both are text. Numbers, booleans and dates may be text.
 * - `undefined`, `null`, `""` and `[]` are no value, and so is anything that does not fit the field's data type.
 *   `${EMPTY}` sorts before every value.
 *
 * Records are not checked: anything but an object has no fields, and `null` and `undefined` throw a plain TypeError.
 *
 * @param options - what the API's pages leave open; each default is an assumption.
 * @throws {@link InvalidCriteriaError} for a raw condition whose field or comparator is unknown.
 * @throws RangeError for a `dayOffset` that is not an offset.
 */
export function evaluate(criteria: Criteria, options: EvaluateOptions = {}): RecordPredicate {
	const complete = { ...evaluateDefaults, ...checkOptions(options) };
	if (typeof complete.dayOffset !== "string" || Number.isNaN(offsetMinutes(complete.dayOffset))) {
		throw new RangeError(`dayOffset is ${showGiven(complete.dayOffset)}; give an offset like "+05:30".`);
	}
	// Every object can be asked for what stands under a name.
	return compile(asNode(criteria), complete) as RecordPredicate;
}

function compile(node: CriteriaNode, options: CompleteEvaluateOptions): Predicate {
	if (node.kind === "condition") return compileCondition(node, options);
	const members = node.members.map((member) => compile(member, options));
	return node.operator === "and" ? every(members) : some(members);
}

function compileCondition(condition: Condition, options: CompleteEvaluateOptions): Predicate {
	const { path, field } = condition.reference;
	const { comparator, value } = condition.toJSON();
	if (field === undefined) throw cannotEvaluate(condition, "FIELD_IN_CRITERIA_NOT_AVAILABLE", "its field is not known");
	if (!isComparator(comparator)) {
		throw cannotEvaluate(condition, "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED", "its comparator is not known");
	}
	const refusal = refuseValueCount(comparator, value);
	if (refusal !== undefined) throw cannotEvaluate(condition, refusal.code, refusal.problem);
	const read = pathReader(path, options.read);
	const asked = { dataType: field.dataType, comparator, value, options };
	const test = valueComparison(asked);
	const general: Predicate = (record) => test(read(record));
	return options.read === undefined ? shortcut(asked, path, general) : general;
}

type AnyRecord = Readonly<Record<string, unknown>>;

/** Makes what reads the value at a path from a record: under the path as a key, else by going into nested objects. */
function pathReader(path: string, custom: EvaluateOptions["read"]): (record: AnyRecord) => unknown {
	if (custom !== undefined) return (record) => custom(record, path);
	// The rows of an export have their id as "Id", records of the other APIs as "id".
	if (path === "id") return (record) => record.id ?? record.Id;
	const names = path.split(".");
	if (names.length === 1) return (record) => record[path];
	return (record) => {
		const flat = record[path];
		return flat === undefined ? readNested(record, names) : flat;
	};
}

function readNested(record: AnyRecord, names: readonly string[]): unknown {
	let value: unknown = record;
	for (const name of names) {
		if (typeof value !== "object" || value === null) return undefined;
		// Every object can be asked for what stands under a name.
		value = (value as AnyRecord)[name];
	}
	return value;
}

function cannotEvaluate(condition: Condition, code: CriteriaCode, problem: string): InvalidCriteriaError {
	const { path } = condition.reference;
	const { comparator, value } = condition.toJSON();
	const message = `${path} ${comparator} ${showGiven(value)}: this raw condition cannot be evaluated, because ${problem}.`;
	return new InvalidCriteriaError([{ code, message, path: [], field: path, comparator, given: value }]);
}

/** Members are called by name, three at a time, which engines run faster than a loop over a list. */
function every([first, second, third, ...others]: readonly Predicate[]): Predicate {
	if (first === undefined) return () => true;
	if (second === undefined) return first;
	if (third === undefined) return (record) => first(record) && second(record);
	if (others.length === 0) return (record) => first(record) && second(record) && third(record);
	const rest = every(others);
	return (record) => first(record) && second(record) && third(record) && rest(record);
}

function some([first, second, third, ...others]: readonly Predicate[]): Predicate {
	if (first === undefined) return () => false;
	if (second === undefined) return first;
	if (third === undefined) return (record) => first(record) || second(record);
	if (others.length === 0) return (record) => first(record) || second(record) || third(record);
	const rest = some(others);
	return (record) => first(record) || second(record) || third(record) || rest(record);
}
