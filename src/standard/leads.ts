// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
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
} from "../criteria/descriptors.js";
import { Accounts } from "./accounts.js";
import { Contacts } from "./contacts.js";
import { Deals } from "./deals.js";
import { Users } from "./users.js";

/**
 * Leads. That bulk read serves it is documented.
 *
 * Fields: 62 documented, 3 observed, 22 inferred. Gathered from Zoho's SDK 8.0 for names; the v7 Fields Metadata sample for data types and values.
 *
 * Documented: it stands in Zoho's pages. Observed: seen in a live org, or fixed by Zoho's SDK. Inferred: concluded, such as a data type from a name. Every org differs: generate yours.
 */
export interface Leads {
	/** Documented. Whether the lead was converted; the pages of bulk read show it, the metadata does not list it. */
	$converted: BooleanField;
	/** Inferred. Only with: Google Ads integration enabled. */
	Ad: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	Ad_Campaign_Name: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	Ad_Click_Date: DateField;
	/** Inferred. Only with: Google Ads integration enabled. */
	Ad_Network: Picklist;
	/** Inferred. Only with: Google Ads integration enabled. */
	AdGroup_Name: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	ADGROUPID: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	ADID: Text;
	/** Documented. */
	Annual_Revenue: Currency;
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	Average_Time_Spent_Minutes: Decimal;
	/**
	 * Documented.
	 *
	 * Not in criteria (inferred): the metadata says filterable: false, which is taken to hold for bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/** Documented. */
	City: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	Click_Type: Picklist;
	/** Documented. */
	Company: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	Conversion_Export_Status: Picklist;
	/** Inferred. Only with: Google Ads integration enabled. */
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
	/** Inferred. Only with: Google Ads integration enabled. */
	Cost_per_Click: Currency;
	/** Inferred. Only with: Google Ads integration enabled. */
	Cost_per_Conversion: Currency;
	/** Documented. */
	Country: Text;
	/** Documented. */
	Created_By: Owner<Users>;
	/** Documented. */
	Created_Time: DateTime;
	/** Observed. Only with: multi-currency enabled. */
	Currency: Picklist;
	/** Observed. Only with: GDPR/compliance settings enabled (Data_Source also seen in orgs without). */
	Data_Processing_Basis: Picklist;
	/**
	 * Inferred. Only with: GDPR/compliance settings enabled (Data_Source also seen in orgs without).
	 *
	 * Not in criteria (inferred): Zoho's table of comparators does not name this data type; whether bulk read exports it is not known.
	 */
	Data_Processing_Basis_Details: SelectOnly<"text">;
	/**
	 * Documented. 51 values; display differs for some (Bulk API = "Bulk Write", ...). Only with: GDPR/compliance settings enabled (Data_Source also seen in orgs without).
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
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	Days_Visited: Integer;
	/**
	 * Documented.
	 *
	 * Not in criteria (inferred): the metadata says filterable: false, which is taken to hold for bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Documented. */
	Designation: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	Device_Type: Picklist;
	/** Documented. */
	Email: Email;
	/** Documented. */
	Email_Opt_Out: BooleanField;
	/**
	 * Documented. Only with: data enrichment (Zia) available.
	 *
	 * Values: "Available", "Enriched", "Data not found".
	 */
	Enrich_Status__s: Picklist<"Available" | "Enriched" | "Data not found">;
	/** Inferred. Only with: multi-currency enabled. */
	Exchange_Rate: Decimal;
	/** Documented. */
	Fax: Text;
	/** Documented. */
	First_Name: Text;
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	First_Visited_Time: DateTime;
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	First_Visited_URL: Url;
	/** Documented. */
	Full_Name: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	GADCONFIGID: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
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
	/** Observed. in v2 SDK constants, gone in 8.0. Only in older versions of the API. */
	Is_Record_Duplicate: BooleanField;
	/** Inferred. Only with: Google Ads integration enabled. */
	Keyword: Text;
	/** Inferred. Only with: Google Ads integration enabled. */
	KEYWORDID: Text;
	/** Documented. */
	Last_Activity_Time: DateTime;
	/** Documented. Only with: data enrichment (Zia) available. */
	Last_Enriched_Time__s: DateTime;
	/** Documented. */
	Last_Name: Text;
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	Last_Visited_Time: DateTime;
	/**
	 * Documented.
	 *
	 * Not in criteria (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
	/** Documented. */
	Lead_Conversion_Time: Integer;
	/**
	 * Documented. 2026 org display values. Older orgs: actual values OnlineStore, Twitter, Google+, Sales Mail Alias, Seminar-Internal. The v7 doc sample org had customised values.
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
	 * Documented. sample org extras (Lead Source, Lead income, New Lead, Qualified) dropped as customisations; older spelling "Pre Qualified".
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
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	Number_Of_Chats: Integer;
	/** Documented. */
	Owner: Owner<Users>;
	/** Documented. */
	Phone: Phone;
	/**
	 * Documented. display "Shut Down", actual "ShutDown".
	 *
	 * Values: "-None-", "Acquired", "Active", "Market Failed", "Project Cancelled", "ShutDown" (shown as "Shut Down").
	 */
	Rating: Picklist<"-None-" | "Acquired" | "Active" | "Market Failed" | "Project Cancelled" | "ShutDown">;
	/** Inferred. Only with: Google Ads integration enabled. */
	Reason_for_Conversion_Failure: Picklist;
	/**
	 * Documented.
	 *
	 * Not in criteria (documented): Zoho's sample of fields metadata marks this data type as not filterable; whether bulk read exports it is not known.
	 */
	Record_Image: SelectOnly<"text">;
	/**
	 * Documented.
	 *
	 * Values: "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	Referrer: Url;
	/**
	 * Documented.
	 *
	 * Values: "-None-", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.".
	 */
	Salutation: Picklist<"-None-" | "Mr." | "Mrs." | "Ms." | "Dr." | "Prof.">;
	/** Inferred. Only with: Google Ads integration enabled. */
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
	 * Documented. Only with: territory management enabled.
	 *
	 * Not in criteria (documented): Zoho's sample of fields metadata marks this data type as not filterable; whether bulk read exports it is not known.
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
	/** Documented. Only with: visitor tracking (SalesIQ) connected. */
	Visitor_Score: BigInteger;
	/** Documented. */
	Website: Url;
	/** Documented. present in v7 sample metadata; meaning undocumented. */
	Wizard: BigInteger;
	/** Inferred. Only with: Google Ads integration enabled. */
	ZCAMPAIGNID: Text;
	/** Documented. */
	Zip_Code: Text;
}

/**
 * Leads. That bulk read serves it is documented.
 *
 * Fields: 62 documented, 3 observed, 22 inferred. Gathered from Zoho's SDK 8.0 for names; the v7 Fields Metadata sample for data types and values.
 *
 * Documented: it stands in Zoho's pages. Observed: seen in a live org, or fixed by Zoho's SDK. Inferred: concluded, such as a data type from a name. Every org differs: generate yours.
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
