import { isJsonObject, type JsonObject } from "../../checks/json-object.js";
import { InvalidMetadataError } from "./invalid-metadata-error.js";

/**
 * How reliable a statement is: documented by Zoho, observed in the metadata of a live org or in Zoho's own SDK, or
 * inferred.
 */
export type Certainty = "documented" | "observed" | "inferred";

/** A value of a picklist. */
export interface PicklistValue {
	/** The value itself; it stays the same when the label changes. */
	readonly actual: string;
	/** What users see. */
	readonly display: string;
}

/**
 * What this library's own metadata adds to Zoho's, under the key `provenance`: an org's metadata is certain, while that
 * of the standard modules was gathered.
 */
export interface FieldProvenance {
	readonly certainty?: Certainty;
	/** How certain the target of a lookup is. */
	readonly lookup?: Certainty;
	/** How certain the values of a picklist are. */
	readonly values?: Certainty;
	/** Whether the known values are all that Zoho delivers. */
	readonly valuesComplete: boolean;
	/** The edition, setting or integration without which orgs lack the field. */
	readonly condition?: string;
	/** Whether later versions of the API no longer list the field. */
	readonly legacy: boolean;
	readonly note?: string;
}

/** A field, as Zoho's Fields Metadata API describes it. */
export interface FieldMetadata {
	readonly apiName: string;
	/** Zoho's name for the data type: `ownerlookup`, `multiselectpicklist`. */
	readonly dataType: string;
	/** The org's name for the field. */
	readonly label?: string;
	/** The org's help text. */
	readonly helpText?: string;
	/** What the metadata says about filtering; absent on API version 2. */
	readonly filterable?: boolean;
	/** Whether Zoho stores no value of its own for the field. */
	readonly virtual: boolean;
	/** Whether the field is stored encrypted. */
	readonly encrypted: boolean;
	/** Whether the field is the record's id in another system. */
	readonly external: boolean;
	/** API name of the module that a lookup refers to; `se_module` if each record has its own. */
	readonly lookupModule?: string;
	/** The module with the rows of a subform. */
	readonly associatedModule?: string;
	/** The result type of a formula or roll-up summary. */
	readonly returnType?: string;
	/** The values of a picklist, in the org's order. */
	readonly values: readonly PicklistValue[];
	readonly provenance?: FieldProvenance;
}

/** What this library's own metadata adds to Zoho's for a standard module. */
export interface ModuleProvenance {
	/** Whether bulk read serves the module. */
	readonly bulkRead: "documented" | "unknown" | "lookup target";
	/** Where the fields were gathered. */
	readonly source: string;
}

/** A module, as Zoho's Modules API describes it. */
export interface ModuleMetadata {
	readonly apiName: string;
	/** The org's name for the module. */
	readonly label?: string;
	/** Zoho's word for the module's origin: `default`, `custom`, `linking`, `subform`. */
	readonly generatedType?: string;
	/** Whether the API serves the module at all. */
	readonly apiSupported: boolean;
	readonly provenance?: ModuleProvenance;
}

/** A module with its fields. */
export interface DescribedModule extends ModuleMetadata {
	readonly fields: readonly FieldMetadata[];
}

