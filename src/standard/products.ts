// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type Currency,
	type DateField,
	type DateTime,
	type Decimal,
	generatedModule,
	type Lookup,
	type Module,
	type MultiSelect,
	type Owner,
	type Picklist,
	type SelectOnly,
	type Text,
} from "../criteria/build/descriptors.js";
import { Users } from "./users.js";
import { Vendors } from "./vendors.js";

/**
 * Products. Zoho documents that bulk read exports it.
 *
 * Fields: 30 observed, 6 inferred. Sources: Zoho's SDK 8.0; Zoho's page of API names; Zoho's v8 portal sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Products {
	/**
	 * Observed.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Change_Log_Time__s: SelectOnly<"datetime">;
	/** Observed. */
	Commission_Rate: Currency;
	/** Observed. */
	Created_By: Owner<Users>;
	/** Observed. */
	Created_Time: DateTime;
	/** Observed. Only with: multiple currencies. */
	Currency: Picklist;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Observed. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Observed. */
	Handler: Owner<Users>;
	/** Observed. */
	id: BigInteger;
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
	/**
	 * Observed. Zoho's sample code uses "LexPon Inc.".
	 *
	 * Values (inferred): "-None-", "AltvetPet Inc.", "LexPon Inc.", "MetBeat Corp".
	 */
	Manufacturer: Picklist<"-None-" | "AltvetPet Inc." | "LexPon Inc." | "MetBeat Corp">;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	Owner: Owner<Users>;
	/** Observed. */
	Product_Active: BooleanField;
	/**
	 * Observed. Zoho's sample code uses "Hardware".
	 *
	 * Values (inferred): "-None-", "Hardware", "Software", "CRM Applications".
	 */
	Product_Category: Picklist<"-None-" | "Hardware" | "Software" | "CRM Applications">;
	/** Inferred. */
	Product_Code: Text;
	/** Inferred. */
	Product_Name: Text;
	/** Observed. */
	Qty_in_Demand: Decimal;
	/** Observed. */
	Qty_in_Stock: Decimal;
	/** Observed. */
	Qty_Ordered: Decimal;
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
	/** Observed. */
	Reorder_Level: Decimal;
	/** Observed. */
	Sales_End_Date: DateField;
	/** Observed. */
	Sales_Start_Date: DateField;
	/** Observed. */
	Support_Expiry_Date: DateField;
	/** Observed. */
	Support_Start_Date: DateField;
	/** Inferred. */
	Tag: Text;
	/** Observed. */
	Tax: MultiSelect;
	/** Observed. */
	Taxable: BooleanField;
	/** Observed. */
	Unit_Price: Currency;
	/**
	 * Observed. Zoho's sample code uses "Box".
	 *
	 * Values (inferred, perhaps not all): "Box", "Carton", "Dozen", "Each", "Hours", "Impressions", "Lb", "M", "Pack", "Pages", "Pieces", "Quantity", "Reams", "Sheet", "Spiral Binder", "Square Feet".
	 */
	Usage_Unit: Picklist<
		| "Box"
		| "Carton"
		| "Dozen"
		| "Each"
		| "Hours"
		| "Impressions"
		| "Lb"
		| "M"
		| "Pack"
		| "Pages"
		| "Pieces"
		| "Quantity"
		| "Reams"
		| "Sheet"
		| "Spiral Binder"
		| "Square Feet"
	>;
	/** Observed. The module that it refers to is inferred. */
	Vendor_Name: Lookup<Vendors>;
}

/**
 * Products. Zoho documents that bulk read exports it.
 *
 * Fields: 30 observed, 6 inferred. Sources: Zoho's SDK 8.0; Zoho's page of API names; Zoho's v8 portal sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Products: Module<"Products", Products> = /* @__PURE__ */ generatedModule(
	"Products",
	`
	Change_Log_Time__s datetime !filter
	Commission_Rate currency
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Description textarea !filter
	Exchange_Rate decimal
	Handler owner >Users
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Locked__s boolean
	Manufacturer picklist =["-None-","AltvetPet Inc.","LexPon Inc.","MetBeat Corp"]
	Modified_By owner >Users
	Modified_Time datetime
	Owner owner >Users
	Product_Active boolean
	Product_Category picklist =["-None-","Hardware","Software","CRM Applications"]
	Product_Code text
	Product_Name text
	Qty_in_Demand decimal
	Qty_in_Stock decimal
	Qty_Ordered decimal
	Record_Image text !filter
	Record_Status__s picklist =["Trash","Available","Draft"]
	Reorder_Level decimal
	Sales_End_Date date
	Sales_Start_Date date
	Support_Expiry_Date date
	Support_Start_Date date
	Tag text
	Tax multi-select
	Taxable boolean
	Unit_Price currency
	Usage_Unit picklist =["Box","Carton","Dozen","Each","Hours","Impressions","Lb","M","Pack","Pages","Pieces","Quantity","Reams","Sheet","Spiral Binder","Square Feet"]
	Vendor_Name lookup >Vendors
	`,
	() => ({ Users, Vendors }),
);
