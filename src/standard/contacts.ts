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
	type NotExported,
	type Owner,
	type Phone,
	type Picklist,
	type SelectOnly,
	type Text,
	type TextArea,
	type Url,
} from "../criteria/build/descriptors.js";
import { Accounts } from "./accounts.js";
import { Users } from "./users.js";
import { Vendors } from "./vendors.js";

/**
 * Contacts. Zoho documents that bulk read exports it.
 *
 * Fields: 75 observed, 20 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org and of a new org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Contacts {
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
	Assistant: Text;
	/** Observed. */
	Asst_Phone: Phone;
	/** Observed. Only with: visitor tracking (SalesIQ). */
	Average_Time_Spent_Minutes: Decimal;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/** Observed. Only with: the Google Ads integration. */
	Click_Type: Picklist;
	/**
	 * Observed. Only with: an org made since about 2025.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Connected_To__s: SelectOnly<"text">;
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
	/** Observed. Only with: compliance settings (GDPR). */
	Data_Processing_Basis: Picklist;
	/**
	 * Inferred. Only with: compliance settings (GDPR).
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Data_Processing_Basis_Details: SelectOnly<"text">;
	/**
	 * Observed. Only with: compliance settings (GDPR).
	 *
	 * Values (documented): "Manual", "API", "Manual (Mobile)", "Webform", "Microsoft Outlook", "Social", "Workflow", "Import", "Bulk Write" (shown as "Bulk API"), "Migration", "System Generated", "Google" (shown as "Google Calendar Sync"), "Microsoft" (shown as "Office 365"), "Phonebridge API", "Zoho Docs", "Manual Mass Add", "Sandbox", "Mail Parser", "SalesInbox", "Email workflow" (shown as "Email Workflow"), "BCC Dropbox", "Zoho Finance Suite", "Zoho Desk", "Zoho Survey", "Google Adwords" (shown as "Google Ads"), "SalesIQ" (shown as "Zoho SalesIQ"), "Zoho Mail", "Zoho Forms", "Custom Function", "Zoho Recruit", and 21 more.
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
	/** Observed. */
	Date_of_Birth: DateField;
	/** Observed. Only with: visitor tracking (SalesIQ). */
	Days_Visited: Integer;
	/** Observed. */
	Department: Text;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Observed. Only with: the Google Ads integration. */
	Device_Type: Picklist;
	/** Observed. */
	Email: Email;
	/** Observed. */
	Email_Opt_Out: BooleanField;
	/**
	 * Observed. Only with: data enrichment (Zia).
	 *
	 * Values (documented): "Available", "Enriched", "Data not found".
	 */
	Enrich_Status__s: Picklist<"Available" | "Enriched" | "Data not found">;
	/** Observed. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Observed. */
	Fax: Text;
	/** Inferred. */
	First_Name: Text;
	/** Observed. Only with: visitor tracking (SalesIQ). */
	First_Visited_Time: DateTime;
	/** Observed. Only with: visitor tracking (SalesIQ). */
	First_Visited_URL: Url;
	/** Observed. */
	Full_Name: Text;
	/** Observed. Only with: the Google Ads integration. */
	GADCONFIGID: Text;
	/** Observed. Only with: the Google Ads integration. */
	GCLID: Text;
	/** Inferred. */
	Home_Phone: Phone;
	/** Observed. */
	id: BigInteger;
	/** Observed. Zoho's SDK 2.0 lists it, its SDK 8.0 does not. Only in older versions of the API. */
	Is_Record_Duplicate: BooleanField;
	/** Observed. Only with: the Google Ads integration. */
	Keyword: Text;
	/** Observed. Only with: the Google Ads integration. */
	KEYWORDID: Text;
	/** Observed. */
	Last_Activity_Time: DateTime;
	/** Observed. Only with: data enrichment (Zia). */
	Last_Enriched_Time__s: DateTime;
	/** Inferred. */
	Last_Name: Text;
	/** Observed. Only with: visitor tracking (SalesIQ). */
	Last_Visited_Time: DateTime;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
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
	/** Observed. Only with: an org made since about 2025 (compound addresses). */
	Mailing_Address: TextArea;
	/** Inferred. */
	Mailing_City: Text;
	/** Observed. Only with: an org made since about 2025. */
	Mailing_Coordinates: TextArea;
	/** Inferred. Text in older orgs; a picklist in orgs made since about 2025. */
	Mailing_Country: Text;
	/** Observed. Only with: an org made since about 2025. */
	Mailing_Flat_House_No_Building_Apartment_Name: Text;
	/** Inferred. Text in older orgs; a picklist in orgs made since about 2025. */
	Mailing_State: Text;
	/** Inferred. */
	Mailing_Street: Text;
	/** Inferred. */
	Mailing_Zip: Text;
	/** Inferred. */
	Mobile: Phone;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/**
	 * Observed. Only with: an org made since about 2025.
	 *
	 * Neither exported nor filterable (observed): clients of the API report that bulk read refuses this field.
	 */
	nearby_distance__s: NotExported<"decimal">;
	/** Observed. Only with: visitor tracking (SalesIQ). */
	Number_Of_Chats: Integer;
	/** Observed. Only with: an org made since about 2025 (compound addresses). */
	Other_Address: TextArea;
	/** Inferred. */
	Other_City: Text;
	/** Observed. Only with: an org made since about 2025. */
	Other_Coordinates: TextArea;
	/** Inferred. Text in older orgs; a picklist in orgs made since about 2025. */
	Other_Country: Text;
	/** Observed. Only with: an org made since about 2025. */
	Other_Flat_House_No_Building_Apartment_Name: Text;
	/** Inferred. */
	Other_Phone: Phone;
	/** Inferred. Text in older orgs; a picklist in orgs made since about 2025. */
	Other_State: Text;
	/** Inferred. */
	Other_Street: Text;
	/** Inferred. */
	Other_Zip: Text;
	/** Observed. */
	Owner: Owner<Users>;
	/** Observed. */
	Phone: Phone;
	/** Observed. Only with: the Google Ads integration. */
	Reason_for_Conversion_Failure: Picklist;
	/**
	 * Observed.
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
	/** Observed. Only with: visitor tracking (SalesIQ). */
	Referrer: Url;
	/** Observed. The module that it refers to is inferred. */
	Reporting_To: Lookup<Contacts>;
	/** Inferred. */
	Reports_To: Text;
	/**
	 * Observed.
	 *
	 * Values (documented): "-None-", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.".
	 */
	Salutation: Picklist<"-None-" | "Mr." | "Mrs." | "Ms." | "Dr." | "Prof.">;
	/** Observed. Only with: the Google Ads integration. */
	Search_Partner_Network: Picklist;
	/** Inferred. */
	Secondary_Email: Email;
	/** Observed. */
	Skype_ID: Text;
	/** Inferred. */
	Tag: Text;
	/**
	 * Observed. Only with: territory management.
	 *
	 * Not filterable (documented): Zoho's sample of fields metadata marks this data type as not filterable; it is unknown whether bulk read exports it.
	 */
	Territories: SelectOnly<"text">;
	/** Inferred. */
	Title: Text;
	/** Observed. */
	Twitter: Text;
	/**
	 * Observed.
	 *
	 * Values (documented): "Consent form", "Manual", "Unsubscribe link", "Zoho campaigns".
	 */
	Unsubscribed_Mode: Picklist<"Consent form" | "Manual" | "Unsubscribe link" | "Zoho campaigns">;
	/** Observed. */
	Unsubscribed_Time: DateTime;
	/** Observed. The module that it refers to is inferred. */
	Vendor_Name: Lookup<Vendors>;
	/** Observed. Only with: visitor tracking (SalesIQ). */
	Visitor_Score: BigInteger;
	/** Observed. Only with: the Google Ads integration. */
	ZCAMPAIGNID: Text;
}

