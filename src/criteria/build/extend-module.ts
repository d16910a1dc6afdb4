import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { FieldDefinitions, Module } from "./define-module.js";
import { describeFields, makeModule } from "./make-module.js";

/** Fields that replace those of the module that is extended. */
export interface ReplacedFields<Name extends PropertyKey> {
	/** API names of fields that the module has already, and that are described anew. */
	readonly replace: readonly Name[];
}

/** The module has a field of this name already. `Instead` says what to do. */
export interface AlreadyAField<Name, Instead> {
	/** The name, and what to do; no value has it. */
	readonly [refused]: [Name, Instead];
}

declare const refused: unique symbol;

/**
 * A module with more fields: what your org added to a standard module. It keeps its API name, the fields that it has and its
 * lookups. A name that it has already is refused, unless it is replaced on purpose.
 *
 * Lookups of other modules go on leading to the module as it was: replace them too where their paths need the new fields.
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
 * @param fields - a descriptor for each field that it gets, by API name.
 * @throws {@link InvalidOptionError} for a name that the module has already and that is not replaced, or the other way round.
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
					`"${name}" is a field of ${apiName} already; name it in replace if it is meant.`,
				)
			: new InvalidOptionError("replace", `"${name}" is no field of ${apiName}, and replaces none.`);
	}
	for (const name of replace) {
		if (!more.has(String(name))) throw new InvalidOptionError("replace", `"${String(name)}" is not described anew.`);
	}
	const all = new Map([...before, ...more]);
	return makeModule(apiName, () => all, hops);
}
