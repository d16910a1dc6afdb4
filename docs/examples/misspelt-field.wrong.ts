import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("last_name").equal("Boyle");
