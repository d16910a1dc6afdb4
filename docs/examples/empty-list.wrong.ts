import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Last_Name").in([]);
