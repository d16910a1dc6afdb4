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
import { Users } from "./users.js";

/**
 * Quotes. Zoho documents that bulk read exports it.
 *
 * Fields: 19 observed, 25 inferred. Sources: Zoho's SDK 8.0; Zoho's v8 portal sample; data types by analogy with Sales_Orders.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Quotes {
	/** Observed. The module that it refers to is inferred. */
	Account_Name: Lookup<Accounts>;
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
	/** Observed. The module that it refers to is inferred. */
	Deal_Name: Lookup<Deals>;
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
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
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
	/**
	 * Observed. The name of the line items in the records API v2 and v2.1. Only in older versions of the API.
	 *
	 * Neither exported nor filterable (documented): the rows of a subform are a separate module, and are exported as such.
	 */
	Product_Details: NotExported<"text">;
	/** Observed. */
	Quote_Number: AutoNumber;
	/**
	 * Observed. Zoho's sample code uses "Draft".
	 *
	 * Values (inferred, perhaps not all): "Draft", "Negotiation", "Delivered", "On Hold", "Confirmed", "Closed Won", "Closed Lost".
	 */
	Quote_Stage: Picklist<"Draft" | "Negotiation" | "Delivered" | "On Hold" | "Confirmed" | "Closed Won" | "Closed Lost">;
	/**
	 * Inferred.
	 *
	 * Neither exported nor filterable (documented): the rows of a subform are a separate module, and are exported as such. Export Quoted_Items instead.
	 */
	Quoted_Items: NotExported<"text">;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
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
	/** Inferred. */
	Sub_Total: Currency;
	/** Inferred. */
	Subject: Text;
	/** Inferred. */
	Tag: Text;
	/** Inferred. */
	Tax: Currency;
	/** Inferred. */
	Team: Text;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Terms_and_Conditions: SelectOnly<"textarea">;
	/** Observed. */
	Valid_Till: DateField;
}

/**
 * Quotes. Zoho documents that bulk read exports it.
 *
 * Fields: 19 observed, 25 inferred. Sources: Zoho's SDK 8.0; Zoho's v8 portal sample; data types by analogy with Sales_Orders.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Quotes: Module<"Quotes", Quotes> = /* @__PURE__ */ generatedModule(
	"Quotes",
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
	Deal_Name lookup >Deals
	Description textarea !filter
	Discount currency
	Discount_Percentage__s percent
	Discount_Type__s picklist
	Exchange_Rate decimal
	Grand_Total currency
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Product_Details text !export
	Quote_Number autonumber
	Quote_Stage picklist =["Draft","Negotiation","Delivered","On Hold","Confirmed","Closed Won","Closed Lost"]
	Quoted_Items text !export
	Record_Status__s picklist =["Trash","Available","Draft"]
	Shipping_City text
	Shipping_Code text
	Shipping_Country text
	Shipping_State text
	Shipping_Street text
	Sub_Total currency
	Subject text
	Tag text
	Tax currency
	Team text
	Terms_and_Conditions textarea !filter
	Valid_Till date
	`,
	() => ({ Accounts, Contacts, Users, Deals }),
);