/**
 * Contacts. Zoho documents that bulk read exports it.
 *
 * Fields: 75 observed, 20 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org and of a new org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Contacts: Module<"Contacts", Contacts> = /* @__PURE__ */ generatedModule(
	"Contacts",
	`
	Account_Name lookup >Accounts
	Ad text
	Ad_Campaign_Name text
	Ad_Click_Date date
	Ad_Network picklist
	AdGroup_Name text
	ADGROUPID text
	ADID text
	Assistant text
	Asst_Phone phone
	Average_Time_Spent_Minutes decimal
	Change_Log_Time__s datetime !filter
	Click_Type picklist
	Connected_To__s text !filter
	Conversion_Export_Status picklist
	Conversion_Exported_On datetime
	Cost_per_Click currency
	Cost_per_Conversion currency
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Data_Processing_Basis picklist
	Data_Processing_Basis_Details text !filter
	Data_Source picklist =["Manual","API","Manual (Mobile)","Webform","Microsoft Outlook","Social","Workflow","Import","Bulk Write","Migration","System Generated","Google","Microsoft","Phonebridge API","Zoho Docs","Manual Mass Add","Sandbox","Mail Parser","SalesInbox","Email workflow","BCC Dropbox","Zoho Finance Suite","Zoho Desk","Zoho Survey","Google Adwords","SalesIQ","Zoho Mail","Zoho Forms","Custom Function","Zoho Recruit","Zoho Sheet View","Sample Data","Zia Voice","Prediction","Zoho Campaign","Zoho Webinar","Zoho Backstage","Blueprint","ApprovalProcess","Macro","Mass Transfer","Change Owner","Mass Update","DeDuplicate","Find And Merge","Bigin","Zoho CRM","Mailchimp","Constant Contact","EmailIn","Kiosk"]
	Date_of_Birth date
	Days_Visited integer
	Department text
	Description textarea !filter
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
	Home_Phone phone
	id bigint
	Is_Record_Duplicate boolean
	Keyword text
	KEYWORDID text
	Last_Activity_Time datetime
	Last_Enriched_Time__s datetime
	Last_Name text
	Last_Visited_Time datetime
	Layout text !filter
	Lead_Source picklist =["-None-","Advertisement","Cold Call","Employee Referral","External Referral","Online Store","Partner","X (Twitter)","Facebook","Public Relations","Sales Email Alias","Seminar Partner","Internal Seminar","Trade Show","Web Download","Web Research","Web Cases","Web Mail","Chat"]
	Locked__s boolean
	Mailing_Address textarea
	Mailing_City text
	Mailing_Coordinates textarea
	Mailing_Country text
	Mailing_Flat_House_No_Building_Apartment_Name text
	Mailing_State text
	Mailing_Street text
	Mailing_Zip text
	Mobile phone
	Modified_By owner >Users
	Modified_Time datetime
	nearby_distance__s decimal !export
	Number_Of_Chats integer
	Other_Address textarea
	Other_City text
	Other_Coordinates textarea
	Other_Country text
	Other_Flat_House_No_Building_Apartment_Name text
	Other_Phone phone
	Other_State text
	Other_Street text
	Other_Zip text
	Owner owner >Users
	Phone phone
	Reason_for_Conversion_Failure picklist
	Record_Image text !filter
	Record_Status__s picklist =["Trash","Available","Draft"]
	Referrer url
	Reporting_To lookup >Contacts
	Reports_To text
	Salutation picklist =["-None-","Mr.","Mrs.","Ms.","Dr.","Prof."]
	Search_Partner_Network picklist
	Secondary_Email email
	Skype_ID text
	Tag text
	Territories text !filter
	Title text
	Twitter text
	Unsubscribed_Mode picklist =["Consent form","Manual","Unsubscribe link","Zoho campaigns"]
	Unsubscribed_Time datetime
	Vendor_Name lookup >Vendors
	Visitor_Score bigint
	ZCAMPAIGNID text
	`,
	() => ({ Accounts, Users, Contacts, Vendors }),
);
