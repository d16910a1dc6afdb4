import { bulkRead, type Client } from "zoho-bulk-read";
import { Accounts, Contacts, Deals } from "zoho-bulk-read/standard";
import { sync } from "zoho-bulk-read/sync";
import { postgres } from "zoho-bulk-read/sync/postgres";

/** The jobs to copy. Each one gets a table named after its module. */
export const jobs = [
	bulkRead(Accounts).select("Account_Name", "Phone"),
	bulkRead(Contacts).select("Last_Name", "Email", "Account_Name"),
	bulkRead(Deals).select("Deal_Name", "Stage", "Amount"),
];

/** Updates every table, one after the other. A run that was killed continues where it stopped. */
export async function copyOrg(zoho: Client, databaseUrl: string): Promise<void> {
	const database = await postgres(databaseUrl);
	for (const job of jobs) {
		// Lookup columns, formulas and rollups change without Modified_Time: read everything again on Sundays.
		const full = new Date().getUTCDay() === 0;
		const { kind, read, inserted, updated, deleted } = await sync(zoho, job, database, {
			full,
		});
		console.log(job.module.apiName, kind, { read, inserted, updated, deleted });
	}
}
