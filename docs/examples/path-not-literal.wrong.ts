import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

const path: string = "Email";
where(path).isEmpty();
