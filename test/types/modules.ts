/** Small modules for the tests of the types. Together they have a field of every data type, in every state. */
import {
	type AutoNumber,
	type BigInteger,
	type BooleanField,
	type Currency,
	type DateField,
	type DateTime,
	type Decimal,
	type Email,
	generatedModule,
	type Integer,
	type Lookup,
	type Module,
	type MultiSelect,
	type NotExported,
	type Owner,
	type Percent,
	type Phone,
	type Picklist,
	type SelectOnly,
	type Text,
	type TextArea,
	type Undescribed,
	type Url,
	type User,
} from "zoho-bulk-read";

export interface Users {
	id: BigInteger;
	last_name: Text;
	email: Email;
	Reporting_To: Lookup<Users>;
}

export const Users: Module<"Users", Users> = generatedModule(
	"Users",
	`
	id bigint
	last_name text
	email email
	Reporting_To lookup >Users
	`,
	() => ({ Users }),
);

export interface Accounts {
	id: BigInteger;
	Account_Name: Text;
	Phone: Phone;
	Industry: Picklist<"Banking" | "Farming">;
	Owner: Owner<Users>;
	Parent_Account: Lookup<Accounts>;
}

export const Accounts: Module<"Accounts", Accounts> = generatedModule(
	"Accounts",
	`
	id bigint
	Account_Name text
	Phone phone
	Industry picklist =["Banking","Farming"]
	Owner owner >Users
	Parent_Account lookup >Accounts
	`,
	() => ({ Accounts, Users }),
);

export interface Contacts {
	id: BigInteger;
	Last_Name: Text;
	Email: Email;
	Phone: Phone;
	Website: Url;
	Notes: TextArea;
	Number: AutoNumber;
	Lead_Source: Picklist<"Advertisement" | "Web">;
	Tags: MultiSelect<"Red" | "Blue">;
	Visits: Integer;
	Score: Decimal;
	Revenue: Currency;
	Discount: Percent;
	Birthday: DateField;
	Created_Time: DateTime;
	Email_Opt_Out: BooleanField;
	Account_Name: Lookup<Accounts>;
	Owner: Owner<Users>;
	Created_By: User<Users>;
	Campaign: Lookup<Undescribed<"Campaigns">>;
	Description: SelectOnly<"textarea">;
	Password: NotExported<"text">;
}

export const Contacts: Module<"Contacts", Contacts> = generatedModule(
	"Contacts",
	`
	id bigint
	Last_Name text
	Email email
	Phone phone
	Website url
	Notes textarea
	Number autonumber
	Lead_Source picklist =["Advertisement","Web"]
	Tags multi-select =["Red","Blue"]
	Visits integer
	Score decimal
	Revenue currency
	Discount percent
	Birthday date
	Created_Time datetime
	Email_Opt_Out boolean
	Account_Name lookup >Accounts
	Owner owner >Users
	Created_By user >Users
	Campaign lookup
	Description textarea !filter
	Password text !export
	`,
	() => ({ Accounts, Users }),
);

export interface Leads {
	id: BigInteger;
	Last_Name: Text;
}

export const Leads: Module<"Leads", Leads> = generatedModule("Leads", "id bigint\nLast_Name text", () => ({}));

export interface Events {
	id: BigInteger;
	Event_Title: Text;
	All_day: BooleanField;
	Owner: Owner<Users>;
}

export const Events: Module<"Events", Events> = generatedModule(
	"Events",
	"id bigint\nEvent_Title text\nAll_day boolean\nOwner owner >Users",
	() => ({ Users }),
);
