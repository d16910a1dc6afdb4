import { bulkRead, type Client, type Job } from "zoho-bulk-read";
import type { SandboxOptions, SandboxRecord } from "zoho-bulk-read/sandbox";
import { type SyncOptions, type SyncOutcome, sync } from "zoho-bulk-read/sync";
import { objectDatabase } from "../object-database.js";
import { type SyncOrg, syncOrg } from "../sync-org.js";
import type { TestDatabase } from "../test-database.js";
import { Things } from "./run-of-things.js";

export const job: Job<object> = bulkRead(Things).select("Name");

const made = "2026-06-01T00:00:00+00:00";
const record = (id: number, Name: string): SandboxRecord => ({
	...{ id: String(id), Name, Flag: true, Created_Time: made, Modified_Time: made },
});

/** An org with two records of the module Things, and a copy of it. */
export interface ThingsOrg extends SyncOrg {
	readonly database: TestDatabase;
	sync(options?: SyncOptions, zoho?: Client): Promise<SyncOutcome>;
	names(): Promise<readonly unknown[]>;
}

export function thingsOrg(options: SandboxOptions = {}): ThingsOrg {
	const org = syncOrg({ modules: [Things], records: { Things: [record(1, "a"), record(2, "b")] }, ...options });
	const database = objectDatabase();
	return {
		...org,
		database,
		sync: (given, zoho = org.zoho) => sync(zoho, job, database.copies, given),
		names: async () => (await database.rows("Things")).map(({ Name }) => Name),
	};
}
