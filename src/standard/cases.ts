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
} from "../criteria/descriptors.js";
import { Accounts } from "./accounts.js";
import { Users } from "./users.js";
import { Deals } from "./deals.js";
import { Products } from "./products.js";
import { Contacts } from "./contacts.js";

/**
 * Cases. That bulk read serves it is documented.
 *
 * Fields: 24 observed, 11 inferred. Gathered from: Zoho's SDK 8.0; Zoho's v8 portal sample; Zoho's help pages.
 */
export interface Cases {
	/** Observed. What it refers to: inferred. */
	Account_Name: Lookup<Accounts>;
	/** Inferred. */
	Add_Comment: TextArea;
	/** Observed. */
	Case_Number: AutoNumber;
	/**
	 * help.zoho.com: Email, Phone or Website; actual value "Web" from memory. Observed.
	 *
	 * Values (inferred, perhaps not all): "-None-", "Email", "Phone", "Web".
	 */
	Case_Origin: Picklist<"-None-" | "Email" | "Phone" | "Web">;
	/**
	 * "New problem" in Zoho sample code. Observed.
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
	 * Not in criteria (inferred): the metadata says filterable: false, which is taken to hold for bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/**
	 * Inferred.
	 *
	 * Neither exported nor in criteria (observed): clients of the API report that bulk read refuses this field.
	 */
	Comments: NotExported<"text">;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/** Only with: multi-currency enabled. Observed. */
	Currency: Picklist;
	/** Observed. What it refers to: inferred. */
	Deal_Name: Lookup<Deals>;
	/**
	 * Inferred.
	 *
	 * Not in criteria (inferred): the metadata says filterable: false, which is taken to hold for bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Inferred. */
	Email: Email;
	/** Only with: multi-currency enabled. Observed. */
	Exchange_Rate: Decimal;
	/** Observed. */
	id: BigInteger;
	/** Inferred. */
	Internal_Comments: TextArea;
	/** Only in older versions of the API. in v2 SDK constants, gone in 8.0. Observed. */
	Is_Record_Duplicate: BooleanField;
	/** in many orgs; not in SDK constants, check metadata. Inferred. */
	Last_Activity_Time: DateTime;
	/**
	 * Observed.
	 *
	 * Not in criteria (inferred): Zoho's table of comparators does not name this data type.
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
	 * "Low" in Zoho sample code, "Medium" in CData docs. Observed.
	 *
	 * Values (inferred, perhaps not all): "-None-", "High", "Medium", "Low".
	 */
	Priority: Picklist<"-None-" | "High" | "Medium" | "Low">;
	/** Observed. What it refers to: inferred. */
	Product_Name: Lookup<Products>;
	/**
	 * Observed.
	 *
	 * Values (documented): "Trash", "Available", "Draft".
	 */
	Record_Status__s: Picklist<"Trash" | "Available" | "Draft">;
	/** Observed. What it refers to: inferred. */
	Related_To: Lookup<Contacts>;
	/** Inferred. */
	Reported_By: Text;
	/**
	 * Inferred.
	 *
	 * Not in criteria (inferred): the metadata says filterable: false, which is taken to hold for bulk read too.
	 */
	Solution: SelectOnly<"textarea">;
	/**
	 * "On Hold" in Zoho sample code. Observed.
	 *
	 * Values (inferred, perhaps not all): "New", "On Hold", "Escalated", "Closed".
	 */
	Status: Picklist<"New" | "On Hold" | "Escalated" | "Closed">;
	/** Inferred. */
	Subject: Text;
	/** Inferred. */
	Tag: Text;
	/**
	 * help.zoho.com: question, feature request or real issue. Observed.
	 *
	 * Values (inferred, perhaps not all): "-None-", "Problem", "Feature Request", "Question".
	 */
	Type: Picklist<"-None-" | "Problem" | "Feature Request" | "Question">;
}

/**
 * Cases. That bulk read serves it is documented.
 *
 * Fields: 24 observed, 11 inferred. Gathered from: Zoho's SDK 8.0; Zoho's v8 portal sample; Zoho's help pages.
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
