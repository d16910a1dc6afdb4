import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Email_Opt_Out").contains("t");
