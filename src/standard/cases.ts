// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type AutoNumber,
	type BigInteger,
	type BooleanField,
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
} from "../criteria/build/descriptors.js";
import { Accounts } from "./accounts.js";
import { Contacts } from "./contacts.js";
import { Deals } from "./deals.js";
import { Products } from "./products.js";
import { Users } from "./users.js";

/**
 * Cases. Zoho documents that bulk read exports it.
 *
 * Fields: 24 observed, 11 inferred. Sources: Zoho's SDK 8.0; Zoho's v8 portal sample; Zoho's help pages.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Cases {
	/** Observed. The module that it refers to is inferred. */
	Account_Name: Lookup<Accounts>;
	/** Inferred. */
	Add_Comment: TextArea;
	/** Observed. */
	Case_Number: AutoNumber;
	/**
	 * Observed. Zoho's help pages name Email, Phone and Website.
	 *
	 * Values (inferred, perhaps not all): "-None-", "Email", "Phone", "Web".
	 */
	Case_Origin: Picklist<"-None-" | "Email" | "Phone" | "Web">;
	/**
	 * Observed. Zoho's sample code uses "New problem".
	 *
	 * Values (inferred, perhaps not all): "-None-", "User did not attend any training", "Complex functionality", "Existing problem", "Instructions not clear", "New problem".
	 */
	Case_Reason: Picklist<
		| "-None-"
		| "User did not attend any training"
		| "Complex functionality"
		| "Existing problem"
		| "Instructions not clear"
		| "New problem"
	>;
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
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
	/** Observed. Only with: multiple currencies. */
	Currency: Picklist;
	/** Observed. The module that it refers to is inferred. */
	Deal_Name: Lookup<Deals>;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Inferred. */
	Email: Email;
	/** Observed. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Observed. */
	id: BigInteger;
	/** Inferred. */
	Internal_Comments: TextArea;
	/** Observed. Zoho's SDK 2.0 lists it, its SDK 8.0 does not. Only in older versions of the API. */
	Is_Record_Duplicate: BooleanField;
	/** Inferred. Many orgs have it; Zoho's SDK does not list it. */
	Last_Activity_Time: DateTime;
	/**
	 * Observed.
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
	/** Inferred. */
	Phone: Phone;
	/**
	 * Observed. Zoho's sample code uses "Low".
	 *
	 * Values (inferred, perhaps not all): "-None-", "High", "Medium", "Low".
	 */
	Priority: Picklist<"-None-" | "High" | "Medium" | "Low">;
	/** Observed. The module that it refers to is inferred. */
	Product_Name: Lookup<Products>;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Observed. The module that it refers to is inferred. */
	Related_To: Lookup<Contacts>;
	/** Inferred. */
	Reported_By: Text;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Solution: SelectOnly<"textarea">;
	/**
	 * Observed. Zoho's sample code uses "On Hold".
	 *
	 * Values (inferred, perhaps not all): "New", "On Hold", "Escalated", "Closed".
	 */
	Status: Picklist<"New" | "On Hold" | "Escalated" | "Closed">;
	/** Inferred. */
	Subject: Text;
	/** Inferred. */
	Tag: Text;
	/**
	 * Observed. Zoho's help pages name question, feature request and real issue.
	 *
	 * Values (inferred, perhaps not all): "-None-", "Problem", "Feature Request", "Question".
	 */
	Type: Picklist<"-None-" | "Problem" | "Feature Request" | "Question">;
}

/**
 * Cases. Zoho documents that bulk read exports it.
 *
 * Fields: 24 observed, 11 inferred. Sources: Zoho's SDK 8.0; Zoho's v8 portal sample; Zoho's help pages.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Cases: Module<"Cases", Cases> = /* @__PURE__ */ generatedModule(
	"Cases",
	`
	Account_Name lookup >Accounts
	Add_Comment textarea
	Case_Number autonumber
	Case_Origin picklist =["-None-","Email","Phone","Web"]
	Case_Reason picklist =["-None-","User did not attend any training","Complex functionality","Existing problem","Instructions not clear","New problem"]
	Change_Log_Time__s datetime !filter
	Comments text !export
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Deal_Name lookup >Deals
	Description textarea !filter
	Email email
	Exchange_Rate decimal
	id bigint
	Internal_Comments textarea
	Is_Record_Duplicate boolean
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	No_of_comments integer
	Owner owner >Users
	Phone phone
	Priority picklist =["-None-","High","Medium","Low"]
	Product_Name lookup >Products
	Record_Status__s picklist =["Trash","Available","Draft"]
	Related_To lookup >Contacts
	Reported_By text
	Solution textarea !filter
	Status picklist =["New","On Hold","Escalated","Closed"]
	Subject text
	Tag text
	Type picklist =["-None-","Problem","Feature Request","Question"]
	`,
	() => ({ Accounts, Users, Deals, Products, Contacts }),
);
