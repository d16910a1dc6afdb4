// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type DateTime,
	type Decimal,
	generatedModule,
	type Lookup,
	type Module,
	type NotExported,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
	type TextArea,
	type Undescribed,
} from "../criteria/build/descriptors.js";
import { Contacts } from "./contacts.js";
import { Users } from "./users.js";

/**
 * Events. Zoho documents that bulk read exports it.
 *
 * Fields: 33 observed, 3 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Events {
	/** Observed. */
	All_day: BooleanField;
	/** Observed. */
	Check_In_Address: TextArea;
	/** Observed. */
	Check_In_By: Owner<Users>;
	/** Observed. */
	Check_In_City: Text;
	/** Observed. */
	Check_In_Comment: TextArea;
	/** Observed. */
	Check_In_Country: Text;
	/** Observed. */
	Check_In_State: Text;
	/** Observed. */
	Check_In_Status: Text;
	/** Observed. */
	Check_In_Sub_Locality: Text;
	/** Observed. */
	Check_In_Time: DateTime;
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
	End_DateTime: DateTime;
	/** Observed. */
	Event_Title: Text;
	/** Observed. */
	id: BigInteger;
	/** Observed. */
	Last_Activity_Time: DateTime;
	/** Observed. */
	Latitude: Decimal;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
	/** Observed. */
	Longitude: Decimal;
	/** Observed. */
	Meeting_Provider__s: Picklist;
	/** Observed. */
	Meeting_Venue__s: Picklist;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	Owner: Owner<Users>;
	/**
	 * Observed.
	 *
	 * Neither exported nor filterable (observed): clients of the API report that bulk read refuses this field.
	 */
	Participants: NotExported<"bigint">;
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
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Remind_At: SelectOnly<"text">;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Remind_Participants: SelectOnly<"text">;
	/** Observed. */
	Start_DateTime: DateTime;
	/** Inferred. */
	Tag: Text;
	/** Observed. */
	Venue: Text;
	/** Observed. The module that it refers to is inferred. Refers to records of several modules, so no path can go through it. */
	What_Id: Lookup<Undescribed<"se_module">>;
	/** Observed. The module that it refers to is inferred. */
	Who_Id: Lookup<Contacts>;
	/** Observed. */
	ZIP_Code: Text;
}

/**
 * Events. Zoho documents that bulk read exports it.
 *
 * Fields: 33 observed, 3 inferred. Sources: Zoho's SDK 8.0; the metadata of a live org (2026).
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Events: Module<"Events", Events> = /* @__PURE__ */ generatedModule(
	"Events",
	`
	All_day boolean
	Check_In_Address textarea
	Check_In_By owner >Users
	Check_In_City text
	Check_In_Comment textarea
	Check_In_Country text
	Check_In_State text
	Check_In_Status text
	Check_In_Sub_Locality text
	Check_In_Time datetime
	Created_By owner >Users
	Created_Time datetime
	Description textarea !filter
	End_DateTime datetime
	Event_Title text
	id bigint
	Last_Activity_Time datetime
	Latitude decimal
	Layout text !filter
	Longitude decimal
	Meeting_Provider__s picklist
	Meeting_Venue__s picklist
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Participants bigint !export
	Record_Status__s picklist =["Trash","Available","Draft"]
	Recurring_Activity text !filter
	Remind_At text !filter
	Remind_Participants text !filter
	Start_DateTime datetime
	Tag text
	Venue text
	What_Id lookup
	Who_Id lookup >Contacts
	ZIP_Code text
	`,
	() => ({ Users, Contacts }),
);
