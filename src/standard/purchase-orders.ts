// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type Currency,
	type DateField,
	type DateTime,
	type Decimal,
	generatedModule,
	type Lookup,
	type Module,
	type NotExported,
	type Owner,
	type Percent,
	type Picklist,
	type SelectOnly,
	type Text,
} from "../criteria/build/descriptors.js";
import { Contacts } from "./contacts.js";
import { Users } from "./users.js";
import { Vendors } from "./vendors.js";

/**
 * Purchase_Orders. Zoho documents that bulk read exports it.
 *
 * Fields: 18 observed, 29 inferred. Sources: Zoho's SDK 8.0; Zoho's v8 portal sample; data types by analogy with Sales_Orders.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Purchase_Orders {
	/** Inferred. */
	Adjustment: Currency;
	/** Inferred. */
	Billing_City: Text;
	/** Inferred. */
	Billing_Code: Text;
	/** Inferred. */
	Billing_Country: Text;
	/** Inferred. */
	Billing_State: Text;
	/** Inferred. */
	Billing_Street: Text;
	/**
	 * Observed.
	 *
	 * Values (inferred): "FedEX", "UPS", "USPS", "DHL", "BlueDart".
	 */
	Carrier: Picklist<"FedEX" | "UPS" | "USPS" | "DHL" | "BlueDart">;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/** Observed. The module that it refers to is inferred. */
	Contact_Name: Lookup<Contacts>;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/** Observed. Only with: multiple currencies. */
	Currency: Picklist;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Inferred. */
	Discount: Currency;
	/** Inferred. The API name is documented (orgs since 2025), the data type is a guess. */
	Discount_Percentage__s: Percent;
	/** Inferred. The API name is documented (orgs since 2025), the data type is a guess. */
	Discount_Type__s: Picklist;
	/** Observed. */
	Due_Date: DateField;
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Inferred. */
	Excise_Duty: Currency;
	/** Inferred. */
	Grand_Total: Currency;
	/** Observed. */
	id: BigInteger;
	/** Inferred. Many orgs have it; Zoho's SDK does not list it. */
	Last_Activity_Time: DateTime;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
	/** Observed. */
	Locked__s: BooleanField;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	Owner: Owner<Users>;
	/** Observed. */
	PO_Date: DateField;
	/** Inferred. */
	PO_Number: Text;
	/**
	 * Observed. The name of the line items in the records API v2 and v2.1. Only in older versions of the API.
	 *
	 * Neither exported nor filterable (documented): the rows of a subform are a separate module, and are exported as such.
	 */
	Product_Details: NotExported<"text">;
	/**
	 * Inferred.
	 *
	 * Neither exported nor filterable (documented): the rows of a subform are a separate module, and are exported as such. Export Purchase_Items instead.
	 */
	Purchase_Items: NotExported<"text">;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Inferred. */
	Requisition_No: Text;
	/** Inferred. */
	Sales_Commission: Currency;
	/** Inferred. */
	Shipping_City: Text;
	/** Inferred. */
	Shipping_Code: Text;
	/** Inferred. */
	Shipping_Country: Text;
	/** Inferred. */
	Shipping_State: Text;
	/** Inferred. */
	Shipping_Street: Text;
	/**
	 * Observed.
	 *
	 * Values (inferred, perhaps not all): "Created", "Approved", "Delivered", "Cancelled".
	 */
	Status: Picklist<"Created" | "Approved" | "Delivered" | "Cancelled">;
	/** Inferred. */
	Sub_Total: Currency;
	/** Inferred. */
	Subject: Text;
	/** Inferred. */
	Tag: Text;
	/** Inferred. */
	Tax: Currency;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Terms_and_Conditions: SelectOnly<"textarea">;
	/** Inferred. */
	Tracking_Number: Text;
	/** Observed. The module that it refers to is inferred. */
	Vendor_Name: Lookup<Vendors>;
}

/**
 * Purchase_Orders. Zoho documents that bulk read exports it.
 *
 * Fields: 18 observed, 29 inferred. Sources: Zoho's SDK 8.0; Zoho's v8 portal sample; data types by analogy with Sales_Orders.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Purchase_Orders: Module<"Purchase_Orders", Purchase_Orders> = /* @__PURE__ */ generatedModule(
	"Purchase_Orders",
	`
	Adjustment currency
	Billing_City text
	Billing_Code text
	Billing_Country text
	Billing_State text
	Billing_Street text
	Carrier picklist =["FedEX","UPS","USPS","DHL","BlueDart"]
	Change_Log_Time__s datetime !filter
	Contact_Name lookup >Contacts
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Description textarea !filter
	Discount currency
	Discount_Percentage__s percent
	Discount_Type__s picklist
	Due_Date date
	Exchange_Rate decimal
	Excise_Duty currency
	Grand_Total currency
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	PO_Date date
	PO_Number text
	Product_Details text !export
	Purchase_Items text !export
	Record_Status__s picklist =["Trash","Available","Draft"]
	Requisition_No text
	Sales_Commission currency
	Shipping_City text
	Shipping_Code text
	Shipping_Country text
	Shipping_State text
	Shipping_Street text
	Status picklist =["Created","Approved","Delivered","Cancelled"]
	Sub_Total currency
	Subject text
	Tag text
	Tax currency
	Terms_and_Conditions textarea !filter
	Tracking_Number text
	Vendor_Name lookup >Vendors
	`,
	() => ({ Contacts, Users, Vendors }),
);
