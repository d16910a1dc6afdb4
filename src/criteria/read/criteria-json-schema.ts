import { checkOptions } from "../../checks/check-argument.js";
import { checkModule } from "../../schema/check-module.js";
import {
	type Arity,
	comparators,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	dataTypes,
} from "../../schema/comparators.js";
import type { AnyModule, FieldDescriptor } from "../../schema/module-schema.js";
import { emptyText } from "../node/empty.js";
import type { JsonSchema } from "./json-schema.js";
import type { ParseCriteriaOptions } from "./parse-criteria.js";
import { valueSchemas } from "./value-schema.js";

/**
 * Writes the JSON Schema (draft 2020-12) of a module's criteria, for forms, gateways and queues that check filters
 * themselves. It accepts what {@link parseCriteria} accepts, except for what JSON Schema cannot express:
 *
 * - at most 25 conditions over all groups, and at most 50 levels of groups
 * - the first value of `between` is not after the second
 * - which fields are behind two or more lookups, for a module with `anyHops()`: every such path is accepted, with any
 *   value
 */
export function criteriaJsonSchema(module: AnyModule, options?: ParseCriteriaOptions): JsonSchema {
	checkModule(module);
	const { allowGroupOfOne = false } = checkOptions(options);
	const conditions = conditionSchemas(module);
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		title: `Criteria of ${module.apiName}`,
		$ref: "#/$defs/criteria",
		$defs: {
			criteria: { anyOf: [{ $ref: "#/$defs/condition" }, { $ref: "#/$defs/group" }] },
			group: {
				type: "object",
				properties: {
					group_operator: { enum: ["and", "or"] },
					group: { type: "array", items: { $ref: "#/$defs/criteria" }, minItems: allowGroupOfOne ? 1 : 2 },
				},
				required: ["group_operator", "group"],
				additionalProperties: false,
			},
			condition: {
				type: "object",
				properties: { api_name: {}, field: {}, comparator: {}, value: {} },
				required: ["comparator", "value"],
				additionalProperties: false,
				oneOf: [{ required: ["api_name"] }, { required: ["field"] }],
				anyOf: Object.keys(conditions).map((name) => ({ $ref: `#/$defs/${name}` })),
			},
			...conditions,
		},
	};
}

/** A schema for the conditions on fields of each data type. */
function conditionSchemas(module: AnyModule): Record<string, JsonSchema> {
	const paths = pathsByDataType(module);
	const schemas: Record<string, JsonSchema> = {};
	for (const dataType of dataTypes) {
		const names = paths.get(dataType);
		if (names !== undefined) schemas[dataType] = { allOf: [named({ enum: names }), compared(dataType)] };
	}
	if (module.hops === "any") {
		const comparator: JsonSchema = { enum: comparators };
		schemas.deeper = {
			allOf: [named({ type: "string", pattern: "\\..+\\." }), { type: "object", properties: { comparator } }],
		};
	}
	return schemas;
}

function pathsByDataType(module: AnyModule): ReadonlyMap<DataType, readonly string[]> {
	const paths = new Map<DataType, string[]>();
	const add = (path: string, { filterable, dataType }: FieldDescriptor): void => {
		if (!filterable) return;
		const known = paths.get(dataType);
		if (known === undefined) paths.set(dataType, [path]);
		else known.push(path);
	};
	for (const [name, field] of module.fields) {
		add(name, field);
		for (const [targetName, targetField] of field.target?.().fields ?? []) add(`${name}.${targetName}`, targetField);
	}
	return paths;
}

/** The field's name as v2 or v8 spells it. */
function named(api_name: JsonSchema): JsonSchema {
	const field: JsonSchema = {
		type: "object",
		properties: { api_name, id: {} },
		required: ["api_name"],
		additionalProperties: false,
	};
	return {
		anyOf: [
			{ type: "object", properties: { api_name }, required: ["api_name"] },
			{ type: "object", properties: { field }, required: ["field"] },
		],
	};
}

/** The comparators of a data type, with as many values as each takes. */
function compared(dataType: DataType): JsonSchema {
	const permitted = comparatorsFor(dataType);
	const alternatives: JsonSchema[] = [];
	for (const arity of ["one", "list", "pair"] as const) {
		const ofArity = permitted.filter((comparator) => comparatorTraits[comparator].arity === arity);
		if (ofArity.length > 0) {
			alternatives.push({
				type: "object",
				properties: { comparator: { enum: ofArity }, value: valuesSchema(arity, valueSchemas[dataType]) },
			});
		}
	}
	return { anyOf: alternatives };
}

function valuesSchema(arity: Arity, scalar: JsonSchema): JsonSchema {
	if (arity === "one") return scalar;
	if (arity === "list") return { type: "array", items: scalar, minItems: 1 };
	return { type: "array", items: { ...scalar, not: { const: emptyText } }, minItems: 2, maxItems: 2 };
}
