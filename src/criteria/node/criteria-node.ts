import type { LiteralUnion } from "type-fest";
import { showGiven } from "../../checks/show-given.js";
import { showInConsole } from "../../checks/show-in-console.js";
import { limits } from "../../facts/limits.js";
import type { Comparator } from "../../schema/comparators.js";
import type { AnyModule, FieldDescriptor } from "../../schema/module-schema.js";
import type { Criteria, Skipped } from "./criteria.js";
import type { GroupOperator, WireCondition, WireCriteria, WireGroup, WireValue } from "./criteria-json.js";
import { foreignModule, tooManyConditions } from "./group-issue.js";
import { InvalidCriteriaError } from "./invalid-criteria-error.js";
import { writeExpression } from "./write-expression.js";

/** The field of a condition: found once for each path of a module, and shared by its conditions. */
export interface FieldReference {
	readonly module: AnyModule;
	readonly path: string;
	/** Absent if the path was given raw and the module does not describe it. */
	readonly field: FieldDescriptor | undefined;
}

/** What every filter is made of. {@link Criteria} adds the type parameter that users see. */
export type CriteriaNode = Condition | Group;

// A node has its JSON as its own properties, for anything that compares, copies or prints objects. What is sent is also
// kept in private fields, which nobody can write: that costs a twentieth of building and printing, while freezing every
// node would cost an eighth. The two classes share no base: the engine does not inline a constructor that calls another.

/** A field, a comparator and its values. */
export class Condition implements Criteria, WireCondition {
	declare readonly api_name: string;
	declare readonly comparator: LiteralUnion<Comparator, string>;
	declare readonly value: WireValue;
	readonly #reference: FieldReference;
	readonly #comparator: LiteralUnion<Comparator, string>;
	readonly #value: WireValue;

