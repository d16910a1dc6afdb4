import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

export const job = bulkRead(Contacts)
	.select("Full_Name", "Owner.email", "Account_Name.Account_Name", "Account_Name.Industry")
	.where(where("Account_Name.Annual_Revenue").greaterThan(500_000));
