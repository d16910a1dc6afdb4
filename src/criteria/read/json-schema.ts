/** A JSON Schema, or a part of one, in the dialect of draft 2020-12. Only the keywords that this library writes. */
export interface JsonSchema {
	/** The dialect; at the top alone. */
	readonly $schema?: "https://json-schema.org/draft/2020-12/schema";
	/** Stands for what `$defs` has under this name. */
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
	/** The most characters of a text. */
	readonly maxLength?: number;
	/** The least number. */
	readonly minimum?: number;
	/** The greatest number. */
	readonly maximum?: number;
	/** What every item of a list is. */
	readonly items?: JsonSchema;
	/** The fewest items of a list. */
	readonly minItems?: number;
	/** The most items of a list. */
	readonly maxItems?: number;
	/** What an object's properties are, by name. */
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	/** The properties that an object must have. */
	readonly required?: readonly string[];
	/** Whether an object may have other properties: never. */
	readonly additionalProperties?: false;
	/** All of these hold. */
	readonly allOf?: readonly JsonSchema[];
	/** One of these holds, or more. */
	readonly anyOf?: readonly JsonSchema[];
	/** Exactly one of these holds. */
	readonly oneOf?: readonly JsonSchema[];
	/** This does not hold. */
	readonly not?: JsonSchema;
}
