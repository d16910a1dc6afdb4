// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type AutoNumber,
	type BigInteger,
	type BooleanField,
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
	type TextArea,
} from "../criteria/build/descriptors.js";
import { Products } from "./products.js";
import { Users } from "./users.js";

/**
 * Solutions. Zoho documents that bulk read exports it.
 *
 * Fields: 13 observed, 8 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Solutions {
	/** Inferred. */
	Add_Comment: TextArea;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Answer: SelectOnly<"textarea">;
	/**
	 * Inferred.
	 *
	 * Neither exported nor filterable (observed): clients of the API report that bulk read refuses this field.
	 */
	Comments: NotExported<"text">;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
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
	No_of_comments: Integer;
	/** Observed. */
	Owner: Owner<Users>;
	/** Observed. The module that it refers to is inferred. */
	Product_Name: Lookup<Products>;
	/** Observed. */
	Published: BooleanField;
	/** Inferred. */
	Question: TextArea;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Observed. */
	Solution_Number: AutoNumber;
	/** Inferred. */
	Solution_Title: Text;
	/**
	 * Observed. Zoho's sample code uses "Draft".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Draft", "Reviewed", "Duplicate".
	 */
	Status: Picklist<"-None-" | "Draft" | "Reviewed" | "Duplicate">;
	/** Inferred. */
	Tag: Text;
}

/**
 * Solutions. Zoho documents that bulk read exports it.
 *
 * Fields: 13 observed, 8 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Solutions: Module<"Solutions", Solutions> = /* @__PURE__ */ generatedModule(
	"Solutions",
	`
	Add_Comment textarea
	Answer textarea !filter
	Comments text !export
	Created_By owner >Users
	Created_Time datetime
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	No_of_comments integer
	Owner owner >Users
	Product_Name lookup >Products
	Published boolean
	Question textarea
	Record_Status__s picklist =["Trash","Available","Draft"]
	Solution_Number autonumber
	Solution_Title text
	Status picklist =["-None-","Draft","Reviewed","Duplicate"]
	Tag text
	`,
	() => ({ Users, Products }),
);
