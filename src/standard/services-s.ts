// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type Currency,
	type DateField,
	type DateTime,
	generatedModule,
	type Integer,
	type Module,
	type MultiSelect,
	type NotExported,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
} from "../criteria/build/descriptors.js";
import { Users } from "./users.js";

/**
 * Services__s. It is unknown whether bulk read exports it.
 *
 * Fields: 18 observed, 9 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Services__s {
	/** Observed. */
	Availability_Type: Picklist;
	/** Observed. */
	Available_Dates: DateField;
	/** Inferred. */
	Available_Days: MultiSelect;
	/** Observed. */
	Available_From: DateField;
	/** Observed. */
	Available_Till: DateField;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Available_Timings: SelectOnly<"text">;
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
	Duration: Integer;
	/** Observed. */
	id: BigInteger;
	/** Observed. */
	Job_Sheet_Required: Picklist;
	/** Observed. */
	Job_Sheet_Section__s: Picklist;
	/** Observed. */
	Location: Picklist;
	/**
	 * Inferred.
	 *
	 * Neither exported nor filterable (documented): the rows of a subform are a separate module, and are exported as such.
	 */
	Members: NotExported<"text">;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	Owner: Owner<Users>;
	/** Inferred. */
	Price: Currency;
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
	Service_Name: Text;
	/** Observed. */
	Status: Picklist;
	/** Inferred. */
	Tag: Text;
	/** Inferred. */
	Tax: MultiSelect;
	/** Observed. */
	Unavailable_From: DateTime;
	/** Observed. */
	Unavailable_Till: DateTime;
}

/**
 * Services__s. It is unknown whether bulk read exports it.
 *
 * Fields: 18 observed, 9 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Services__s: Module<"Services__s", Services__s> = /* @__PURE__ */ generatedModule(
	"Services__s",
	`
	Availability_Type picklist
	Available_Dates date
	Available_Days multi-select
	Available_From date
	Available_Till date
	Available_Timings text !filter
	Created_By owner >Users
	Created_Time datetime
	Description textarea !filter
	Duration integer
	id bigint
	Job_Sheet_Required picklist
	Job_Sheet_Section__s picklist
	Location picklist
	Members text !export
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Price currency
	Record_Image text !filter
	Record_Status__s picklist =["Trash","Available","Draft"]
	Service_Name text
	Status picklist
	Tag text
	Tax multi-select
	Unavailable_From datetime
	Unavailable_Till datetime
	`,
	() => ({ Users }),
);
