import { bulkRead, type Client } from "zoho-bulk-read";
import { Accounts, Contacts, Deals } from "zoho-bulk-read/standard";
import { sync } from "zoho-bulk-read/sync";
import { postgres } from "zoho-bulk-read/sync/postgres";

/** What is copied: a table for each job, named after its module. */
export const jobs = [
	bulkRead(Accounts).select("Account_Name", "Phone"),
	bulkRead(Contacts).select("Last_Name", "Email", "Account_Name"),
	bulkRead(Deals).select("Deal_Name", "Stage", "Amount"),
];

/** Brings every table up to the org, one after the other. What was killed goes on where it was. */
export async function copyOrg(zoho: Client, databaseUrl: string): Promise<void> {
	const database = await postgres(databaseUrl);
	for (const job of jobs) {
		// Columns behind lookups, formulas and rollups move no Modified_Time: everything is read again on Sundays.
		const full = new Date().getUTCDay() === 0;
		const { kind, read, inserted, updated, deleted } = await sync(zoho, job, database, {
			full,
		});
		console.log(job.module.apiName, kind, { read, inserted, updated, deleted });
	}
}
