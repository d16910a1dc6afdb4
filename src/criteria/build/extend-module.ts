import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { FieldDefinitions, Module } from "./define-module.js";
import { describeFields, makeModule } from "./make-module.js";

/** Which fields of the module are replaced. */
export interface ReplacedFields<Name extends PropertyKey> {
	/** API names of fields that the module already has, and that are replaced. */
	readonly replace: readonly Name[];
}

/** The module already has a field of this name. `Instead` says what to do. */
export interface AlreadyAField<Name, Instead> {
	/** The name, and what to do; no value has it. */
	readonly [refused]: [Name, Instead];
}

declare const refused: unique symbol;

/**
 * A module with more fields, such as those your org added to a standard module. It keeps its API name, its fields and
 * its lookups. A name that it already has is refused, unless it is replaced on purpose.
 *
 * Lookups of other modules still lead to the original module: replace them too if their paths need the new fields.
 *
 * @example
 * ```ts
 * const Loyalty = defineModule("Loyalty", { Points: integer });
 * const MyContacts = extendModule(Contacts, {
 *   Region__c: picklist("North", "South"),
 *   Loyalty: lookup(() => Loyalty),
 * });
 * MyContacts.where("Region__c").equal("North").and(MyContacts.where("Loyalty.Points").greaterThan(100));
 *
 * const MyDeals = extendModule(Deals, { Contact_Name: lookup(() => MyContacts) }, { replace: ["Contact_Name"] });
 * ```
 *
 * As with {@link defineModule}, an interface gives the fields a name in messages and in editors:
 *
 * ```ts
 * interface MyContacts extends Contacts {
 *   Region__c: Picklist<"North" | "South">;
 * }
 * const MyContacts: Module<"Contacts", MyContacts> = extendModule(Contacts, { Region__c: picklist("North", "South") });
 * ```
 * @param module - the module as it is.
 * @param fields - a descriptor for each new field, by API name.
 * @throws {@link InvalidOptionError} for a name that the module already has and that is not replaced, or a replaced one
 * that it does not have.
 */
export function extendModule<Name extends string, Fields, More extends FieldDefinitions<More>>(
	module: Module<Name, Fields>,
	fields: More & { readonly [Twin in keyof More & keyof Fields]: AlreadyAField<Twin, "name it in replace"> },
): Module<Name, Fields & More>;
// `Omit`, and not `Except` of type-fest: editors show that one field by field.
export function extendModule<
	Name extends string,
	Fields,
	More extends FieldDefinitions<More>,
	const Replaced extends keyof More & keyof Fields,
>(
	module: Module<Name, Fields>,
	fields: More & {
		readonly [Twin in Exclude<keyof More & keyof Fields, Replaced>]: AlreadyAField<Twin, "name it in replace">;
	},
	options: ReplacedFields<Replaced>,
): Module<Name, Omit<Fields, Replaced> & More>;
export function extendModule<Name extends string, Fields>(
	{ apiName, fields: before, hops }: Module<Name, Fields>,
	fields: object,
	{ replace = [] }: Partial<ReplacedFields<PropertyKey>> = {},
): unknown {
	const more = describeFields(fields);
	for (const name of more.keys()) {
		if (before.has(name) === replace.includes(name)) continue;
		throw before.has(name)
			? new InvalidOptionError(
					"fields",
					`"${name}" is a field of ${apiName} already; if you mean to replace it, name it in replace.`,
				)
			: new InvalidOptionError("replace", `"${name}" is not a field of ${apiName}, so there is nothing to replace.`);
	}
	for (const name of replace) {
		if (!more.has(String(name)))
			throw new InvalidOptionError("replace", `"${String(name)}" is named in replace, but has no new descriptor.`);
	}
	const all = new Map([...before, ...more]);
	return makeModule(apiName, () => all, hops);
}
