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
	type Email,
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
import { Accounts } from "./accounts.js";
import { Contacts } from "./contacts.js";
import { Deals } from "./deals.js";
import { Users } from "./users.js";

/**
 * Leads. Zoho documents that bulk read exports it.
 *
 * Fields: 62 documented, 3 observed, 22 inferred. Sources: Zoho's SDK 8.0 for names; the v7 Fields Metadata sample for data types and values.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Leads {
	/** Documented. Whether the lead was converted; bulk read's pages show it, but the metadata does not list it. */
	$converted: BooleanField;
	/** Inferred. Only with: the Google Ads integration. */
	Ad: Text;
	/** Inferred. Only with: the Google Ads integration. */
	Ad_Campaign_Name: Text;
	/** Inferred. Only with: the Google Ads integration. */
	Ad_Click_Date: DateField;
	/** Inferred. Only with: the Google Ads integration. */
	Ad_Network: Picklist;
	/** Inferred. Only with: the Google Ads integration. */
	AdGroup_Name: Text;
	/** Inferred. Only with: the Google Ads integration. */
	ADGROUPID: Text;
	/** Inferred. Only with: the Google Ads integration. */
	ADID: Text;
	/** Documented. */
	Annual_Revenue: Currency;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	Average_Time_Spent_Minutes: Decimal;
	/**
	 * Documented.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/** Documented. */
	City: Text;
	/** Inferred. Only with: the Google Ads integration. */
	Click_Type: Picklist;
	/** Documented. */
	Company: Text;
	/** Inferred. Only with: the Google Ads integration. */
	Conversion_Export_Status: Picklist;
	/** Inferred. Only with: the Google Ads integration. */
	Conversion_Exported_On: DateTime;
	/** Documented. */
	Converted__s: BooleanField;
	/** Documented. */
	Converted_Account: Lookup<Accounts>;
	/** Documented. */
	Converted_Contact: Lookup<Contacts>;
	/** Documented. */
	Converted_Date_Time: DateTime;
	/** Documented. */
	Converted_Deal: Lookup<Deals>;
	/** Inferred. Only with: the Google Ads integration. */
	Cost_per_Click: Currency;
	/** Inferred. Only with: the Google Ads integration. */
	Cost_per_Conversion: Currency;
	/** Documented. */
	Country: Text;
	/** Documented. */
	Created_By: Owner<Users>;
	/** Documented. */
	Created_Time: DateTime;
	/** Observed. Only with: multiple currencies. */
	Currency: Picklist;
	/** Observed. Only with: compliance settings (GDPR). */
	Data_Processing_Basis: Picklist;
	/**
	 * Inferred. Only with: compliance settings (GDPR).
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Data_Processing_Basis_Details: SelectOnly<"text">;
	/**
	 * Documented. Only with: compliance settings (GDPR).
	 *
	 * Values: "Manual", "API", "Manual (Mobile)", "Webform", "Microsoft Outlook", "Social", "Workflow", "Import", "Bulk Write" (shown as "Bulk API"), "Migration", "System Generated", "Google" (shown as "Google Calendar Sync"), "Microsoft" (shown as "Office 365"), "Phonebridge API", "Zoho Docs", "Manual Mass Add", "Sandbox", "Mail Parser", "SalesInbox", "Email workflow" (shown as "Email Workflow"), "BCC Dropbox", "Zoho Finance Suite", "Zoho Desk", "Zoho Survey", "Google Adwords" (shown as "Google Ads"), "SalesIQ" (shown as "Zoho SalesIQ"), "Zoho Mail", "Zoho Forms", "Custom Function", "Zoho Recruit", and 21 more.
	 */
	Data_Source: Picklist<
		| "Manual"
		| "API"
		| "Manual (Mobile)"
		| "Webform"
		| "Microsoft Outlook"
		| "Social"
		| "Workflow"
		| "Import"
		| "Bulk Write"
		| "Migration"
		| "System Generated"
		| "Google"
		| "Microsoft"
		| "Phonebridge API"
		| "Zoho Docs"
		| "Manual Mass Add"
		| "Sandbox"
		| "Mail Parser"
		| "SalesInbox"
		| "Email workflow"
		| "BCC Dropbox"
		| "Zoho Finance Suite"
		| "Zoho Desk"
		| "Zoho Survey"
		| "Google Adwords"
		| "SalesIQ"
		| "Zoho Mail"
		| "Zoho Forms"
		| "Custom Function"
		| "Zoho Recruit"
		| "Zoho Sheet View"
		| "Sample Data"
		| "Zia Voice"
		| "Prediction"
		| "Zoho Campaign"
		| "Zoho Webinar"
		| "Zoho Backstage"
		| "Blueprint"
		| "ApprovalProcess"
		| "Macro"
		| "Mass Transfer"
		| "Change Owner"
		| "Mass Update"
		| "DeDuplicate"
		| "Find And Merge"
		| "Bigin"
		| "Zoho CRM"
		| "Mailchimp"
		| "Constant Contact"
		| "EmailIn"
		| "Kiosk"
	>;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	Days_Visited: Integer;
	/**
	 * Documented.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Documented. */
	Designation: Text;
	/** Inferred. Only with: the Google Ads integration. */
	Device_Type: Picklist;
	/** Documented. */
	Email: Email;
	/** Documented. */
	Email_Opt_Out: BooleanField;
	/**
	 * Documented. Only with: data enrichment (Zia).
	 *
	 * Values: "Available", "Enriched", "Data not found".
	 */
	Enrich_Status__s: Picklist<"Available" | "Enriched" | "Data not found">;
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Documented. */
	Fax: Text;
	/** Documented. */
	First_Name: Text;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	First_Visited_Time: DateTime;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	First_Visited_URL: Url;
	/** Documented. */
	Full_Name: Text;
	/** Inferred. Only with: the Google Ads integration. */
	GADCONFIGID: Text;
	/** Inferred. Only with: the Google Ads integration. */
	GCLID: Text;
	/** Documented. */
	id: BigInteger;
	/**
	 * Documented.
	 *
	 * Values: "-None-", "ASP (Application Service Provider)", "Data/Telecom OEM", "ERP (Enterprise Resource Planning)", "Government/Military", "Large Enterprise", "ManagementISV", "MSP (Management Service Provider)", "Network Equipment (Enterprise)" (shown as "Network Equipment Enterprise"), "Non-management ISV", "Optical Networking", "Service Provider", "Small/Medium Enterprise", "Storage Equipment", "Storage Service Provider", "Systems Integrator", "Wireless Industry", "ERP", "Management ISV".
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
	/** Observed. Zoho's SDK 2.0 lists it, its SDK 8.0 does not. Only in older versions of the API. */
	Is_Record_Duplicate: BooleanField;
	/** Inferred. Only with: the Google Ads integration. */
	Keyword: Text;
	/** Inferred. Only with: the Google Ads integration. */
	KEYWORDID: Text;
	/** Documented. */
	Last_Activity_Time: DateTime;
	/** Documented. Only with: data enrichment (Zia). */
	Last_Enriched_Time__s: DateTime;
	/** Documented. */
	Last_Name: Text;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	Last_Visited_Time: DateTime;
	/**
	 * Documented.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
	/** Documented. */
	Lead_Conversion_Time: Integer;
	/**
	 * Documented. The values are those of a new org (2026); older orgs have "OnlineStore", "Twitter", "Google+", "Sales Mail Alias" and "Seminar-Internal".
	 *
	 * Values (observed): "-None-", "Advertisement", "Cold Call", "Employee Referral", "External Referral", "Online Store", "Partner", "X (Twitter)", "Facebook", "Public Relations", "Sales Email Alias", "Seminar Partner", "Internal Seminar", "Trade Show", "Web Download", "Web Research", "Web Cases", "Web Mail", "Chat".
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
	/**
	 * Documented. Older orgs spell "Pre Qualified"; what looks like the sample org's own is left out.
	 *
	 * Values: "-None-", "Attempted to Contact", "Contact in Future", "Contacted", "Junk Lead", "Lost Lead", "Not Contacted", "Pre-Qualified", "Not Qualified".
	 */
	Lead_Status: Picklist<
		| "-None-"
		| "Attempted to Contact"
		| "Contact in Future"
		| "Contacted"
		| "Junk Lead"
		| "Lost Lead"
		| "Not Contacted"
		| "Pre-Qualified"
		| "Not Qualified"
	>;
	/** Documented. */
	Locked__s: BooleanField;
	/** Documented. */
	Mobile: Phone;
	/** Documented. */
	Modified_By: Owner<Users>;
	/** Documented. */
	Modified_Time: DateTime;
	/** Documented. */
	No_of_Employees: Integer;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	Number_Of_Chats: Integer;
	/** Documented. */
	Owner: Owner<Users>;
	/** Documented. */
	Phone: Phone;
	/**
	 * Documented.
	 *
	 * Values: "-None-", "Acquired", "Active", "Market Failed", "Project Cancelled", "ShutDown" (shown as "Shut Down").
	 */
	Rating: Picklist<"-None-" | "Acquired" | "Active" | "Market Failed" | "Project Cancelled" | "ShutDown">;
	/** Inferred. Only with: the Google Ads integration. */
	Reason_for_Conversion_Failure: Picklist;
	/**
	 * Documented.
	 *
	 * Not filterable (documented): Zoho's sample of fields metadata marks this data type as not filterable; it is unknown whether bulk read exports it.
	 */
	Record_Image: SelectOnly<"text">;
	/**
	 * Documented.
	 *
	 * Values: "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	Referrer: Url;
	/**
	 * Documented.
	 *
	 * Values: "-None-", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.".
	 */
	Salutation: Picklist<"-None-" | "Mr." | "Mrs." | "Ms." | "Dr." | "Prof.">;
	/** Inferred. Only with: the Google Ads integration. */
	Search_Partner_Network: Picklist;
	/** Documented. */
	Secondary_Email: Email;
	/** Documented. */
	Skype_ID: Text;
	/** Documented. */
	State: Text;
	/** Documented. */
	Street: Text;
	/** Documented. */
	Tag: Text;
	/**
	 * Documented. Only with: territory management.
	 *
	 * Not filterable (documented): Zoho's sample of fields metadata marks this data type as not filterable; it is unknown whether bulk read exports it.
	 */
	Territories: SelectOnly<"text">;
	/** Documented. */
	Twitter: Text;
	/**
	 * Documented.
	 *
	 * Values: "Consent form", "Manual", "Unsubscribe link", "Zoho campaigns".
	 */
	Unsubscribed_Mode: Picklist<"Consent form" | "Manual" | "Unsubscribe link" | "Zoho campaigns">;
	/** Documented. */
	Unsubscribed_Time: DateTime;
	/** Documented. Only with: visitor tracking (SalesIQ). */
	Visitor_Score: BigInteger;
	/** Documented. */
	Website: Url;
	/** Documented. Zoho's v7 sample lists it and does not say what it means. */
	Wizard: BigInteger;
	/** Inferred. Only with: the Google Ads integration. */
	ZCAMPAIGNID: Text;
	/** Documented. */
	Zip_Code: Text;
}

