import type { DataType } from "../../schema/comparators.js";
import { type AnyModule, type FieldDescriptor, nameAsWords } from "../../schema/module-schema.js";
import { byDataType } from "../../schema/value-kinds.js";
import { zohoDataTypes } from "../../schema/zoho-data-types.js";
import type { CustomView } from "./custom-view.js";
import { makeId } from "./ids.js";
import type { Org } from "./org.js";

/** Answers that are served as they are: the form in which an org's metadata is saved. */
export interface RawMetadata {
	/** The answer of `settings/modules`: `{ "modules": [...] }`. */
	readonly modules?: unknown;
	/** The answers of `settings/fields?module=`, by the module's API name: `{ "fields": [...] }`. */
	readonly fields?: Readonly<Record<string, unknown>>;
	/** The answers of `settings/custom_views?module=`, by the module's API name: `{ "custom_views": [...] }`. */
	readonly customViews?: Readonly<Record<string, unknown>>;
}

/** What the metadata says of the JSON of a value. */
const jsonTypes = byDataType({
	integer: "integer",
	digits: "string",
	decimal: "double",
	text: "string",
	choice: "string",
	choices: "jsonarray",
	day: "string",
	moment: "string",
	boolean: "boolean",
	id: "jsonobject",
});

/** How many characters the metadata says that a field holds. */
const lengths: Readonly<Record<DataType, number>> = {
	integer: 9,
	bigint: 19,
	decimal: 16,
	currency: 16,
	percent: 5,
	text: 255,
	email: 100,
	phone: 30,
	url: 450,
	picklist: 120,
	"multi-select": 765,
	textarea: 2000,
	autonumber: 255,
	date: 20,
	datetime: 120,
	boolean: 5,
	lookup: 120,
	owner: 120,
	user: 120,
};

/** A field that bulk read does not export; the commonest are subforms. */
const notExported = { data_type: "subform", json_type: "jsonarray" };

/** A field, as Zoho's Fields Metadata API describes it; whatever does not apply is `{}`, `null` or an empty list. */
export function writeFieldMetadata(field: FieldDescriptor, module: AnyModule, org: Org): object {
	const { dataType } = field;
	const types = { data_type: zohoDataTypes[dataType], json_type: jsonTypes[dataType] };
	const label = nameAsWords(field.apiName);
	const standsForUser = dataType === "owner" || dataType === "user";
	const id = org.fieldId(module, field.apiName);
	return {
		id,
		api_name: field.apiName,
		field_label: label,
		display_label: label,
		...(field.exportable ? { ...types, length: lengths[dataType] } : notExported),
		decimal_place: types.json_type === "double" ? 2 : null,
		currency: dataType === "currency" ? { rounding_option: "normal", precision: 2 } : {},
		pick_list_values: field.values.map((value, index) => writePicklistValue(value, index, id)),
		lookup: field.target === undefined || standsForUser ? {} : writeLookup(field.target(), label, org),
		multiselectlookup: {},
		formula: {},
		auto_number: dataType === "autonumber" ? { prefix: "", suffix: "", start_number: 1 } : {},
		unique: {},
		custom_field: false,
		system_mandatory: false,
		read_only: false,
		visible: true,
		virtual_field: !field.exportable,
		filterable: field.filterable,
		sortable: field.filterable,
		searchable: field.filterable,
		crypt: org.encrypts(module, field.apiName) ? { mode: "decryption", status: 1 } : null,
	};
}

function writePicklistValue(value: string, index: number, fieldId: string): object {
	const id = makeId("picklistValue", Number(fieldId.slice(-8)) * 100 + index);
	return {
		id,
		display_value: value,
		actual_value: value,
		reference_value: value,
		sequence_number: index + 1,
		type: "used",
	};
}

function writeLookup(target: AnyModule, label: string, org: Org): object {
	return { module: { api_name: target.apiName, id: org.moduleId(target) }, display_label: label, api_name: label };
}

/** A module, as Zoho's Modules API describes it. */
export function writeModuleMetadata(module: AnyModule, org: Org): object {
	const plural = nameAsWords(module.apiName);
	const singular = plural.replace(/s$/, "");
	return {
		id: org.moduleId(module),
		api_name: module.apiName,
		module_name: module.apiName,
		singular_label: singular,
		plural_label: plural,
		actual_singular_label: singular,
		actual_plural_label: plural,
		generated_type: "default",
		api_supported: true,
		status: "visible",
		visibility: 1,
		viewable: true,
		creatable: true,
		editable: true,
		deletable: true,
		parent_module: {},
		profiles: [],
	};
}

/** A custom view, as Zoho's Custom Views API describes it. */
export function writeCustomView(view: CustomView): object {
	const ofAll = view.criteria === undefined;
	return {
		id: view.id,
		name: view.name,
		system_name: ofAll ? "ALLVIEWS" : null,
		display_value: view.name,
		category: ofAll ? "public_views" : "created_by_me",
		default: ofAll,
		system_defined: ofAll,
		favorite: null,
	};
}
