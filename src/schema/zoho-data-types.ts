import type { DataType } from "./comparators.js";

/**
 * What the metadata of an org calls each data type.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
 */
export const zohoDataTypes: Readonly<Record<DataType, string>> = {
	integer: "integer",
	bigint: "bigint",
	decimal: "double",
	currency: "currency",
	percent: "percent",
	text: "text",
	email: "email",
	phone: "phone",
	url: "website",
	picklist: "picklist",
	"multi-select": "multiselectpicklist",
	textarea: "textarea",
	autonumber: "autonumber",
	date: "date",
	datetime: "datetime",
	boolean: "boolean",
	lookup: "lookup",
	owner: "ownerlookup",
	user: "userlookup",
};