/**
 * Leads. Zoho documents that bulk read exports it.
 *
 * Fields: 62 documented, 3 observed, 22 inferred. Sources: Zoho's SDK 8.0 for names; the v7 Fields Metadata sample for data types and values.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Leads: Module<"Leads", Leads> = /* @__PURE__ */ generatedModule(
	"Leads",
	`
	$converted boolean
	Ad text
	Ad_Campaign_Name text
	Ad_Click_Date date
	Ad_Network picklist
	AdGroup_Name text
	ADGROUPID text
	ADID text
	Annual_Revenue currency
	Average_Time_Spent_Minutes decimal
	Change_Log_Time__s datetime !filter
	City text
	Click_Type picklist
	Company text
	Conversion_Export_Status picklist
	Conversion_Exported_On datetime
	Converted__s boolean
	Converted_Account lookup >Accounts
	Converted_Contact lookup >Contacts
	Converted_Date_Time datetime
	Converted_Deal lookup >Deals
	Cost_per_Click currency
	Cost_per_Conversion currency
	Country text
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Data_Processing_Basis picklist
	Data_Processing_Basis_Details text !filter
	Data_Source picklist =["Manual","API","Manual (Mobile)","Webform","Microsoft Outlook","Social","Workflow","Import","Bulk Write","Migration","System Generated","Google","Microsoft","Phonebridge API","Zoho Docs","Manual Mass Add","Sandbox","Mail Parser","SalesInbox","Email workflow","BCC Dropbox","Zoho Finance Suite","Zoho Desk","Zoho Survey","Google Adwords","SalesIQ","Zoho Mail","Zoho Forms","Custom Function","Zoho Recruit","Zoho Sheet View","Sample Data","Zia Voice","Prediction","Zoho Campaign","Zoho Webinar","Zoho Backstage","Blueprint","ApprovalProcess","Macro","Mass Transfer","Change Owner","Mass Update","DeDuplicate","Find And Merge","Bigin","Zoho CRM","Mailchimp","Constant Contact","EmailIn","Kiosk"]
	Days_Visited integer
	Description textarea !filter
	Designation text
	Device_Type picklist
	Email email
	Email_Opt_Out boolean
	Enrich_Status__s picklist =["Available","Enriched","Data not found"]
	Exchange_Rate decimal
	Fax text
	First_Name text
	First_Visited_Time datetime
	First_Visited_URL url
	Full_Name text
	GADCONFIGID text
	GCLID text
	id bigint
	Industry picklist =["-None-","ASP (Application Service Provider)","Data/Telecom OEM","ERP (Enterprise Resource Planning)","Government/Military","Large Enterprise","ManagementISV","MSP (Management Service Provider)","Network Equipment (Enterprise)","Non-management ISV","Optical Networking","Service Provider","Small/Medium Enterprise","Storage Equipment","Storage Service Provider","Systems Integrator","Wireless Industry","ERP","Management ISV"]
	Is_Record_Duplicate boolean
	Keyword text
	KEYWORDID text
	Last_Activity_Time datetime
	Last_Enriched_Time__s datetime
	Last_Name text
	Last_Visited_Time datetime
	Layout text !filter
	Lead_Conversion_Time integer
	Lead_Source picklist =["-None-","Advertisement","Cold Call","Employee Referral","External Referral","Online Store","Partner","X (Twitter)","Facebook","Public Relations","Sales Email Alias","Seminar Partner","Internal Seminar","Trade Show","Web Download","Web Research","Web Cases","Web Mail","Chat"]
	Lead_Status picklist =["-None-","Attempted to Contact","Contact in Future","Contacted","Junk Lead","Lost Lead","Not Contacted","Pre-Qualified","Not Qualified"]
	Locked__s boolean
	Mobile phone
	Modified_By owner >Users
	Modified_Time datetime
	No_of_Employees integer
	Number_Of_Chats integer
	Owner owner >Users
	Phone phone
	Rating picklist =["-None-","Acquired","Active","Market Failed","Project Cancelled","ShutDown"]
	Reason_for_Conversion_Failure picklist
	Record_Image text !filter
	Record_Status__s picklist =["Trash","Available","Draft"]
	Referrer url
	Salutation picklist =["-None-","Mr.","Mrs.","Ms.","Dr.","Prof."]
	Search_Partner_Network picklist
	Secondary_Email email
	Skype_ID text
	State text
	Street text
	Tag text
	Territories text !filter
	Twitter text
	Unsubscribed_Mode picklist =["Consent form","Manual","Unsubscribe link","Zoho campaigns"]
	Unsubscribed_Time datetime
	Visitor_Score bigint
	Website url
	Wizard bigint
	ZCAMPAIGNID text
	Zip_Code text
	`,
	() => ({ Accounts, Contacts, Deals, Users }),
);
