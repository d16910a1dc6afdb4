import type { DataType } from "./comparators.js";
import type { ModuleSchema } from "./module-schema.js";

/**
 * The names of a module's own fields of some data types, for code that chooses a field: a list in a form, a setting, the
 * parameter of a function. It lists the module, so it costs the compiler as much as the module has fields.
 *
 * @example
 * ```ts
 * type Moment = FieldNames<typeof Contacts, "date" | "datetime">; // "Created_Time" | "Date_of_Birth" | ...
 * ```
 * @typeParam Module - a module, as `typeof Contacts`.
 * @typeParam Type - the data types; every one by default.
 */
export type FieldNames<Module, Type extends DataType = DataType> =
	Module extends ModuleSchema<string, infer Fields>
		? {
				[Name in keyof Fields & string]: Fields[Name] extends { readonly dataType: Type } ? Name : never;
			}[keyof Fields & string]
		: never;
