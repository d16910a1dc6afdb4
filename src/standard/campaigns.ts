// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type Currency,
	type DateField,
	type DateTime,
	type Decimal,
	generatedModule,
	type Lookup,
	type Module,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
} from "../criteria/build/descriptors.js";
import { Users } from "./users.js";

/**
 * Campaigns. Zoho documents that bulk read exports it.
 *
 * Fields: 20 observed, 4 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Campaigns {
	/** Observed. */
	Actual_Cost: Currency;
	/** Observed. */
	Budgeted_Cost: Currency;
	/** Observed. */
	Campaign_Name: Text;
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
	End_Date: DateField;
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Observed. */
	Expected_Response: BigInteger;
	/** Observed. */
	Expected_Revenue: Currency;
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
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	Num_sent: BigInteger;
	/** Observed. */
	Owner: Owner<Users>;
	/** Observed. The module that it refers to is inferred. */
	Parent_Campaign: Lookup<Campaigns>;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Observed. */
	Start_Date: DateField;
	/**
	 * Observed. Zoho's sample code uses "Active".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Planning", "Active", "Inactive", "Complete".
	 */
	Status: Picklist<"-None-" | "Planning" | "Active" | "Inactive" | "Complete">;
	/** Inferred. */
	Tag: Text;
	/**
	 * Observed. Zoho's sample code uses "Webinar".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Conference", "Webinar", "Trade Show", "Public Relations", "Partners", "Referral Program", "Advertisement", "Banner Ads", "Direct mail", "Email", "Telemarketing", "Others".
	 */
	Type: Picklist<
		| "-None-"
		| "Conference"
		| "Webinar"
		| "Trade Show"
		| "Public Relations"
		| "Partners"
		| "Referral Program"
		| "Advertisement"
		| "Banner Ads"
		| "Direct mail"
		| "Email"
		| "Telemarketing"
		| "Others"
	>;
}

/**
 * Campaigns. Zoho documents that bulk read exports it.
 *
 * Fields: 20 observed, 4 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Campaigns: Module<"Campaigns", Campaigns> = /* @__PURE__ */ generatedModule(
	"Campaigns",
	`
	Actual_Cost currency
	Budgeted_Cost currency
	Campaign_Name text
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Description textarea !filter
	End_Date date
	Exchange_Rate decimal
	Expected_Response bigint
	Expected_Revenue currency
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Modified_By owner >Users
	Modified_Time datetime
	Num_sent bigint
	Owner owner >Users
	Parent_Campaign lookup >Campaigns
	Record_Status__s picklist =["Trash","Available","Draft"]
	Start_Date date
	Status picklist =["-None-","Planning","Active","Inactive","Complete"]
	Tag text
	Type picklist =["-None-","Conference","Webinar","Trade Show","Public Relations","Partners","Referral Program","Advertisement","Banner Ads","Direct mail","Email","Telemarketing","Others"]
	`,
	() => ({ Users, Campaigns }),
);
