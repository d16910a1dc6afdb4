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
	type Integer,
	type Lookup,
	type Module,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
} from "../criteria/build/descriptors.js";
import { Accounts } from "./accounts.js";
import { Campaigns } from "./campaigns.js";
import { Contacts } from "./contacts.js";
import { Users } from "./users.js";

/**
 * Deals. Zoho documents that bulk read exports it.
 *
 * Fields: 49 observed, 5 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Deals {
	/** Observed. The module that it refers to is inferred. */
	Account_Name: Lookup<Accounts>;
	/** Observed. Only with: the Google Ads integration. */
	Ad: Text;
	/** Observed. Only with: the Google Ads integration. */
	Ad_Campaign_Name: Text;
	/** Observed. Only with: the Google Ads integration. */
	Ad_Click_Date: DateField;
	/** Observed. Only with: the Google Ads integration. */
	Ad_Network: Picklist;
	/** Observed. Only with: the Google Ads integration. */
	AdGroup_Name: Text;
	/** Observed. Only with: the Google Ads integration. */
	ADGROUPID: Text;
	/** Observed. Only with: the Google Ads integration. */
	ADID: Text;
	/** Observed. */
	Amount: Currency;
	/** Observed. The module that it refers to is inferred. */
	Campaign_Source: Lookup<Campaigns>;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/** Observed. Only with: the Google Ads integration. */
	Click_Type: Picklist;
	/** Observed. */
	Closing_Date: DateField;
	/** Observed. The module that it refers to is inferred. */
	Contact_Name: Lookup<Contacts>;
	/** Observed. Only with: the Google Ads integration. */
	Conversion_Export_Status: Picklist;
	/** Observed. Only with: the Google Ads integration. */
	Conversion_Exported_On: DateTime;
	/** Observed. Only with: the Google Ads integration. */
	Cost_per_Click: Currency;
	/** Observed. Only with: the Google Ads integration. */
	Cost_per_Conversion: Currency;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/** Observed. Only with: multiple currencies. */
	Currency: Picklist;
	/** Observed. Zoho's SDK 2.0 lists it, its SDK 8.0 does not. Only in older versions of the API. */
	Deal_Category_Status: Picklist;
	/** Inferred. */
	Deal_Name: Text;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Observed. Only with: the Google Ads integration. */
	Device_Type: Picklist;
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Observed. */
	Expected_Revenue: Currency;
	/** Observed. Only with: the Google Ads integration. */
	GADCONFIGID: Text;
	/** Observed. Only with: the Google Ads integration. */
	GCLID: Text;
	/** Observed. */
	id: BigInteger;
	/** Observed. Only with: the Google Ads integration. */
	Keyword: Text;
	/** Observed. Only with: the Google Ads integration. */
	KEYWORDID: Text;
	/** Observed. */
	Last_Activity_Time: DateTime;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
	/** Observed. */
	Lead_Conversion_Time: Integer;
	/**
	 * Observed. The values are those of a new org (2026); older orgs have "OnlineStore", "Twitter", "Google+", "Sales Mail Alias" and "Seminar-Internal".
	 *
	 * Values: "-None-", "Advertisement", "Cold Call", "Employee Referral", "External Referral", "Online Store", "Partner", "X (Twitter)", "Facebook", "Public Relations", "Sales Email Alias", "Seminar Partner", "Internal Seminar", "Trade Show", "Web Download", "Web Research", "Web Cases", "Web Mail", "Chat".
	 */
	Lead_Source: Picklist<
		| "-None-"
		| "Advertisement"
		| "Cold Call"
		| "Employee Referral"
		| "External Referral"
		| "Online Store"
		| "Partner"
		| "X (Twitter)"
		| "Facebook"
		| "Public Relations"
		| "Sales Email Alias"
		| "Seminar Partner"
		| "Internal Seminar"
		| "Trade Show"
		| "Web Download"
		| "Web Research"
		| "Web Cases"
		| "Web Mail"
		| "Chat"
	>;
	/** Observed. */
	Locked__s: BooleanField;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Inferred. */
	Next_Step: Text;
	/** Observed. */
	Overall_Sales_Duration: Integer;
	/** Observed. */
	Owner: Owner<Users>;
	/**
	 * Observed. Only with: pipelines.
	 *
	 * Values (perhaps not all): "Standard (Standard)".
	 */
	Pipeline: Picklist<"Standard (Standard)">;
	/** Observed. */
	Probability: Integer;
	/** Observed. Only with: the Google Ads integration. */
	Reason_for_Conversion_Failure: Picklist;
	/**
	 * Observed.
	 *
	 * Values (inferred, perhaps not all): "-None-", "Expectation Mismatch", "Price", "Unqualified Customer", "Lack of response", "Missed Follow Ups", "Wrong Target", "Competition", "Future Interest", "Other".
	 */
	Reason_For_Loss__s: Picklist<
		| "-None-"
		| "Expectation Mismatch"
		| "Price"
		| "Unqualified Customer"
		| "Lack of response"
		| "Missed Follow Ups"
		| "Wrong Target"
		| "Competition"
		| "Future Interest"
		| "Other"
	>;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Observed. */
	Sales_Cycle_Duration: Integer;
	/** Observed. Only with: the Google Ads integration. */
	Search_Partner_Network: Picklist;
	/**
	 * Observed.
	 *
	 * Values (documented): "Qualification", "Needs Analysis", "Value Proposition", "Id. Decision Makers" (shown as "Identify Decision Makers"), "Proposal/Price Quote", "Negotiation/Review", "Closed Won", "Closed Lost", "Closed Lost to Competition" (shown as "Closed-Lost to Competition").
	 */
	Stage: Picklist<
		| "Qualification"
		| "Needs Analysis"
		| "Value Proposition"
		| "Id. Decision Makers"
		| "Proposal/Price Quote"
		| "Negotiation/Review"
		| "Closed Won"
		| "Closed Lost"
		| "Closed Lost to Competition"
	>;
	/** Inferred. */
	Tag: Text;
	/**
	 * Observed. Only with: territory management.
	 *
	 * Not filterable (documented): Zoho's sample of fields metadata marks this data type as not filterable; it is unknown whether bulk read exports it.
	 */
	Territory: SelectOnly<"text">;
	/**
	 * Observed. Zoho's sample code uses "New Business".
	 *
	 * Values: "-None-", "Existing Business", "New Business".
	 */
	Type: Picklist<"-None-" | "Existing Business" | "New Business">;
	/** Observed. Only with: the Google Ads integration. */
	ZCAMPAIGNID: Text;
}

