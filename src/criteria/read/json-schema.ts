/** A JSON Schema, or part of one, in the dialect of draft 2020-12. Only the keywords that this library writes. */
export interface JsonSchema {
	/** The dialect; at the top only. */
	readonly $schema?: "https://json-schema.org/draft/2020-12/schema";
	/** Refers to an entry of `$defs`. */
	readonly $ref?: string;
	/** Parts that are used more than once, by name. */
	readonly $defs?: Readonly<Record<string, JsonSchema>>;
	/** A name for people. */
	readonly title?: string;
	/** A sentence for people. */
	readonly description?: string;
	/** The JSON type of the value. */
	readonly type?: "array" | "integer" | "number" | "object" | "string";
	/** The only value. */
	readonly const?: string;
	/** The only values. */
	readonly enum?: readonly (string | boolean)[];
	/** A regular expression that a text matches. */
	readonly pattern?: string;
	/** The maximum number of characters of a text. */
	readonly maxLength?: number;
	/** The smallest number allowed. */
	readonly minimum?: number;
	/** The largest number allowed. */
	readonly maximum?: number;
	/** The schema of every item of a list. */
	readonly items?: JsonSchema;
	/** The minimum number of items of a list. */
	readonly minItems?: number;
	/** The maximum number of items of a list. */
	readonly maxItems?: number;
	/** The schemas of an object's properties, by name. */
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	/** The properties that an object must have. */
	readonly required?: readonly string[];
	/** Whether an object may have other properties: never. */
	readonly additionalProperties?: false;
	/** All of these must match. */
	readonly allOf?: readonly JsonSchema[];
	/** At least one of these must match. */
	readonly anyOf?: readonly JsonSchema[];
	/** Exactly one of these must match. */
	readonly oneOf?: readonly JsonSchema[];
	/** This must not match. */
	readonly not?: JsonSchema;
}
