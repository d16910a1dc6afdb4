import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Owner.lastname").equal("Boyle");
