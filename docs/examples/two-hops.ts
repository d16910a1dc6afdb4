import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const AnyContacts = Contacts.anyHops();

export const job = bulkRead(AnyContacts)
	.select("Last_Name", "Account_Name.Owner.last_name")
	.where((where) => where("Account_Name.Owner.email").endsWith("@example.com"));
