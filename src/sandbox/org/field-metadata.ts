import type { DataType } from "../../schema/comparators.js";
import type { AnyModule, FieldDescriptor } from "../../schema/module-schema.js";
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

/** Zoho's names for our data types. */
const zohoTypes: Readonly<
	Record<DataType, { readonly data_type: string; readonly json_type: string; readonly length: number }>
> = {
	integer: { data_type: "integer", json_type: "integer", length: 9 },
	bigint: { data_type: "bigint", json_type: "string", length: 19 },
	decimal: { data_type: "double", json_type: "double", length: 16 },
	currency: { data_type: "currency", json_type: "double", length: 16 },
	percent: { data_type: "percent", json_type: "double", length: 5 },
	text: { data_type: "text", json_type: "string", length: 255 },
	email: { data_type: "email", json_type: "string", length: 100 },
	phone: { data_type: "phone", json_type: "string", length: 30 },
	url: { data_type: "website", json_type: "string", length: 450 },
	picklist: { data_type: "picklist", json_type: "string", length: 120 },
	"multi-select": { data_type: "multiselectpicklist", json_type: "jsonarray", length: 765 },
	textarea: { data_type: "textarea", json_type: "string", length: 2000 },
	autonumber: { data_type: "autonumber", json_type: "string", length: 255 },
	date: { data_type: "date", json_type: "string", length: 20 },
	datetime: { data_type: "datetime", json_type: "string", length: 120 },
	boolean: { data_type: "boolean", json_type: "boolean", length: 5 },
	lookup: { data_type: "lookup", json_type: "jsonobject", length: 120 },
	owner: { data_type: "ownerlookup", json_type: "jsonobject", length: 120 },
	user: { data_type: "userlookup", json_type: "jsonobject", length: 120 },
};

/** A field that bulk read does not export; the commonest are subforms. */
const notExported = { data_type: "subform", json_type: "jsonarray" };

/** A field, as Zoho's Fields Metadata API describes it; whatever does not apply is `{}`, `null` or an empty list. */
export function writeFieldMetadata(field: FieldDescriptor, module: AnyModule, org: Org): object {
	const { length, ...types } = zohoTypes[field.dataType];
	const label = field.apiName.replace(/^\$|__s$/g, "").replaceAll("_", " ");
	const standsForUser = types.data_type === "ownerlookup" || types.data_type === "userlookup";
	const id = org.fieldId(module, field.apiName);
	return {
		id,
		api_name: field.apiName,
		field_label: label,
		display_label: label,
		...(field.exportable ? { ...types, length } : notExported),
		decimal_place: types.json_type === "double" ? 2 : null,
		currency: field.dataType === "currency" ? { rounding_option: "normal", precision: 2 } : {},
		pick_list_values: field.values.map((value, index) => writePicklistValue(value, index, id)),
		lookup: field.target === undefined || standsForUser ? {} : writeLookup(field.target(), label, org),
		multiselectlookup: {},
		formula: {},
		auto_number: field.dataType === "autonumber" ? { prefix: "", suffix: "", start_number: 1 } : {},
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
	const plural = module.apiName.replaceAll("_", " ");
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