	/** @param value - a list is kept without a copy: nobody else may hold it. */
	constructor(reference: FieldReference, comparator: LiteralUnion<Comparator, string>, value: WireValue) {
		this.api_name = reference.path;
		this.comparator = comparator;
		this.value = typeof value === "object" ? value.slice() : value;
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

	get module(): string {
		return this.#reference.module.apiName;
	}

	get fields(): readonly string[] {
		return [this.#reference.path];
	}

	get size(): number {
		return 1;
	}

	and(...others: readonly (Criteria | Skipped)[]): CriteriaNode {
		return combine("and", withFirst(this, others));
	}

	or(...others: readonly (Criteria | Skipped)[]): CriteriaNode {
		return combine("or", withFirst(this, others));
	}

	/** Frozen when first read: most conditions are only ever serialised. */
	get reference(): FieldReference {
		return Object.freeze(this.#reference);
	}

	/** Whether it is one of several lists that share a field's values. */
	isListOf(path: string | undefined): boolean {
		return this.#comparator === "in" && this.#reference.path === path;
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
export class Group implements Criteria, WireGroup {
	declare readonly group_operator: GroupOperator;
	declare readonly group: readonly CriteriaNode[];
	readonly #owner: AnyModule;
	readonly #operator: GroupOperator;
	readonly #members: readonly CriteriaNode[];
	readonly #size: number;

	/** @param members - the list is kept without a copy: nobody else may hold it. */
	constructor(owner: AnyModule, operator: GroupOperator, members: readonly CriteriaNode[], size: number) {
		this.group_operator = operator;
		this.group = members.slice();
		this.#owner = owner;
		this.#operator = operator;
		this.#members = members;
		this.#size = size;
	}

	get kind(): "group" {
		return "group";
	}

	get owner(): AnyModule {
		return this.#owner;
	}

	get module(): string {
		return this.#owner.apiName;
	}

	get fields(): readonly string[] {
		const paths = new Set<string>();
		this.collectFields(paths);
		return [...paths];
	}

	get size(): number {
		return this.#size;
	}

	and(...others: readonly (Criteria | Skipped)[]): CriteriaNode {
		return combine("and", withFirst(this, others));
	}

	or(...others: readonly (Criteria | Skipped)[]): CriteriaNode {
		return combine("or", withFirst(this, others));
	}

	get operator(): GroupOperator {
		return this.#operator;
	}

	/** The members, in order. */
	get members(): readonly CriteriaNode[] {
		return this.#members.slice();
	}

	collectFields(into: Set<string>): void {
		for (const member of this.#members) member.collectFields(into);
	}

	toJSON(): WireGroup {
		// Fills in a copy: a list that grew, or that `map` made, costs a third more to make and to serialise.
		const group: (CriteriaNode | WireCriteria)[] = this.#members.slice();
		for (let index = 0; index < group.length; index++) group[index] = (group[index] as CriteriaNode).toJSON();
		// Each node has given way to its JSON.
		return { group_operator: this.#operator, group: group as WireCriteria[] };
	}

	/** Whether it is a list of values that is too long for one condition. */
	get isOneList(): boolean {
		const [first] = this.#members;
		return (
			this.#operator === "or" &&
			this.#members.every((member) => member.kind === "condition" && member.isListOf(first?.fields[0]))
		);
	}

	/** Whether its members need no brackets under the operator. */
	dissolvesIn(operator: GroupOperator): boolean {
		return this.#operator === operator || this.#members.length === 1;
	}

	/** Lists the members, and inlines those of groups that need no brackets. */
	dissolve(operator: GroupOperator, into: CriteriaNode[]): void {
		for (const member of this.#members) {
			if (member instanceof Group && member.dissolvesIn(operator)) member.dissolve(operator, into);
			else into.push(member);
		}
	}
}

showInConsole(Condition.prototype, writeExpression);
showInConsole(Group.prototype, writeExpression);

/** Inherited members cannot be shadowed by assignment either: `criteria.toJSON = ...` is an error. */
for (const { prototype } of [Condition, Group]) Object.freeze(prototype);

/** Joins filters under an operator; skipped parts leave no trace, and a single filter stays as it is. */
export function combine(
	operator: GroupOperator,
	criteria: readonly [Criteria, ...(readonly (Criteria | Skipped)[])],
): CriteriaNode;
export function combine(operator: GroupOperator, criteria: readonly (Criteria | Skipped)[]): CriteriaNode | undefined;
export function combine(operator: GroupOperator, criteria: readonly (Criteria | Skipped)[]): CriteriaNode | undefined {
	// Usually nothing is skipped, refused or dissolved: then the list that was given is the group's. Taking a list apart, `const [first] =`,
	// goes by its iterator and takes longer.
	const first = criteria[0];
	if (!isNode(first)) return combineKept(operator, criteria);
	if (criteria.length === 1) return first;
	const { owner } = first;
	let size = 0;
	let isFlat = true;
	for (let index = 0; index < criteria.length; index++) {
		const node = criteria[index];
		if (node instanceof Condition) size++;
		else if (node instanceof Group) {
			size += node.size;
			if (node.dissolvesIn(operator)) isFlat = false;
		} else return combineKept(operator, criteria);
		if (node.owner !== owner && node.module !== owner.apiName)
			throw new InvalidCriteriaError([foreignModule(owner.apiName, node.module, node.toJSON())]);
	}
	// Each was looked at.
	const nodes = criteria as readonly CriteriaNode[];
	const members = isFlat ? nodes : flatten(operator, nodes);
	if (size > limits.conditions && !fitsWithShorterList(members)) {
		throw new InvalidCriteriaError([tooManyConditions(size)]);
	}
	return new Group(owner, operator, members, size);
}

function combineKept(operator: GroupOperator, criteria: readonly (Criteria | Skipped)[]): CriteriaNode | undefined {
	const kept = criteria.filter(isKept).map(asNode);
	return kept.length === 0 ? undefined : combine(operator, kept);
}

/** `[first, ...others]`, without the iterator that this goes by: every chained call makes such a list. */
function withFirst(first: Criteria, others: readonly (Criteria | Skipped)[]): [Criteria, ...(Criteria | Skipped)[]] {
	if (others.length === 1) return [first, others[0]];
	if (others.length === 2) return [first, others[0], others[1]];
	if (others.length === 3) return [first, others[0], others[1], others[2]];
	const all: [Criteria, ...(Criteria | Skipped)[]] = [first];
	for (let index = 0; index < others.length; index++) all.push(others[index]);
	return all;
}

/**
 * Whether a job with these conditions can be split into jobs that the API takes, by dividing one long list among them. The lists
 * of an `or` are no groups of their own, so that none can be divided.
 */
function fitsWithShorterList(members: readonly CriteriaNode[]): boolean {
	let size = 0;
	let longest = 0;
	for (const member of members) {
		size += member.size;
		if (member.kind === "group" && member.isOneList && member.size > longest) longest = member.size;
	}
	return size - longest < limits.conditions;
}

function flatten(operator: GroupOperator, nodes: readonly CriteriaNode[]): readonly CriteriaNode[] {
	const members: CriteriaNode[] = [];
	for (const node of nodes) {
		if (node.kind === "group" && node.dissolvesIn(operator)) node.dissolve(operator, members);
		else members.push(node);
	}
	return members;
}

/** Whether `and` and `or` include a part instead of skipping it. */
function isKept<Kept extends Criteria>(criteria: Kept | Skipped): criteria is Kept {
	return criteria !== undefined && criteria !== null && criteria !== false && criteria !== "";
}

/** The node behind a filter. Only this library makes them. */
export function asNode(criteria: Criteria): CriteriaNode {
	if (isNode(criteria)) return criteria;
	const isNumber = typeof criteria === "number" || typeof criteria === "bigint";
	const instead = isNumber
		? "A number is not a flag: 0 may be meant, and would be left out. Write x !== undefined && ..."
		: "Build one with where(...), or read JSON with parseCriteria(...).";
	throw new InvalidCriteriaError([
		{
			code: "INVALID_CRITERIA",
			message: `${showGiven(criteria)} is not a filter. ${instead}`,
			path: [],
			given: criteria,
		},
	]);
}

const isNode = (criteria: Criteria | Skipped): criteria is CriteriaNode =>
	criteria instanceof Condition || criteria instanceof Group;
