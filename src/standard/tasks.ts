// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type DateField,
	type DateTime,
	generatedModule,
	type Lookup,
	type Module,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
	type Undescribed,
} from "../criteria/build/descriptors.js";
import { Contacts } from "./contacts.js";
import { Users } from "./users.js";

/**
 * Tasks. Zoho documents that bulk read exports it.
 *
 * Fields: 19 observed, 3 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Tasks {
	/** Observed. */
	Closed_Time: DateTime;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Observed. */
	Due_Date: DateField;
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
	Locked__s: BooleanField;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	Owner: Owner<Users>;
	/**
	 * Observed.
	 *
	 * Values: "High", "Highest", "Low", "Lowest", "Normal".
	 */
	Priority: Picklist<"High" | "Highest" | "Low" | "Lowest" | "Normal">;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Recurring_Activity: SelectOnly<"text">;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Remind_At: SelectOnly<"text">;
	/** Observed. */
	Send_Notification_Email: BooleanField;
	/**
	 * Observed. Zoho's sample code uses "Not Started" and "Waiting for input".
	 *
	 * Values: "Not Started", "Deferred", "In Progress", "Completed", "Waiting for input".
	 */
	Status: Picklist<"Not Started" | "Deferred" | "In Progress" | "Completed" | "Waiting for input">;
	/** Observed. */
	Subject: Text;
	/** Inferred. */
	Tag: Text;
	/** Observed. The module that it refers to is inferred. Refers to records of several modules, so no path can go through it. */
	What_Id: Lookup<Undescribed<"se_module">>;
	/** Observed. The module that it refers to is inferred. */
	Who_Id: Lookup<Contacts>;
}

/**
 * Tasks. Zoho documents that bulk read exports it.
 *
 * Fields: 19 observed, 3 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Tasks: Module<"Tasks", Tasks> = /* @__PURE__ */ generatedModule(
	"Tasks",
	`
	Closed_Time datetime
	Created_By owner >Users
	Created_Time datetime
	Description textarea !filter
	Due_Date date
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Priority picklist =["High","Highest","Low","Lowest","Normal"]
	Record_Status__s picklist =["Trash","Available","Draft"]
	Recurring_Activity text !filter
	Remind_At text !filter
	Send_Notification_Email boolean
	Status picklist =["Not Started","Deferred","In Progress","Completed","Waiting for input"]
	Subject text
	Tag text
	What_Id lookup
	Who_Id lookup >Contacts
	`,
	() => ({ Users, Contacts }),
);
