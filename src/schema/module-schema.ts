import type { DataType } from "./comparators.js";

/** What is known about one field at run time. */
export interface FieldDescriptor {
	/** The field's API name. */
	readonly apiName: string;
	/** Its label in Zoho, if known and not evident from its name. */
	readonly label?: string;
	/** Its data type, as this library names it. */
	readonly dataType: DataType;
	/** Whether the field can be filtered. */
	readonly filterable: boolean;
	/** Whether bulk read exports the field. */
	readonly exportable: boolean;
	/** The known values of a picklist or multi-select; empty for other data types. */
	readonly values: readonly string[];
	/** API name of the module that a lookup refers to; absent if that module is not described. */
	readonly targetName?: string;
	/** The module that a lookup refers to; absent if it is not described. */
	readonly target?: () => AnyModule;
}

/**
 * Gives a descriptor its target. Only the name is compared, copied and printed: the module itself, which may refer
 * back, is resolved when needed and is not enumerable.
 */
export function withTarget(field: FieldDescriptor, target: () => AnyModule, name?: string): FieldDescriptor {
	return Object.defineProperties(field, {
		targetName:
			name === undefined ? { get: () => target().apiName, enumerable: true } : { value: name, enumerable: true },
		target: { value: target },
	});
}

/** What people call a field: its label, or its name as words. */
export function labelOf({ label, apiName }: Pick<FieldDescriptor, "label" | "apiName">): string {
	return label ?? nameAsWords(apiName);
}

/** `"Account_Name"` gives `"Account Name"`, and `"Region__c"` `"Region"`. */
export function nameAsWords(apiName: string): string {
	return apiName
		.replace(/^\$/, "")
		.replace(/__[a-z]$/, "")
		.replaceAll("_", " ");
}

/**
 * How many lookups a dotted path may pass through. The API's pages show one; `"any"` is for orgs where more was tried.
 */
export type Hops = 1 | "any";

/**
 * A module of Zoho CRM: its API name and its fields.
 *
 * @typeParam Name - API name of the module.
 * @typeParam Fields - interface with a descriptor for each field.
 */
export interface ModuleSchema<out Name extends string, in out Fields> {
	/** The module's API name. */
	readonly apiName: Name;
	/** The fields by API name, in the order of their description. */
	readonly fields: ReadonlyMap<string, FieldDescriptor>;
	/** How many lookups a path may pass through. */
	readonly hops: Hops;
	/** Carries the type of the fields; absent at run time. */
	readonly fieldTypes?: ((fields: Fields) => Fields) | undefined;
}

/** Any module, whatever its fields: for code that works on modules in general. */
export interface AnyModule {
	/** The module's API name. */
	readonly apiName: string;
	/** The fields by API name, in the order of their description. */
	readonly fields: ReadonlyMap<string, FieldDescriptor>;
	/** How many lookups a path may pass through. */
	readonly hops: Hops;
}
