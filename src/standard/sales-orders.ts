// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type AutoNumber,
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
import { Accounts } from "./accounts.js";
import { Contacts } from "./contacts.js";
import { Deals } from "./deals.js";
import { Quotes } from "./quotes.js";
import { Users } from "./users.js";

/**
 * Sales_Orders. Zoho documents that bulk read exports it.
 *
 * Fields: 32 documented, 10 observed, 7 inferred. Sources: Zoho's SDK 8.0 for names; Zoho's v8 layouts sample for data types; Zoho's v8 portal sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Sales_Orders {
	/** Documented. */
	Account_Name: Lookup<Accounts>;
	/** Documented. */
	Adjustment: Currency;
	/** Documented. */
	Billing_City: Text;
	/** Documented. */
	Billing_Code: Text;
	/** Documented. */
	Billing_Country: Text;
	/** Documented. */
	Billing_State: Text;
	/** Documented. */
	Billing_Street: Text;
	/**
	 * Documented.
	 *
	 * Values (observed): "FedEX", "UPS", "USPS", "DHL", "BlueDart".
	 */
	Carrier: Picklist<"FedEX" | "UPS" | "USPS" | "DHL" | "BlueDart">;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/** Documented. */
	Contact_Name: Lookup<Contacts>;
	/** Documented. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/** Observed. Only with: multiple currencies. */
	Currency: Picklist;
	/** Documented. */
	Customer_No: Text;
	/** Documented. */
	Deal_Name: Lookup<Deals>;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Documented. */
	Discount: Currency;
	/** Inferred. The API name is documented (orgs since 2025), the data type is a guess. */
	Discount_Percentage__s: Percent;
	/** Inferred. The API name is documented (orgs since 2025), the data type is a guess. */
	Discount_Type__s: Picklist;
	/** Documented. */
	Due_Date: DateField;
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Documented. */
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
	/**
	 * Documented.
	 *
	 * Neither exported nor filterable (documented): the rows of a subform are a separate module, and are exported as such. Export Ordered_Items instead.
	 */
	Ordered_Items: NotExported<"text">;
	/** Documented. */
	Owner: Owner<Users>;
	/** Documented. */
	Pending: Text;
	/**
	 * Observed. The name of the line items in the records API v2 and v2.1. Only in older versions of the API.
	 *
	 * Neither exported nor filterable (documented): the rows of a subform are a separate module, and are exported as such.
	 */
	Product_Details: NotExported<"text">;
	/** Documented. */
	Purchase_Order: Text;
	/** Documented. */
	Quote_Name: Lookup<Quotes>;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Documented. */
	Sales_Commission: Currency;
	/** Documented. */
	Shipping_City: Text;
	/** Documented. */
	Shipping_Code: Text;
	/** Documented. */
	Shipping_Country: Text;
	/** Documented. */
	Shipping_State: Text;
	/** Documented. */
	Shipping_Street: Text;
	/** Documented. */
	SO_Number: AutoNumber;
	/**
	 * Documented.
	 *
	 * Values (observed): "Created", "Approved", "Delivered", "Cancelled".
	 */
	Status: Picklist<"Created" | "Approved" | "Delivered" | "Cancelled">;
	/** Documented. */
	Sub_Total: Currency;
	/** Documented. */
	Subject: Text;
	/** Documented. */
	Tag: Text;
	/** Documented. */
	Tax: Currency;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Terms_and_Conditions: SelectOnly<"textarea">;
}

/**
 * Sales_Orders. Zoho documents that bulk read exports it.
 *
 * Fields: 32 documented, 10 observed, 7 inferred. Sources: Zoho's SDK 8.0 for names; Zoho's v8 layouts sample for data types; Zoho's v8 portal sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Sales_Orders: Module<"Sales_Orders", Sales_Orders> = /* @__PURE__ */ generatedModule(
	"Sales_Orders",
	`
	Account_Name lookup >Accounts
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
	Customer_No text
	Deal_Name lookup >Deals
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
	Ordered_Items text !export
	Owner owner >Users
	Pending text
	Product_Details text !export
	Purchase_Order text
	Quote_Name lookup >Quotes
	Record_Status__s picklist =["Trash","Available","Draft"]
	Sales_Commission currency
	Shipping_City text
	Shipping_Code text
	Shipping_Country text
	Shipping_State text
	Shipping_Street text
	SO_Number autonumber
	Status picklist =["Created","Approved","Delivered","Cancelled"]
	Sub_Total currency
	Subject text
	Tag text
	Tax currency
	Terms_and_Conditions textarea !filter
	`,
	() => ({ Accounts, Contacts, Users, Deals, Quotes }),
);
