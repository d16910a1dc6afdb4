import { bulkRead } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

/** Stored with the checkpoint: the start of "the last seven days", counted from the start of the export. */
const kept = JSON.stringify({ since: "2026-07-01T00:00:00.000Z" });

const { since } = JSON.parse(kept) as { readonly since: string };
export const job = bulkRead(Leads)
	.select("Last_Name", "Company")
	.where((where) => where("Created_Time").greaterEqual(new Date(since)));
