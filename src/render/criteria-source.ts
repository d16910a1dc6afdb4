import { refusePair } from "../criteria/build/value-count.js";
import { ValueRefusal } from "../criteria/build/value-refusal.js";
import { valueWriter } from "../criteria/build/write-value.js";
import type { WireScalar, WireValue } from "../criteria/node/criteria-json.js";
import type { Condition, CriteriaNode, Group } from "../criteria/node/criteria-node.js";
import { EMPTY, emptyText } from "../criteria/node/empty.js";
import {
	type Comparator,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	isComparator,
	methodName,
} from "../schema/comparators.js";
import { valueKinds } from "../schema/value-kinds.js";
import { type Source, writeText } from "./text/source-text.js";

/** The expression that builds a filter from a `where` in scope, and what else it needs. */
export interface CriteriaSource {
	readonly source: Source;
	readonly imports: ReadonlySet<string>;
}

/** Writes the expression that builds a filter. */
export function criteriaSource(node: CriteriaNode): CriteriaSource {
	const imports = new Set<string>();
	return { source: writeNode(node, imports), imports };
}

function writeNode(node: CriteriaNode, imports: Set<string>): Source {
	return node.kind === "condition" ? writeCondition(node, imports) : writeGroup(node, imports);
}

function writeGroup(group: Group, imports: Set<string>): Source {
	const [first, ...others] = membersOf(group, group.operator);
	if (first !== undefined && others.length === 0) return writeNode(first, imports);
	imports.add(group.operator);
	const members = [first, ...others].flatMap((member) => (member === undefined ? [] : [writeNode(member, imports)]));
	return { open: `${group.operator}(`, inner: members, close: ")" };
}

/** The members of a group, with the groups that the builder flattens inlined. */
function membersOf(group: Group, operator: Group["operator"]): readonly CriteriaNode[] {
	return group.members.flatMap((member) =>
		member.kind === "group" && (member.operator === operator || member.members.length === 1)
			? membersOf(member, operator)
			: [member],
	);
}

function writeCondition(condition: Condition, imports: Set<string>): Source {
	const { reference } = condition;
	const { comparator, value } = condition.toJSON();
	const path = writeText(reference.path);
	const dataType = reference.field?.filterable ? reference.field.dataType : undefined;
	if (dataType === undefined || !isComparator(comparator) || !isTyped(dataType, comparator, value)) {
		return { open: "where.raw(", inner: [path, writeText(comparator), writeRaw(value)], close: ")" };
	}
	const field = `where(${path})`;
	if (value === emptyText && comparator === "equal") return `${field}.isEmpty()`;
	if (value === emptyText && comparator === "not_equal") return `${field}.isNotEmpty()`;
	const inner = listOf(value).map((scalar) => writeScalar(dataType, scalar, imports));
	const [open, close] = comparatorTraits[comparator].arity === "list" ? ["([", "])"] : ["(", ")"];
	return { open: `${field}.${methodName(comparator)}${open}`, inner, close };
}

/** Whether one of the builder's methods writes this condition. */
function isTyped(dataType: DataType, comparator: Comparator, value: WireValue): boolean {
	if (!comparatorsFor(dataType).includes(comparator)) return false;
	const write = valueWriter(dataType);
	const scalars = listOf(value).map((scalar) => ownSpelling(dataType, scalar));
	if (
		scalars.some(
			(scalar) =>
				write(scalar === emptyText ? EMPTY : scalar) instanceof ValueRefusal || !isTakenByCompiler(dataType, scalar),
		)
	)
		return false;
	switch (comparatorTraits[comparator].arity) {
		case "one":
			return !Array.isArray(value);
		case "list":
			return Array.isArray(value) && value.length > 0;
		case "pair":
			return Array.isArray(value) && value.length === 2 && refusePair(String(value[0]), String(value[1])) === undefined;
	}
}

const listOf = (value: WireValue): readonly WireScalar[] => (typeof value === "object" ? value : [value]);

/** What the builder takes for a value that others spell differently. */
function ownSpelling(dataType: DataType, scalar: WireScalar): WireScalar {
	if (dataType === "boolean" && (scalar === "true" || scalar === "false")) return scalar === "true";
	const kind = valueKinds[dataType];
	return (kind === "digits" || kind === "id") && typeof scalar === "number" ? String(scalar) : scalar;
}

/** The type of a bigint's digits does not allow leading zeros. */
function isTakenByCompiler(dataType: DataType, scalar: WireScalar): boolean {
	return dataType !== "bigint" || scalar === emptyText || /^(?:0|-?[1-9]\d*)$/.test(String(scalar));
}

function writeScalar(dataType: DataType, given: WireScalar, imports: Set<string>): string {
	const scalar = ownSpelling(dataType, given);
	if (scalar === emptyText) {
		imports.add("EMPTY");
		return "EMPTY";
	}
	if (typeof scalar !== "string") return String(scalar);
	const kind = valueKinds[dataType];
	const isNumber = kind === "integer" || kind === "decimal";
	return isNumber && String(Number(scalar)) === scalar ? scalar : writeText(scalar);
}

function writeRaw(value: WireValue): string {
	return typeof value === "object" ? `[${value.map(writeRaw).join(", ")}]` : writeText(value);
}
