/**
 * The interfaces of Standard Schema and Standard JSON Schema, version 1, copied as the specification suggests, so that
 * nobody has to install it.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Input, Output> {
	/** What a library that takes Standard Schemas looks for. */
	readonly "~standard": StandardSchemaProps<Input, Output>;
}

export interface StandardSchemaProps<Input, Output> {
	readonly version: 1;
	readonly vendor: string;
	readonly validate: (value: unknown) => StandardResult<Output>;
	readonly jsonSchema: StandardJsonSchemaConverter;
	/** Carries the types; absent at run time. */
	readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** The result of validation: the value, or what is wrong. */
export type StandardResult<Output> =
	| { readonly value: Output; readonly issues?: undefined }
	| { readonly issues: readonly StandardIssue[] };

/** One mistake, with its path from the value that was validated. */
export interface StandardIssue {
	readonly message: string;
	readonly path: readonly (string | number)[];
}

/** Writes the JSON Schema of the input and of the output. */
export interface StandardJsonSchemaConverter {
	readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
	readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
}

/** Which dialect of JSON Schema is wanted. */
export interface StandardJsonSchemaOptions {
	readonly target: string;
}
