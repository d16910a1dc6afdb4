import { checkText } from "../../checks/check-argument.js";
import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { showGiven } from "../../checks/show-given.js";
import type { AnyHops } from "../../schema/any-hops.js";
import type { DataType } from "../../schema/comparators.js";
import type {
	AutoNumber,
	BigInteger,
	BooleanField,
	Currency,
	DateField,
	DateTime,
	Decimal,
	Email,
	Field,
	FilterableField,
	Integer,
	Lookup,
	LookupDataType,
	MultiSelect,
	Percent,
	Phone,
	Picklist,
	Text,
	TextArea,
	Url,
} from "../../schema/field.js";
import type { AnyModule, FieldDescriptor, ModuleSchema } from "../../schema/module-schema.js";
import { type LookupTargets, parsePackedFields } from "../../schema/packed-fields.js";
import { checkFields, checkKnownValues, checkTarget } from "./check-definition.js";
import { describeFields, makeModule } from "./make-module.js";
import type { Where } from "./where.js";

/**
 * A module of Zoho CRM that can be filtered.
 *
 * @typeParam Name - API name of the module.
 * @typeParam Fields - interface with a descriptor for each field.
 */
export interface Module<out Name extends string, in out Fields> extends ModuleSchema<Name, Fields> {
	/** Starts a condition on a field of this module. */
	readonly where: Where<Name, Fields>;
	/**
	 * The same module with paths through any number of lookups. The API documents one hop; try whether your org accepts
	 * more.
	 */
	anyHops(): Module<Name, AnyHops<Fields>>;
}

/** The fields of a module that was defined by hand: a descriptor for each API name. */
export type FieldDefinitions<Fields> = { readonly [ApiName in keyof Fields]: Field };

/**
 * Defines a module by hand. For an org's own modules, `zoho-bulk-read generate` writes the definition.
 *
 * @example
 * ```ts
 * const Projects = defineModule("Projects", {
 *   Name: text,
 *   Budget: currency,
 *   Stage: picklist("Open", "Done"),
 *   Owner: owner(() => Users),
 * });
 * Projects.where("Budget").greaterThan(1000);
 * ```
 *
 * A module that refers to itself, or to one that refers back to it, needs an interface of its own, since the compiler
 * cannot infer a type from itself. An interface also gives the fields a name in messages and in editors:
 *
 * ```ts
 * interface Tasks {
 *   Subject: Text;
 *   Parent: Lookup<Tasks>;
 * }
 * const Tasks: Module<"Tasks", Tasks> = defineModule("Tasks", { Subject: text, Parent: lookup(() => Tasks) });
 * ```
 * @param apiName - API name of the module.
 * @param fields - a descriptor for each field, by API name.
 * @throws {@link InvalidOptionError} for a field `Id`, or an `id` that is not a {@link bigInteger}: in rows, that is
 * the record's id.
 */
export function defineModule<const Name extends string, Fields extends FieldDefinitions<Fields>>(
	apiName: Name,
	fields: Fields,
): Module<Name, Fields> {
	checkText(apiName, "apiName");
	checkFields(fields);
	const described = describeFields(fields);
	refuseOtherIds(apiName, described);
	// At run time a module has no literal types: its type is what the compiler was told about the fields.
	return makeModule(apiName, () => described, 1) as unknown as Module<Name, Fields>;
}

/** A row has its record's id under `Id`, whether the file says `Id` or `id`: nothing else can use that name. */
function refuseOtherIds(module: string, fields: ReadonlyMap<string, FieldDescriptor>): void {
	const isTaken = fields.get("Id")?.exportable ?? false;
	const id = fields.get("id");
	if (!isTaken && (id === undefined || id.dataType === "bigint")) return;
	const name = isTaken ? "Id" : "id";
	const sentence = `in rows of ${module}, "Id" is the record's own id, which every result has. Leave out the field ${name}; describe the record's id as id: bigInteger.`;
	throw new InvalidOptionError(`fields.${name}`, sentence);
}

/**
 * Makes a module from generated text. Generated files call it; the type is in the annotation beside the call.
 *
 * @param apiName - API name of the module.
 * @param packed - the fields, in the form that `parsePackedFields` reads.
 * @param targets - the modules that its lookups refer to.
 */
export function generatedModule<Name extends string, Fields>(
	apiName: Name,
	packed: string,
	targets: LookupTargets,
): Module<Name, Fields> {
	checkText(apiName, "apiName");
	if (typeof packed !== "string") throw new InvalidOptionError("packed", `${showGiven(packed)} is not packed fields.`);
	// As above: the annotation in the generated file gives the type.
	return makeModule(apiName, () => parsePackedFields(packed, targets), 1) as unknown as Module<Name, Fields>;
}

/* @__NO_SIDE_EFFECTS__ */
const plain = <Type extends DataType>(dataType: Type): FilterableField & { readonly dataType: Type } => ({
	dataType,
	filterable: true,
	exportable: true,
});

/** A whole number. */
export const integer: Integer = plain("integer");
/** A whole number of up to 19 digits. */
export const bigInteger: BigInteger = plain("bigint");
/** A number with decimals. */
export const decimal: Decimal = plain("decimal");
/** An amount. */
export const currency: Currency = plain("currency");
/** A percentage. */
export const percent: Percent = plain("percent");
/** One line of text. */
export const text: Text = plain("text");
/** An e-mail address. */
export const email: Email = plain("email");
/** A phone number. */
export const phone: Phone = plain("phone");
/** A web address. */
export const url: Url = plain("url");
/** Several lines of text. */
export const textArea: TextArea = plain("textarea");
/** A number that Zoho assigns. */
export const autoNumber: AutoNumber = plain("autonumber");
/** A day without time. */
export const date: DateField = plain("date");
/** A moment. */
export const dateTime: DateTime = plain("datetime");
/** True or false. */
export const boolean: BooleanField = plain("boolean");

/** A picklist. Editors complete the known values; any text is accepted. */
export function picklist<const Known extends string>(...values: readonly Known[]): Picklist<Known> {
	checkKnownValues(values);
	// `known` exists in the type only, and is never read.
	return Object.assign(plain("picklist"), { values }) as unknown as Picklist<Known>;
}

/** A multi-select. Editors complete the known values; any text is accepted. */
export function multiSelect<const Known extends string>(...values: readonly Known[]): MultiSelect<Known> {
	checkKnownValues(values);
	// As for a picklist.
	return Object.assign(plain("multi-select"), { values }) as unknown as MultiSelect<Known>;
}

/** A reference to a record of another module. The module is given as a function, so that modules may refer to each other. */
export function lookup<Name extends string, Fields>(module: () => ModuleSchema<Name, Fields>): Lookup<Fields> {
	return reference("lookup", module);
}

/** A reference to the user who owns the record. */
export function owner<Name extends string, Fields>(module: () => ModuleSchema<Name, Fields>): Lookup<Fields, "owner"> {
	return reference("owner", module);
}

/** A reference to a user. */
export function user<Name extends string, Fields>(module: () => ModuleSchema<Name, Fields>): Lookup<Fields, "user"> {
	return reference("user", module);
}

function reference<Fields, Type extends LookupDataType>(dataType: Type, module: () => AnyModule): Lookup<Fields, Type> {
	checkTarget(module);
	// `target` exists in the type only, and is never read: at run time the module is asked for its fields when a path
	// is resolved.
	return Object.assign(plain(dataType), { module }) as unknown as Lookup<Fields, Type>;
}
