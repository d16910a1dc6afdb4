import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Email.domain").equal("example.com");
