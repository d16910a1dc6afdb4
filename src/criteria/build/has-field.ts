import type { Field } from "../../schema/field.js";
import type { AnyModule } from "../../schema/module-schema.js";
import type { ComparatorsFor } from "./where.js";

/**
 * Any module that has a field of this name and kind: the parameter of a helper that filters by that field only.
 *
 * @example
 * ```ts
 * function changedSince<Name extends string>(module: HasField<"Modified_Time", DateTime, Name>, since: Date): Criteria<Name> {
 *   return module.where("Modified_Time").greaterEqual(since);
 * }
 * changedSince(Contacts, yesterday); // Criteria<"Contacts">
 * ```
 * A helper that needs two fields takes `HasField<"Email", Email, Name> & HasField<"Owner.last_name", Text, Name>`.
 *
 * @typeParam Path - API name of the field, or a path through a lookup.
 * @typeParam Descriptor - its descriptor: `DateTime`, `Text`, `Picklist<"Open" | "Done">`.
 * @typeParam Name - API name of the module; any by default.
 */
export interface HasField<Path extends string, Descriptor extends Field, Name extends string = string>
	extends AnyModule {
	/** The module's API name. */
	readonly apiName: Name;
	/** Begins a condition on the field. */
	readonly where: (path: Path) => ComparatorsFor<Name, Descriptor>;
}
