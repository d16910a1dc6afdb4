import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Date_of_Birth").equal("2026-13-01");
