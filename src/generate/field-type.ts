import type { DataType } from "../schema/comparators.js";
import type { MappedField } from "./map-field.js";
import { writeString } from "./write-text.js";

const typeByDataType: Readonly<Record<DataType, string>> = {
	integer: "Integer",
	bigint: "BigInteger",
	decimal: "Decimal",
	currency: "Currency",
	percent: "Percent",
	text: "Text",
	email: "Email",
	phone: "Phone",
	url: "Url",
	picklist: "Picklist",
	"multi-select": "MultiSelect",
	textarea: "TextArea",
	autonumber: "AutoNumber",
	date: "DateField",
	datetime: "DateTime",
	boolean: "BooleanField",
	lookup: "Lookup",
	owner: "Owner",
	user: "User",
};

/** Everything that generated files import from this library. */
export const libraryNames: readonly string[] = [
	...Object.values(typeByDataType),
	"SelectOnly",
	"NotExported",
	"Undescribed",
	"Module",
	"generatedModule",
];

/** The types that refer to a module: their argument is the module's interface. */
const referring: ReadonlySet<DataType> = new Set<DataType>(["lookup", "owner", "user"]);

/** The type-level descriptor of a field. */
export interface FieldType {
	readonly name: string;
	/** The members of the union that is its argument; none if it takes no argument. */
	readonly union: readonly string[];
	/** What it imports from this library. */
	readonly imports: readonly string[];
}

/**
 * Finds the type-level descriptor of a field.
 *
 * @param field - the field.
 * @param identifier - the interface of the module that it refers to, if that is described.
 */
export function fieldType(field: MappedField, identifier: string | undefined): FieldType {
	const { dataType, restriction, target, values } = field;
	if (restriction !== undefined) {
		const name = restriction === "export" ? "NotExported" : "SelectOnly";
		return { name, union: [writeString(dataType)], imports: [name] };
	}
	const name = typeByDataType[dataType];
	if (!referring.has(dataType)) return { name, union: values.map(writeString), imports: [name] };
	if (identifier !== undefined) return { name, union: [identifier], imports: [name] };
	const undescribed = target === undefined ? "Undescribed" : `Undescribed<${writeString(target)}>`;
	return { name, union: [undescribed], imports: [name, "Undescribed"] };
}
