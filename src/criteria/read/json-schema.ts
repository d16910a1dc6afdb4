/** A JSON Schema, or a part of one, in the dialect of draft 2020-12. Only the keywords that this library writes. */
export interface JsonSchema {
	readonly $schema?: "https://json-schema.org/draft/2020-12/schema";
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, JsonSchema>>;
	readonly title?: string;
	readonly description?: string;
	readonly type?: "array" | "integer" | "number" | "object" | "string";
	readonly const?: string;
	readonly enum?: readonly (string | boolean)[];
	readonly pattern?: string;
	readonly maxLength?: number;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly items?: JsonSchema;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: false;
	readonly allOf?: readonly JsonSchema[];
	readonly anyOf?: readonly JsonSchema[];
	readonly oneOf?: readonly JsonSchema[];
	readonly not?: JsonSchema;
}
