import { Contacts, Leads } from "zoho-bulk-read/standard";

Contacts.where("Email").isEmpty().and(Leads.where("Email").isEmpty());