/**
 * Deals. Zoho documents that bulk read exports it.
 *
 * Fields: 49 observed, 5 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Deals: Module<"Deals", Deals> = /* @__PURE__ */ generatedModule(
	"Deals",
	`
	Account_Name lookup >Accounts
	Ad text
	Ad_Campaign_Name text
	Ad_Click_Date date
	Ad_Network picklist
	AdGroup_Name text
	ADGROUPID text
	ADID text
	Amount currency
	Campaign_Source lookup >Campaigns
	Change_Log_Time__s datetime !filter
	Click_Type picklist
	Closing_Date date
	Contact_Name lookup >Contacts
	Conversion_Export_Status picklist
	Conversion_Exported_On datetime
	Cost_per_Click currency
	Cost_per_Conversion currency
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Deal_Category_Status picklist
	Deal_Name text
	Description textarea !filter
	Device_Type picklist
	Exchange_Rate decimal
	Expected_Revenue currency
	GADCONFIGID text
	GCLID text
	id bigint
	Keyword text
	KEYWORDID text
	Last_Activity_Time datetime
	Layout text !filter
	Lead_Conversion_Time integer
	Lead_Source picklist =["-None-","Advertisement","Cold Call","Employee Referral","External Referral","Online Store","Partner","X (Twitter)","Facebook","Public Relations","Sales Email Alias","Seminar Partner","Internal Seminar","Trade Show","Web Download","Web Research","Web Cases","Web Mail","Chat"]
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	Next_Step text
	Overall_Sales_Duration integer
	Owner owner >Users
	Pipeline picklist =["Standard (Standard)"]
	Probability integer
	Reason_for_Conversion_Failure picklist
	Reason_For_Loss__s picklist =["-None-","Expectation Mismatch","Price","Unqualified Customer","Lack of response","Missed Follow Ups","Wrong Target","Competition","Future Interest","Other"]
	Record_Status__s picklist =["Trash","Available","Draft"]
	Sales_Cycle_Duration integer
	Search_Partner_Network picklist
	Stage picklist =["Qualification","Needs Analysis","Value Proposition","Id. Decision Makers","Proposal/Price Quote","Negotiation/Review","Closed Won","Closed Lost","Closed Lost to Competition"]
	Tag text
	Territory text !filter
	Type picklist =["-None-","Existing Business","New Business"]
	ZCAMPAIGNID text
	`,
	() => ({ Accounts, Campaigns, Contacts, Users }),
);
