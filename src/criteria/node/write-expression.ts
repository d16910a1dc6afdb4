import { arities, comparatorsFor, type DataType, isComparator, methodName } from "../../schema/comparators.js";
import { valueKinds } from "../../schema/value-kinds.js";
import type { GroupOperator, WireCondition, WireScalar } from "./criteria-json.js";
import { emptyText } from "./empty.js";

/** The width, in columns, above which an expression is broken into lines. */
const width = 100;

/** What an expression needs of a condition. The nodes of criteria show themselves by expressions, so that these know no nodes. */
interface WrittenCondition {
	readonly kind: "condition";
	readonly module: string;
	readonly reference: { readonly field: { readonly dataType: DataType } | undefined };
	toJSON(): WireCondition;
}

/** What it needs of a group. */
interface WrittenGroup {
	readonly kind: "group";
	readonly operator: GroupOperator;
	readonly members: readonly (WrittenCondition | WrittenGroup)[];
}

/** Writes a filter as the code that builds it, for a console: `Contacts.where("Email").isNotEmpty()`. */
export function writeExpression(node: WrittenCondition | WrittenGroup): string {
	if (node.kind === "condition") return writeCondition(node);
	const members = node.members.map(writeExpression);
	const inOneLine = `${node.operator}(${members.join(", ")})`;
	if (inOneLine.length <= width && !inOneLine.includes("\n")) return inOneLine;
	const lines = members.map((member) => `  ${member.replaceAll("\n", "\n  ")},\n`);
	return `${node.operator}(\n${lines.join("")})`;
}

function writeCondition(condition: WrittenCondition): string {
	const { api_name, comparator, value } = condition.toJSON();
	const { module } = condition;
	const path = JSON.stringify(api_name);
	const dataType = condition.reference.field?.dataType;
	if (dataType === undefined || !isComparator(comparator) || !comparatorsFor(dataType).includes(comparator)) {
		return `${module}.where.raw(${path}, ${JSON.stringify(comparator)}, ${JSON.stringify(value)})`;
	}
	const field = `${module}.where(${path})`;
	if (value === emptyText && comparator === "equal") return `${field}.isEmpty()`;
	if (value === emptyText && comparator === "not_equal") return `${field}.isNotEmpty()`;
	const kind = valueKinds[dataType];
	const isNumber = kind === "integer" || kind === "decimal";
	const scalars = (typeof value === "object" ? value : [value]).map((scalar) => writeScalar(scalar, isNumber));
	const values = scalars.join(", ");
	return `${field}.${methodName(comparator)}(${arities[comparator] === "list" ? `[${values}]` : values})`;
}

function writeScalar(scalar: WireScalar, isNumber: boolean): string {
	if (scalar === emptyText) return "EMPTY";
	return isNumber && String(Number(scalar)) === scalar ? scalar : JSON.stringify(scalar);
}
