// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type Currency,
	type DateTime,
	type Decimal,
	generatedModule,
	type Lookup,
	type Module,
	type Owner,
	type Percent,
	type Picklist,
	type SelectOnly,
	type Text,
} from "../criteria/build/descriptors.js";
import { Products } from "./products.js";
import { Sales_Orders } from "./sales-orders.js";
import { Users } from "./users.js";

/**
 * Ordered_Items. It is unknown whether bulk read exports it.
 *
 * Fields: 25 inferred. Sources: Zoho's v8 portal sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Ordered_Items {
	/** Inferred. */
	Created_By: Owner<Users>;
	/** Inferred. */
	Created_Time: DateTime;
	/** Inferred. Only with: multiple currencies. */
	Currency: Picklist;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): the metadata says filterable: false, which we assume applies to bulk read too.
	 */
	Description: SelectOnly<"textarea">;
	/** Inferred. */
	Discount: Currency;
	/** Inferred. */
	Discount_Percentage__s: Percent;
	/** Inferred. */
	Discount_Type__s: Picklist;
	/** Inferred. Only with: multiple currencies. */
	Exchange_Rate: Decimal;
	/** Inferred. */
	id: BigInteger;
	/** Inferred. */
	Last_Activity_Time: DateTime;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type.
	 */
	Layout: SelectOnly<"text">;
	/**
	 * Inferred.
	 *
	 * Not filterable (inferred): Zoho's table of comparators does not name this data type; it is unknown whether bulk read exports it.
	 */
	Line_Tax: SelectOnly<"text">;
	/** Inferred. */
	List_Price: Currency;
	/** Inferred. */
	Modified_By: Owner<Users>;
	/** Inferred. */
	Modified_Time: DateTime;
	/** Inferred. */
	Name: Text;
	/** Inferred. */
	Net_Total: Currency;
	/** Inferred. */
	Owner: Owner<Users>;
	/** Inferred. */
	Parent_Id: Lookup<Sales_Orders>;
	/** Inferred. */
	Product_Name: Lookup<Products>;
	/** Inferred. */
	Quantity: Decimal;
	/** Inferred. */
	Sequence_Number: BigInteger;
	/** Inferred. */
	Tax: Currency;
	/** Inferred. */
	Total: Currency;
	/** Inferred. */
	Total_After_Discount: Currency;
}

/**
 * Ordered_Items. It is unknown whether bulk read exports it.
 *
 * Fields: 25 inferred. Sources: Zoho's v8 portal sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Ordered_Items: Module<"Ordered_Items", Ordered_Items> = /* @__PURE__ */ generatedModule(
	"Ordered_Items",
	`
	Created_By owner >Users
	Created_Time datetime
	Currency picklist
	Description textarea !filter
	Discount currency
	Discount_Percentage__s percent
	Discount_Type__s picklist
	Exchange_Rate decimal
	id bigint
	Last_Activity_Time datetime
	Layout text !filter
	Line_Tax text !filter
	List_Price currency
	Modified_By owner >Users
	Modified_Time datetime
	Name text
	Net_Total currency
	Owner owner >Users
	Parent_Id lookup >Sales_Orders
	Product_Name lookup >Products
	Quantity decimal
	Sequence_Number bigint
	Tax currency
	Total currency
	Total_After_Discount currency
	`,
	() => ({ Users, Sales_Orders, Products }),
);
