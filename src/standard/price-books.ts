// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type DateTime,
	generatedModule,
	type Module,
	type NotExported,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
} from "../criteria/build/descriptors.js";
import { Users } from "./users.js";

/**
 * Price_Books. Zoho documents that bulk read exports it.
 *
 * Fields: 10 observed, 6 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Price_Books {
	/** Observed. */
	Active: BooleanField;
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
	id: BigInteger;
	/** Inferred. Many orgs have it; Zoho's SDK does not list it. */
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
	/** Inferred. */
	Price_Book_Name: Text;
	/**
	 * Inferred.
	 *
	 * Neither exported nor filterable (observed): clients of the API report that bulk read refuses this field.
	 */
	Pricing_Details: NotExported<"text">;
	/**
	 * Observed. Zoho's sample code uses "Flat".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Flat", "Differential".
	 */
	Pricing_Model: Picklist<"-None-" | "Flat" | "Differential">;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Inferred. */
	Tag: Text;
}

/**
 * Price_Books. Zoho documents that bulk read exports it.
 *
 * Fields: 10 observed, 6 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Price_Books: Module<"Price_Books", Price_Books> = /* @__PURE__ */ generatedModule(
	"Price_Books",
	`
	Active boolean
	Created_By owner >Users
	Created_Time datetime
	Description textarea !filter
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Price_Book_Name text
	Pricing_Details text !export
	Pricing_Model picklist =["-None-","Flat","Differential"]
	Record_Status__s picklist =["Trash","Available","Draft"]
	Tag text
	`,
	() => ({ Users }),
);
