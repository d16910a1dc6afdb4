// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type DateTime,
	type Email,
	generatedModule,
	type Module,
	type Owner,
	type Phone,
	type Picklist,
	type SelectOnly,
	type Text,
	type Url,
} from "../criteria/build/descriptors.js";
import { Users } from "./users.js";

/**
 * Vendors. Zoho documents that bulk read exports it.
 *
 * Fields: 12 observed, 15 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Vendors {
	/** Inferred. */
	Category: Text;
	/** Inferred. */
	City: Text;
	/** Inferred. */
	Country: Text;
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
	/** Inferred. */
	Email: Email;
	/** Observed. */
	Email_Opt_Out: BooleanField;
	/**
	 * Observed. Zoho's sample code uses "Sales-Software".
	 *
	 * Values (inferred, perhaps not all): "-None-", "Sales-Software", "Sales-Hardware", "Rental-Income", "Interest-Income", "Sales-Software-Support", "Sales Other", "Internet Sales", "Service-Hardware Labor", "Sales-Books".
	 */
	GL_Account: Picklist<
		| "-None-"
		| "Sales-Software"
		| "Sales-Hardware"
		| "Rental-Income"
		| "Interest-Income"
		| "Sales-Software-Support"
		| "Sales Other"
		| "Internet Sales"
		| "Service-Hardware Labor"
		| "Sales-Books"
	>;
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
	Phone: Phone;
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
	State: Text;
	/** Inferred. */
	Street: Text;
	/** Inferred. */
	Tag: Text;
	/**
	 * Observed.
	 *
	 * Values (documented): "Consent form", "Manual", "Unsubscribe link", "Zoho campaigns".
	 */
	Unsubscribed_Mode: Picklist<"Consent form" | "Manual" | "Unsubscribe link" | "Zoho campaigns">;
	/** Observed. */
	Unsubscribed_Time: DateTime;
	/** Inferred. */
	Vendor_Name: Text;
	/** Inferred. */
	Website: Url;
	/** Inferred. */
	Zip_Code: Text;
}

/**
 * Vendors. Zoho documents that bulk read exports it.
 *
 * Fields: 12 observed, 15 inferred. Sources: Zoho's SDK 8.0.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Vendors: Module<"Vendors", Vendors> = /* @__PURE__ */ generatedModule(
	"Vendors",
	`
	Category text
	City text
	Country text
	Created_By owner >Users
	Created_Time datetime
	Description textarea !filter
	Email email
	Email_Opt_Out boolean
	GL_Account picklist =["-None-","Sales-Software","Sales-Hardware","Rental-Income","Interest-Income","Sales-Software-Support","Sales Other","Internet Sales","Service-Hardware Labor","Sales-Books"]
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Phone phone
	Record_Image text !filter
	Record_Status__s picklist =["Trash","Available","Draft"]
	State text
	Street text
	Tag text
	Unsubscribed_Mode picklist =["Consent form","Manual","Unsubscribe link","Zoho campaigns"]
	Unsubscribed_Time datetime
	Vendor_Name text
	Website url
	Zip_Code text
	`,
	() => ({ Users }),
);
