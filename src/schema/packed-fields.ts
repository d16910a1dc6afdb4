import { type DataType, familyOf } from "./comparators.js";
import { type AnyModule, type FieldDescriptor, withTarget } from "./module-schema.js";

/** The modules that lookups refer to, by API name; resolved on first use, so that modules may refer to each other. */
export type LookupTargets = () => Readonly<Record<string, AnyModule>>;

/** What a field cannot be used for: filters, or exports too. */
export type Restriction = "filter" | "export";

/** A field as it is packed: plain data, its target by name. */
export interface PackedField {
	readonly apiName: string;
	readonly dataType: DataType;
	/** API name of the module that a lookup refers to; absent if that module is not described. */
	readonly target?: string;
	readonly restriction?: Restriction;
	/** Its label, if not evident from its name. */
	readonly label?: string;
	/** The known values of a picklist or multi-select. */
	readonly values: readonly string[];
}

/**
 * Reads the fields of a generated module from the compact text that stores them: one field per line,
 * `API_Name data-type`, then marks, in this order:
 *
 * - `>Module` the module that a lookup refers to
 * - `!filter` exported, but not accepted in criteria
 * - `!export` neither exported nor accepted in criteria
 * - `~"Label"` its label, if not evident from its name
 * - `=["A","B"]` the known values, as JSON
 *
 * A name with characters other than letters, digits, `_` and `$` is written as a JSON string. Text costs the compiler
 * nothing, while hundreds of object literals cost seconds.
 */
export function parsePackedFields(packed: string, targets: LookupTargets): ReadonlyMap<string, FieldDescriptor> {
	const fields = new Map<string, FieldDescriptor>();
	for (const field of unpackFields(packed)) fields.set(field.apiName, describe(field, targets));
	return fields;
}

/** Reads packed fields as plain data. */
export function unpackFields(packed: string): readonly PackedField[] {
	const fields: PackedField[] = [];
	for (const line of packed.split("\n")) {
		const text = line.trim();
		if (text !== "") fields.push(parseLine(text));
	}
	return fields;
}

/** Packs a field: the inverse of {@link unpackFields}, without the white space around the line. */
export function packField(field: PackedField): string {
	const target = field.target === undefined ? "" : ` >${packName(field.target)}`;
	const restriction = field.restriction === undefined ? "" : ` !${field.restriction}`;
	const label = field.label === undefined ? "" : ` ~${JSON.stringify(field.label)}`;
	const values = field.values.length === 0 ? "" : ` =${JSON.stringify(field.values)}`;
	return `${packName(field.apiName)} ${field.dataType}${target}${restriction}${label}${values}`;
}

const plainName = /^[\w$]+$/;

function packName(name: string): string {
	return plainName.test(name) ? name : JSON.stringify(name);
}

const linePattern = /* @__PURE__ */ writeLinePattern();

function writeLinePattern(): RegExp {
	const quoted = String.raw`"(?:[^"\\]|\\.)*"`;
	const name = String.raw`([\w$]+|${quoted})`;
	return new RegExp(
		String.raw`^${name} ([\w-]+)(?: >${name})?(?: !(filter|export))?(?: ~(${quoted}))?(?: =(\[.*\]))?$`,
		"s",
	);
}

function parseLine(line: string): PackedField {
	const [, apiName, dataType, target, restriction, label, values] = linePattern.exec(line) ?? [];
	if (apiName === undefined || dataType === undefined || !isDataType(dataType)) {
		throw new TypeError(`This packed field cannot be read: ${line}`);
	}
	// JSON appears on one line if it was written from such a value.
	return {
		apiName: unpackName(apiName),
		dataType,
		values: values === undefined ? [] : (JSON.parse(values) as string[]),
		...(target === undefined ? {} : { target: unpackName(target) }),
		...(label === undefined ? {} : { label: JSON.parse(label) as string }),
		...(restriction === "filter" || restriction === "export" ? { restriction } : {}),
	};
}

function unpackName(packed: string): string {
	// What begins with a quote is a text in JSON.
	return packed.startsWith('"') ? (JSON.parse(packed) as string) : packed;
}

function isDataType(name: string): name is DataType {
	return Object.hasOwn(familyOf, name);
}

function describe(field: PackedField, targets: LookupTargets): FieldDescriptor {
	const { apiName, dataType, target, restriction, label, values } = field;
	const described = {
		apiName,
		...(label === undefined ? {} : { label }),
		dataType,
		filterable: restriction === undefined,
		exportable: restriction !== "export",
		values,
	};
	if (target === undefined) return described;
	return withTarget(described, () => lookupTarget(targets(), target, apiName), target);
}

function lookupTarget(modules: ReturnType<LookupTargets>, name: string, field: string): AnyModule {
	const module = Object.hasOwn(modules, name) ? modules[name] : undefined;
	if (!module) throw new TypeError(`The lookup ${field} refers to ${name}, which was not given.`);
	return module;
}
