import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Created_Time").greaterThan("2026-01-01T00:00:00.000Z");
