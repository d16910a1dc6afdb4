// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.
/* eslint-disable */
// @ts-nocheck

import {
	type BigInteger,
	type BooleanField,
	type DateField,
	type DateTime,
	type Email,
	generatedModule,
	type Lookup,
	type Module,
	type Owner,
	type Phone,
	type Picklist,
	type Text,
	type Undescribed,
	type Url,
} from "../criteria/build/descriptors.js";

/**
 * Users. Described because lookups refer to it. A client of the API reports that bulk read does not export it.
 *
 * Fields: 45 observed. Sources: Zoho's v7 Users API sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export interface Users {
	/** Observed. */
	alias: Text;
	/** Observed. */
	city: Text;
	/** Observed. */
	confirm: BooleanField;
	/** Observed. */
	country: Text;
	/** Observed. */
	country_locale: Text;
	/** Observed. */
	created_by: Owner<Users>;
	/** Observed. */
	created_time: DateTime;
	/** Observed. */
	Currency: Picklist;
	/** Observed. */
	date_format: Text;
	/** Observed. */
	decimal_separator: Text;
	/** Observed. */
	default_tab_group: Text;
	/** Observed. */
	dob: DateField;
	/** Observed. */
	email: Email;
	/** Observed. */
	fax: Text;
	/** Observed. */
	first_name: Text;
	/** Observed. */
	full_name: Text;
	/** Observed. */
	id: BigInteger;
	/** Observed. */
	Isonline: BooleanField;
	/** Observed. */
	language: Text;
	/** Observed. */
	last_name: Text;
	/** Observed. */
	locale: Text;
	/** Observed. */
	microsoft: BooleanField;
	/** Observed. */
	mobile: Phone;
	/** Observed. */
	Modified_By: Owner<Users>;
	/** Observed. */
	Modified_Time: DateTime;
	/** Observed. */
	name_format__s: Text;
	/** Observed. */
	number_separator: Text;
	/** Observed. */
	offset: BigInteger;
	/** Observed. */
	personal_account: BooleanField;
	/** Observed. */
	phone: Phone;
	/** Observed. Refers to Profiles, which is not described here, so no path can go through it. */
	profile: Lookup<Undescribed<"Profiles">>;
	/** Observed. */
	Reporting_To: Owner<Users>;
	/** Observed. Refers to Roles, which is not described here, so no path can go through it. */
	role: Lookup<Undescribed<"Roles">>;
	/** Observed. */
	signature: Text;
	/** Observed. */
	sort_order_preference__s: Text;
	/** Observed. */
	state: Text;
	/**
	 * Observed.
	 *
	 * Values (documented, perhaps not all): "active", "inactive", "deleted".
	 */
	status: Picklist<"active" | "inactive" | "deleted">;
	/** Observed. */
	status_reason__s: Text;
	/** Observed. */
	street: Text;
	/** Observed. */
	time_format: Text;
	/** Observed. */
	time_zone: Text;
	/** Observed. */
	type__s: Text;
	/** Observed. */
	website: Url;
	/** Observed. */
	zip: Text;
	/** Observed. */
	zuid: Text;
}

/**
 * Users. Described because lookups refer to it. A client of the API reports that bulk read does not export it.
 *
 * Fields: 45 observed. Sources: Zoho's v7 Users API sample.
 *
 * Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, for example a data type from a name. Every org differs: generate your own modules.
 */
export const Users: Module<"Users", Users> = /* @__PURE__ */ generatedModule(
	"Users",
	`
	alias text
	city text
	confirm boolean
	country text
	country_locale text
	created_by owner >Users
	created_time datetime
	Currency picklist
	date_format text
	decimal_separator text
	default_tab_group text
	dob date
	email email
	fax text
	first_name text
	full_name text
	id bigint
	Isonline boolean
	language text
	last_name text
	locale text
	microsoft boolean
	mobile phone
	Modified_By owner >Users
	Modified_Time datetime
	name_format__s text
	number_separator text
	offset bigint
	personal_account boolean
	phone phone
	profile lookup
	Reporting_To owner >Users
	role lookup
	signature text
	sort_order_preference__s text
	state text
	status picklist =["active","inactive","deleted"]
	status_reason__s text
	street text
	time_format text
	time_zone text
	type__s text
	website url
	zip text
	zuid text
	`,
	() => ({ Users }),
);
