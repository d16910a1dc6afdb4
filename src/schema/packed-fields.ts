import { type DataType, familyOf } from "./comparators.js";
import type { AnyModule, FieldDescriptor } from "./module-schema.js";

/** The modules that lookups refer to, by API name; asked for on first use, so that modules may refer to each other. */
export type LookupTargets = () => Readonly<Record<string, AnyModule>>;

/**
 * Reads the fields of a generated module from the compact text in which they are stored: one field a line,
 * `API_Name data-type`, then marks:
 *
 * - `>Module` the module that a lookup refers to
 * - `!filter` exported, but not accepted in criteria
 * - `!export` neither exported nor accepted in criteria
 * - `=["A","B"]` the known values, as JSON, last on the line
 *
 * Text costs the compiler nothing, where hundreds of object literals cost seconds.
 */
export function parsePackedFields(packed: string, targets: LookupTargets): ReadonlyMap<string, FieldDescriptor> {
	const fields = new Map<string, FieldDescriptor>();
	for (const line of packed.split("\n")) {
		const text = line.trim();
		if (text !== "") {
			const field = parseLine(text, targets);
			fields.set(field.apiName, field);
		}
	}
	return fields;
}

const linePattern = /^(\S+) (\S+)(?: >(\S+))?(?: !(filter|export))?(?: =(\[.*\]))?$/;

function parseLine(line: string, targets: LookupTargets): FieldDescriptor {
	const parts = linePattern.exec(line);
	const [, apiName, dataType, target, restriction, values] = parts ?? [];
	if (apiName === undefined || dataType === undefined || !isDataType(dataType)) {
		throw new TypeError(`This packed field cannot be read: ${line}`);
	}
	return {
		apiName,
		dataType,
		filterable: restriction === undefined,
		exportable: restriction !== "export",
		values: values === undefined ? [] : (JSON.parse(values) as string[]),
		...(target === undefined ? {} : { target: () => lookupTarget(targets, target, apiName) }),
	};
}

function isDataType(name: string): name is DataType {
	return Object.hasOwn(familyOf, name);
}

function lookupTarget(targets: LookupTargets, name: string, field: string): AnyModule {
	const module = targets()[name];
	if (!module) throw new TypeError(`The lookup ${field} refers to ${name}, which was not given.`);
	return module;
}
