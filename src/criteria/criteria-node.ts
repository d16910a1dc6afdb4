import type { Comparator } from "../schema/comparators.js";
import { limits } from "../schema/limits.js";
import type { AnyModule, FieldDescriptor } from "../schema/module-schema.js";
import type { Criteria, Skipped } from "./criteria.js";
import { type CriteriaIssue, InvalidCriteriaError, showGiven } from "./invalid-criteria-error.js";
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

/**
 * What conditions and groups share. Nodes keep their data in private fields, which nobody can write and which cost nothing,
 * where freezing every node would make building a third slower.
 */
abstract class Node implements Criteria {
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
		return combine("and", this, others);
	}

	or(...others: readonly (Criteria | Skipped)[]): CriteriaNode {
		return combine("or", this, others);
	}
}

/** A field, a comparator and what it compares with. */
export class Condition extends Node {
	readonly #reference: FieldReference;
	readonly #comparator: Comparator | (string & {});
	readonly #value: WireValue;

	/** @param value - a list is kept as it is given: nobody else may hold it. */
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
		// Frozen when it is first shown: most conditions are only ever printed, and that takes a copy.
		return Object.freeze(this.#value);
	}

	get size(): number {
		return 1;
	}

	collectFields(into: Set<string>): void {
		into.add(this.#reference.path);
	}

	toJSON(): WireCondition {
		const value = this.#value;
		return {
			api_name: this.#reference.path,
			comparator: this.#comparator,
			value: typeof value === "object" ? value.slice() : value,
		};
	}
}

/** Two or more criteria under one operator. */
export class Group extends Node {
	readonly #owner: AnyModule;
	readonly #operator: GroupOperator;
	readonly #size: number;
	/** What was joined, and once `#isFlat` the members: a long chain is not copied at each of its links. */
	#parts: readonly CriteriaNode[];
	#isFlat: boolean;

	/** @param parts - the list is kept as it is given: nobody else may hold it. */
	private constructor(
		owner: AnyModule,
		operator: GroupOperator,
		parts: readonly CriteriaNode[],
		size: number,
		isFlat: boolean,
	) {
		super();
		this.#owner = owner;
		this.#operator = operator;
		this.#parts = parts;
		this.#size = size;
		this.#isFlat = isFlat;
	}

	/** A group of these criteria; groups with the same operator among them are taken apart. */
	static joined(owner: AnyModule, operator: GroupOperator, parts: readonly CriteriaNode[], size: number): Group {
		return new Group(owner, operator, parts, size, false);
	}

	/** A group with exactly these members, nested as they are: what was read is printed back unchanged. */
	static exactly(owner: AnyModule, operator: GroupOperator, members: readonly CriteriaNode[], size: number): Group {
		return new Group(owner, operator, members, size, true);
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

	/** The members, in order. */
	get members(): readonly CriteriaNode[] {
		return Object.freeze(this.#members());
	}

	collectFields(into: Set<string>): void {
		for (const member of this.#members()) member.collectFields(into);
	}

	toJSON(): WireGroup {
		const group: WireCriteria[] = [];
		for (const member of this.#members()) group.push(member.toJSON());
		return { group_operator: this.#operator, group };
	}

	#members(): readonly CriteriaNode[] {
		if (!this.#isFlat) {
			const members: CriteriaNode[] = [];
			for (const part of this.#parts) Group.#takeApart(part, this.#operator, members);
			this.#parts = members;
			this.#isFlat = true;
		}
		return this.#parts;
	}

	static #takeApart(node: CriteriaNode, operator: GroupOperator, into: CriteriaNode[]): void {
		if (node instanceof Group && (node.#operator === operator || node.#parts.length === 1)) {
			for (const part of node.#parts) Group.#takeApart(part, operator, into);
		} else {
			into.push(node);
		}
	}
}

/** What is inherited cannot be shadowed by assignment either: `criteria.toJSON = ...` is an error. */
for (const { prototype } of [Node, Condition, Group]) Object.freeze(prototype);

/** Joins criteria under an operator; what is skipped leaves no trace, and one alone stays as it is. */
export function combine(
	operator: GroupOperator,
	head: Criteria,
	others: readonly (Criteria | Skipped)[],
): CriteriaNode {
	const first = asNode(head);
	let size = first.size;
	let parts: CriteriaNode[] | undefined;
	for (const other of others) {
		if (other === undefined || other === null || other === false) continue;
		const node = asNode(other);
		if (node.owner !== first.owner && node.module !== first.module) throw foreignModule(first, node);
		size += node.size;
		if (parts === undefined) parts = [first, node];
		else parts.push(node);
	}
	if (parts === undefined) return first;
	if (size > limits.conditions) throw new InvalidCriteriaError([tooManyConditions(size)]);
	return Group.joined(first.owner, operator, parts, size);
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

/** The issue for more conditions than the API takes. */
export function tooManyConditions(size: number): CriteriaIssue {
	return {
		code: "CRITERIA_LIMIT_EXCEEDED",
		message: `${size} conditions are more than the ${limits.conditions} that the API takes. Use in(...) for a list of values, a custom view, or several jobs.`,
		path: [],
		given: size,
		limit: limits.conditions,
	};
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
