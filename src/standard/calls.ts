// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type DateTime,
	generatedModule,
	type Integer,
	type Lookup,
	type Module,
	type NotExported,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
	type Undescribed,
	type Url,
} from "../criteria/build/descriptors.js";
import { Contacts } from "./contacts.js";
import { Users } from "./users.js";

/**
 * Calls. Zoho documents that bulk read exports it.
 *
 * Fields: 27 observed, 2 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Calls {
	/** Observed. */
	Call_Agenda: Text;
	/** Observed. */
	Call_Duration: Text;
	/** Observed. */
	Call_Duration_in_seconds: Integer;
	/**
	 * Observed. Zoho's sample code uses "Demo".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Prospecting", "Administrative", "Negotiation", "Demo", "Project", "Desk".
	 */
	Call_Purpose: Picklist<"-None-" | "Prospecting" | "Administrative" | "Negotiation" | "Demo" | "Project" | "Desk">;
	/**
	 * Observed. Text in Zoho's SDK 8.0, a picklist in a live org (2026). Zoho's sample code uses "Not interested".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Interested", "Not interested", "No response/Busy", "Requested more info", "Requested call back", "Invalid number".
	 */
	Call_Result: Picklist<
		| "-None-"
		| "Interested"
		| "Not interested"
		| "No response/Busy"
		| "Requested more info"
		| "Requested call back"
		| "Invalid number"
	>;
	/** Observed. */
	Call_Start_Time: DateTime;
	/** Observed. Zoho's SDK 2.0 lists it, its SDK 8.0 does not. Only in older versions of the API. */
	Call_Status: Picklist;
	/**
	 * Observed.
	 *
	 * Values (documented): "Outbound", "Inbound", "Missed".
	 */
	Call_Type: Picklist<"Outbound" | "Inbound" | "Missed">;
	/** Observed. */
	Caller_ID: Text;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/**
	 * Observed.
	 *
	 * Neither exported nor filterable (observed): clients of the API report that bulk read refuses this field.
	 */
	CTI_Entry: NotExported<"boolean">;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Observed. */
	Dialled_Number: Text;
	/** Observed. */
	id: BigInteger;
	/** Observed. */
	Last_Activity_Time: DateTime;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/**
	 * Observed. Zoho's sample code uses "Scheduled" and "Completed".
	 *
	 * Values (inferred, perhaps not all): "Scheduled", "Completed", "Overdue", "Cancelled".
	 */
	Outgoing_Call_Status: Picklist<"Scheduled" | "Completed" | "Overdue" | "Cancelled">;
	/** Observed. */
	Owner: Owner<Users>;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/**
	 * Observed.
	 *
	 * Values (perhaps not all): "5 mins".
	 */
	Reminder: Picklist<"5 mins">;
	/** Observed. */
	Scheduled_In_CRM: Picklist;
	/** Observed. */
	Subject: Text;
	/** Inferred. */
	Tag: Text;
	/** Observed. */
	Voice_Recording__s: Url;
	/** Observed. The module that it refers to is inferred. Refers to records of several modules, so no path can go through it. */
	What_Id: Lookup<Undescribed<"se_module">>;
	/** Observed. The module that it refers to is inferred. */
	Who_Id: Lookup<Contacts>;
}

/**
 * Calls. Zoho documents that bulk read exports it.
 *
 * Fields: 27 observed, 2 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Calls: Module<"Calls", Calls> = /* @__PURE__ */ generatedModule(
	"Calls",
	`
	Call_Agenda text
	Call_Duration text
	Call_Duration_in_seconds integer
	Call_Purpose picklist =["-None-","Prospecting","Administrative","Negotiation","Demo","Project","Desk"]
	Call_Result picklist =["-None-","Interested","Not interested","No response/Busy","Requested more info","Requested call back","Invalid number"]
	Call_Start_Time datetime
	Call_Status picklist
	Call_Type picklist =["Outbound","Inbound","Missed"]
	Caller_ID text
	Created_By owner >Users
	Created_Time datetime
	CTI_Entry boolean !export
	Description textarea !filter
	Dialled_Number text
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Modified_By owner >Users
	Modified_Time datetime
	Outgoing_Call_Status picklist =["Scheduled","Completed","Overdue","Cancelled"]
	Owner owner >Users
	Record_Status__s picklist =["Trash","Available","Draft"]
	Reminder picklist =["5 mins"]
	Scheduled_In_CRM picklist
	Subject text
	Tag text
	Voice_Recording__s url
	What_Id lookup
	Who_Id lookup >Contacts
	`,
	() => ({ Users, Contacts }),
);
