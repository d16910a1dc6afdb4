import type { Comparator } from "../schema/comparators.js";
import { limits } from "../schema/limits.js";
import type { AnyModule, FieldDescriptor } from "../schema/module-schema.js";
import type { Criteria, Skipped } from "./criteria.js";
import { InvalidCriteriaError, showGiven } from "./invalid-criteria-error.js";
import type { GroupOperator, WireCondition, WireCriteria, WireGroup, WireValue } from "./wire.js";

/** The field that a condition is about: found once for each path of a module, and shared by its conditions. */
export interface FieldReference {
	readonly module: AnyModule;
	readonly path: string;
	/** Absent where the path was given raw and the module does not describe it. */
	readonly field: FieldDescriptor | undefined;
}

/** What every criteria is made of. The type parameter that users see stands in {@link Criteria}. */
export type CriteriaNode = Condition | Group;

abstract class Node {
	abstract readonly owner: AnyModule;
	abstract readonly size: number;
	abstract toJSON(): WireCriteria;
	abstract collectFields(into: Set<string>): void;

	get module(): string {
		return this.owner.apiName;
	}

	get fields(): readonly string[] {
		const paths = new Set<string>();
		this.collectFields(paths);
		return [...paths];
	}

	and(...others: readonly (Criteria | Skipped)[]): CriteriaNode {
		return combine("and", this as unknown as CriteriaNode, others);
	}

	or(...others: readonly (Criteria | Skipped)[]): CriteriaNode {
		return combine("or", this as unknown as CriteriaNode, others);
	}
}

/** A field, a comparator and what it compares with. */
export class Condition extends Node {
	readonly #reference: FieldReference;
	readonly #comparator: Comparator | (string & {});
	readonly #value: WireValue;

	constructor(reference: FieldReference, comparator: Comparator | (string & {}), value: WireValue) {
		super();
		this.#reference = reference;
		this.#comparator = comparator;
		this.#value = value;
	}

	get kind(): "condition" {
		return "condition";
	}

	get owner(): AnyModule {
		return this.#reference.module;
	}

	get reference(): FieldReference {
		return this.#reference;
	}

	get comparator(): Comparator | (string & {}) {
		return this.#comparator;
	}

	get value(): WireValue {
		return this.#value;
	}

	get size(): number {
		return 1;
	}

	collectFields(into: Set<string>): void {
		into.add(this.#reference.path);
	}

	toJSON(): WireCondition {
		return { api_name: this.#reference.path, comparator: this.#comparator, value: this.#value };
	}
}

/** Two or more criteria under one operator. */
export class Group extends Node {
	readonly #owner: AnyModule;
	readonly #operator: GroupOperator;
	readonly #size: number;
	/** What was chained so far and what came last; flattened on first use, so that a long chain is not copied at each link. */
	#first: CriteriaNode | undefined;
	#others: readonly CriteriaNode[];
	#members: readonly CriteriaNode[] | undefined;

	constructor(operator: GroupOperator, first: CriteriaNode, others: readonly CriteriaNode[], size: number) {
		super();
		this.#owner = first.owner;
		this.#operator = operator;
		this.#size = size;
		this.#first = first;
		this.#others = others;
		this.#members = undefined;
	}

	/** A group with exactly these members, nested as they are: what was read is printed back unchanged. */
	static exactly(operator: GroupOperator, members: readonly [CriteriaNode, ...CriteriaNode[]], size: number): Group {
		const group = new Group(operator, members[0], members.slice(1), size);
		group.#members = members;
		return group;
	}

	get kind(): "group" {
		return "group";
	}

	get owner(): AnyModule {
		return this.#owner;
	}

	get operator(): GroupOperator {
		return this.#operator;
	}

	get size(): number {
		return this.#size;
	}

	/** The members, in order; groups with the same operator were taken apart. */
	get members(): readonly CriteriaNode[] {
		if (this.#members === undefined) {
			const members: CriteriaNode[] = [];
			this.#flattenInto(members, this.#operator);
			this.#members = members;
			this.#first = undefined;
			this.#others = [];
		}
		return this.#members;
	}

	#flattenInto(into: CriteriaNode[], operator: GroupOperator): void {
		if (this.#members !== undefined) {
			into.push(...this.#members);
			return;
		}
		pushFlat(into, this.#first, operator);
		for (const other of this.#others) pushFlat(into, other, operator);
	}

	static flatten(group: Group, into: CriteriaNode[], operator: GroupOperator): void {
		group.#flattenInto(into, operator);
	}

	collectFields(into: Set<string>): void {
		for (const member of this.members) member.collectFields(into);
	}

	toJSON(): WireGroup {
		const group: WireCriteria[] = [];
		for (const member of this.members) group.push(member.toJSON());
		return { group_operator: this.#operator, group };
	}
}

function pushFlat(into: CriteriaNode[], node: CriteriaNode | undefined, operator: GroupOperator): void {
	if (node instanceof Group && node.operator === operator) Group.flatten(node, into, operator);
	else if (node !== undefined) into.push(node);
}

/** Joins criteria under an operator; what is skipped leaves no trace, and one alone stays as it is. */
export function combine(
	operator: GroupOperator,
	first: CriteriaNode,
	others: readonly (Criteria | Skipped)[],
): CriteriaNode {
	let size = first.size;
	let kept: CriteriaNode[] | undefined;
	for (const other of others) {
		if (other === undefined || other === null || other === false) continue;
		const node = asNode(other);
		if (node.owner !== first.owner && node.module !== first.module) throw foreignModule(first, node);
		size += node.size;
		kept ??= [];
		kept.push(node);
	}
	if (kept === undefined) return first;
	if (size > limits.conditions) throw tooManyConditions(size);
	return new Group(operator, first, kept, size);
}

/** The node behind a criteria. Only what this library built or read is one. */
export function asNode(criteria: Criteria): CriteriaNode {
	if (criteria instanceof Condition || criteria instanceof Group) return criteria;
	throw new InvalidCriteriaError([
		{
			code: "INVALID_CRITERIA",
			message: `${showGiven(criteria)} is not a criteria. Build one with where(...), or read JSON with parseCriteria(...).`,
			path: [],
			given: criteria,
		},
	]);
}

/** The error for more conditions than the API takes. */
export function tooManyConditions(size: number): InvalidCriteriaError {
	return new InvalidCriteriaError([
		{
			code: "CRITERIA_LIMIT_EXCEEDED",
			message: `${size} conditions are more than the ${limits.conditions} that the API takes. Use in(...) for a list of values, a custom view, or several jobs.`,
			path: [],
			given: size,
		},
	]);
}

function foreignModule(first: CriteriaNode, other: CriteriaNode): InvalidCriteriaError {
	return new InvalidCriteriaError([
		{
			code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
			message: `A criteria of ${other.module} cannot be combined with one of ${first.module}: a job reads one module. Reach the other module's fields through a lookup, like "Owner.last_name".`,
			path: [],
			given: other.toJSON(),
			allowed: [first.module],
		},
	]);
}
