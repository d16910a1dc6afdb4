// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type Currency,
	type DateTime,
	type Decimal,
	generatedModule,
	type Integer,
	type Lookup,
	type Module,
	type Owner,
	type Phone,
	type Picklist,
	type SelectOnly,
	type Text,
	type Url,
} from "../criteria/build/descriptors.js";
import { Users } from "./users.js";

/**
 * Accounts. Zoho documents that bulk read exports it.
 *
 * Fields: 26 observed, 18 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Accounts {
	/** Observed. */
	Account_Name: Text;
	/** Observed. */
	Account_Number: BigInteger;
	/** Inferred. */
	Account_Site: Text;
	/**
	 * Observed. Zoho's sample code uses "Customer".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Analyst", "Competitor", "Customer", "Distributor", "Integrator", "Investor", "Other", "Partner", "Press", "Prospect", "Reseller", "Supplier", "Vendor".
	 */
	Account_Type: Picklist<
		| "-None-"
		| "Analyst"
		| "Competitor"
		| "Customer"
		| "Distributor"
		| "Integrator"
		| "Investor"
		| "Other"
		| "Partner"
		| "Press"
		| "Prospect"
		| "Reseller"
		| "Supplier"
		| "Vendor"
	>;
	/** Inferred. */
	Annual_Revenue: Currency;
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
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
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
	/** Observed. */
	Employees: Integer;
	/**
	 * Observed. Only with: data enrichment (Zia).
	 *
	 * Values (documented): "Available", "Enriched", "Data not found".
	 */
	Enrich_Status__s: Picklist<"Available" | "Enriched" | "Data not found">;
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Observed. */
	Fax: Text;
	/** Observed. */
	id: BigInteger;
	/**
	 * Observed. The values are those of Leads; Zoho's sample code also uses "Real Estate".
	 *
	 * Values (inferred): "-None-", "ASP (Application Service Provider)", "Data/Telecom OEM", "ERP (Enterprise Resource Planning)", "Government/Military", "Large Enterprise", "ManagementISV", "MSP (Management Service Provider)", "Network Equipment (Enterprise)" (shown as "Network Equipment Enterprise"), "Non-management ISV", "Optical Networking", "Service Provider", "Small/Medium Enterprise", "Storage Equipment", "Storage Service Provider", "Systems Integrator", "Wireless Industry", "ERP", "Management ISV".
	 */
	Industry: Picklist<
		| "-None-"
		| "ASP (Application Service Provider)"
		| "Data/Telecom OEM"
		| "ERP (Enterprise Resource Planning)"
		| "Government/Military"
		| "Large Enterprise"
		| "ManagementISV"
		| "MSP (Management Service Provider)"
		| "Network Equipment (Enterprise)"
		| "Non-management ISV"
		| "Optical Networking"
		| "Service Provider"
		| "Small/Medium Enterprise"
		| "Storage Equipment"
		| "Storage Service Provider"
		| "Systems Integrator"
		| "Wireless Industry"
		| "ERP"
		| "Management ISV"
	>;
	/** Observed. */
	Last_Activity_Time: DateTime;
	/** Observed. Only with: data enrichment (Zia). */
	Last_Enriched_Time__s: DateTime;
	/**
	 * Inferred.
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
	 * Observed. Zoho's sample code uses "Private".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Other", "Private", "Public", "Subsidiary", "Partnership", "Government", "Privately Held", "Public Company".
	 */
	Ownership: Picklist<
		| "-None-"
		| "Other"
		| "Private"
		| "Public"
		| "Subsidiary"
		| "Partnership"
		| "Government"
		| "Privately Held"
		| "Public Company"
	>;
	/** Observed. The module that it refers to is inferred. */
	Parent_Account: Lookup<Accounts>;
	/** Observed. */
	Phone: Phone;
	/**
	 * Observed.
	 *
	 * Values (inferred): "-None-", "Acquired", "Active", "Market Failed", "Project Cancelled", "ShutDown" (shown as "Shut Down").
	 */
	Rating: Picklist<"-None-" | "Acquired" | "Active" | "Market Failed" | "Project Cancelled" | "ShutDown">;
	/**
	 * Inferred.
	 *
	 * Not filterable (documented): Zoho's sample of fields metadata marks this data type as not filterable; it is unknown whether bulk read exports it.
	 */
	Record_Image: SelectOnly<"text">;
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
	/** Observed. */
	SIC_Code: Integer;
	/** Inferred. */
	Tag: Text;
	/**
	 * Observed. Only with: territory management.
	 *
	 * Not filterable (documented): Zoho's sample of fields metadata marks this data type as not filterable; it is unknown whether bulk read exports it.
	 */
	Territories: SelectOnly<"text">;
	/** Inferred. */
	Ticker_Symbol: Text;
	/** Observed. */
	Website: Url;
}

/**
 * Accounts. Zoho documents that bulk read exports it.
 *
 * Fields: 26 observed, 18 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Accounts: Module<"Accounts", Accounts> = /* @__PURE__ */ generatedModule(
	"Accounts",
	`
	Account_Name text
	Account_Number bigint
	Account_Site text
	Account_Type picklist =["-None-","Analyst","Competitor","Customer","Distributor","Integrator","Investor","Other","Partner","Press","Prospect","Reseller","Supplier","Vendor"]
	Annual_Revenue currency
	Billing_City text
	Billing_Code text
	Billing_Country text
	Billing_State text
	Billing_Street text
	Change_Log_Time__s datetime !filter
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Description textarea !filter
	Employees integer
	Enrich_Status__s picklist =["Available","Enriched","Data not found"]
	Exchange_Rate decimal
	Fax text
	id bigint
	Industry picklist =["-None-","ASP (Application Service Provider)","Data/Telecom OEM","ERP (Enterprise Resource Planning)","Government/Military","Large Enterprise","ManagementISV","MSP (Management Service Provider)","Network Equipment (Enterprise)","Non-management ISV","Optical Networking","Service Provider","Small/Medium Enterprise","Storage Equipment","Storage Service Provider","Systems Integrator","Wireless Industry","ERP","Management ISV"]
	Last_Activity_Time datetime
	Last_Enriched_Time__s datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Ownership picklist =["-None-","Other","Private","Public","Subsidiary","Partnership","Government","Privately Held","Public Company"]
	Parent_Account lookup >Accounts
	Phone phone
	Rating picklist =["-None-","Acquired","Active","Market Failed","Project Cancelled","ShutDown"]
	Record_Image text !filter
	Record_Status__s picklist =["Trash","Available","Draft"]
	Shipping_City text
	Shipping_Code text
	Shipping_Country text
	Shipping_State text
	Shipping_Street text
	SIC_Code integer
	Tag text
	Territories text !filter
	Ticker_Symbol text
	Website url
	`,
	() => ({ Users, Accounts }),
);
