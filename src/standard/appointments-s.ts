// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type DateTime,
	generatedModule,
	type Integer,
	type Lookup,
	type Module,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
	type TextArea,
	type Undescribed,
} from "../criteria/build/descriptors.js";
import { Services__s } from "./services-s.js";
import { Users } from "./users.js";

/**
 * Appointments__s. It is unknown whether bulk read exports it.
 *
 * Fields: 25 observed, 9 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Appointments__s {
	/** Inferred. */
	Additional_Information: TextArea;
	/** Inferred. */
	Address: Text;
	/** Observed. */
	Appointment_End_Time: DateTime;
	/** Observed. The module that it refers to is inferred. Refers to records of several modules, so no path can go through it. */
	Appointment_For: Lookup<Undescribed<"se_module">>;
	/** Inferred. */
	Appointment_Name: Text;
	/** Observed. */
	Appointment_Start_Time: DateTime;
	/** Inferred. */
	Cancellation_Note: TextArea;
	/** Observed. */
	Cancellation_Reason: Picklist;
	/** Observed. */
	Cancelled_By: Owner<Users>;
	/** Observed. */
	Cancelled_Time: DateTime;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/** Observed. */
	Duration: Integer;
	/** Observed. */
	id: BigInteger;
	/** Observed. */
	Job_Sheet_Created__s: BooleanField;
	/** Inferred. */
	Job_Sheet_Description__s: TextArea;
	/** Inferred. */
	Job_Sheet_Name__s: Text;
	/** Observed. */
	Job_Sheet_Section__s: Picklist;
	/** Observed. */
	Location: Picklist;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	Owner: Owner<Users>;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Remind_At: SelectOnly<"text">;
	/** Observed. */
	Reschedule_Count: Integer;
	/** Inferred. */
	Reschedule_Note: TextArea;
	/** Observed. */
	Reschedule_Reason: Picklist;
	/** Observed. */
	Rescheduled_By: Owner<Users>;
	/** Observed. */
	Rescheduled_From: DateTime;
	/** Observed. */
	Rescheduled_Time: DateTime;
	/** Observed. */
	Rescheduled_To: DateTime;
	/** Observed. The module that it refers to is inferred. */
	Service_Name: Lookup<Services__s>;
	/** Observed. */
	Status: Picklist;
	/** Inferred. */
	Tag: Text;
}

/**
 * Appointments__s. It is unknown whether bulk read exports it.
 *
 * Fields: 25 observed, 9 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Appointments__s: Module<"Appointments__s", Appointments__s> = /* @__PURE__ */ generatedModule(
	"Appointments__s",
	`
	Additional_Information textarea
	Address text
	Appointment_End_Time datetime
	Appointment_For lookup
	Appointment_Name text
	Appointment_Start_Time datetime
	Cancellation_Note textarea
	Cancellation_Reason picklist
	Cancelled_By owner >Users
	Cancelled_Time datetime
	Created_By owner >Users
	Created_Time datetime
	Duration integer
	id bigint
	Job_Sheet_Created__s boolean
	Job_Sheet_Description__s textarea
	Job_Sheet_Name__s text
	Job_Sheet_Section__s picklist
	Location picklist
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Record_Status__s picklist =["Trash","Available","Draft"]
	Remind_At text !filter
	Reschedule_Count integer
	Reschedule_Note textarea
	Reschedule_Reason picklist
	Rescheduled_By owner >Users
	Rescheduled_From datetime
	Rescheduled_Time datetime
	Rescheduled_To datetime
	Service_Name lookup >Services__s
	Status picklist
	Tag text
	`,
	() => ({ Users, Services__s }),
);