/** The raw answers of an org, in one document for saving and reading back. */
export interface MetadataAnswers {
	/** The answer of `settings/modules`. */
	readonly modules: unknown;
	/** The answer of `settings/fields?module=`, by the module's API name. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads the metadata of an org. Every key but `api_name` and `data_type` is optional, and `{}`, `null` and a missing
 * key mean the same, since the versions of the API send different ones.
 *
 * @param answers - raw answers, as `fetchMetadata` returns them and as they are saved.
 * @returns the modules for which the answers have fields.
 * @throws {@link InvalidMetadataError} if it is not metadata.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
 * @see https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html
 */
export function parseMetadata(answers: unknown): readonly DescribedModule[] {
	if (!isJsonObject(answers) || !("modules" in answers) || !isJsonObject(answers.fields)) {
		throw new InvalidMetadataError("The document", 'an object with "modules", and with "fields" by module', answers);
	}
	const listed = new Map(parseModules(answers.modules).map((module) => [module.apiName, module]));
	return Object.entries(answers.fields).map(([apiName, answer]) => ({
		...(listed.get(apiName) ?? { apiName, apiSupported: true }),
		fields: parseFields(answer, `fields.${apiName}`),
	}));
}

/**
 * Reads an answer of the Modules API.
 *
 * @param answer - `{ "modules": [...] }`.
 * @throws {@link InvalidMetadataError} if it is not such an answer.
 */
export function parseModules(answer: unknown): readonly ModuleMetadata[] {
	return listIn(answer, "modules", "modules").map(({ item, path }) => ({
		apiName: requiredText(item, "api_name", path),
		apiSupported: item.api_supported !== false,
		...given("label", firstText(item.plural_label, item.actual_plural_label, item.singular_label)),
		...given("generatedType", text(item.generated_type)),
		...given("provenance", moduleProvenance(item.provenance)),
	}));
}

/**
 * Reads an answer of the Fields Metadata API. An empty answer (HTTP 204) means that the module has no fields.
 *
 * @param answer - `{ "fields": [...] }`.
 * @param where - how errors name the answer.
 * @throws {@link InvalidMetadataError} if it is not such an answer.
 */
export function parseFields(answer: unknown, where = "fields"): readonly FieldMetadata[] {
	return listIn(answer, "fields", where).map(({ item, path }) => ({
		apiName: requiredText(item, "api_name", path),
		dataType: requiredText(item, "data_type", path),
		virtual: item.virtual_field === true,
		encrypted: text(record(item.crypt).mode) !== undefined,
		external: text(record(item.external).type) !== undefined,
		values: picklistValues(item.pick_list_values),
		...given("label", firstText(item.field_label, item.display_label)),
		...given("helpText", firstText(record(item.tooltip).value, item.tooltip)),
		...given("filterable", typeof item.filterable === "boolean" ? item.filterable : undefined),
		...given("lookupModule", moduleName(record(item.lookup).module)),
		...given("associatedModule", moduleName(record(item.associated_module).module)),
		...given("returnType", firstText(record(item.formula).return_type, record(item.rollup_summary).return_type)),
		...given("provenance", fieldProvenance(item.provenance)),
	}));
}

interface Item {
	readonly item: JsonObject;
	readonly path: string;
}

function listIn(answer: unknown, key: string, where: string): readonly Item[] {
	if (isAbsent(answer)) return [];
	const list = Array.isArray(answer) ? answer : isJsonObject(answer) ? answer[key] : undefined;
	if (!Array.isArray(list)) throw new InvalidMetadataError(where, `an object with a list "${key}"`, answer);
	const at = Array.isArray(answer) ? where : `${where}.${key}`;
	return list.map((item: unknown, index) => {
		const path = `${at}[${index}]`;
		if (!isJsonObject(item)) throw new InvalidMetadataError(path, "an object", item);
		return { item, path };
	});
}

function isAbsent(answer: unknown): boolean {
	return (
		answer === undefined ||
		answer === null ||
		answer === "" ||
		(isJsonObject(answer) && Object.keys(answer).length === 0)
	);
}

function record(value: unknown): JsonObject {
	return isJsonObject(value) ? value : {};
}

function text(value: unknown): string | undefined {
	return typeof value === "string" && value !== "" ? value : undefined;
}

function firstText(...values: readonly unknown[]): string | undefined {
	return values.map(text).find((value) => value !== undefined);
}

function requiredText(item: JsonObject, key: string, path: string): string {
	const value = text(item[key]);
	if (value === undefined) throw new InvalidMetadataError(`${path}.${key}`, "text", item[key]);
	return value;
}

/** `{ [key]: value }` if there is a value. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [_ in Key]?: Value } {
	// A key that is computed is any text to the compiler.
	return value === undefined ? {} : ({ [key]: value } as { readonly [_ in Key]: Value });
}

/** A module is given by name, or as an object with the name. */
function moduleName(module: unknown): string | undefined {
	return firstText(module, record(module).api_name);
}

function picklistValues(values: unknown): readonly PicklistValue[] {
	const seen = new Map<string, PicklistValue>();
	for (const value of Array.isArray(values) ? values : []) {
		const actual = firstText(record(value).actual_value, record(value).display_value);
		if (actual === undefined || seen.has(actual)) continue;
		seen.set(actual, { actual, display: text(record(value).display_value) ?? actual });
	}
	return [...seen.values()];
}

function certainty(value: unknown): Certainty | undefined {
	return value === "documented" || value === "observed" || value === "inferred" ? value : undefined;
}

function fieldProvenance(value: unknown): FieldProvenance | undefined {
	if (!isJsonObject(value)) return undefined;
	return {
		legacy: value.legacy === true,
		valuesComplete: value.values_complete !== false,
		...given("certainty", certainty(value.certainty)),
		...given("lookup", certainty(value.lookup)),
		...given("values", certainty(value.values)),
		...given("condition", text(value.condition)),
		...given("note", text(value.note)),
	};
}

function moduleProvenance(value: unknown): ModuleProvenance | undefined {
	if (!isJsonObject(value)) return undefined;
	const { bulk_read: bulkRead } = value;
	if (bulkRead !== "documented" && bulkRead !== "unknown" && bulkRead !== "lookup target") return undefined;
	return { bulkRead, source: text(value.source) ?? "" };
}
