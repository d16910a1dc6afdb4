import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Lead_Source").in([]);
