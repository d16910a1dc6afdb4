import { DelayedError, Worker } from "bullmq";
import { Redis } from "ioredis";
import { bulkRead, type Client, createClient, refreshToken } from "zoho-bulk-read";
import { Accounts, Contacts, Deals, Leads } from "zoho-bulk-read/standard";
import { CopyLockedError, syncStep } from "zoho-bulk-read/sync";
import { postgres } from "zoho-bulk-read/sync/postgres";

/** A task only names the table. The progress of its run is in the database. */
export interface SyncTask {
	readonly org: string;
	readonly module: keyof typeof jobs;
}

/** What to copy from each org. */
export const jobs = {
	Accounts: bulkRead(Accounts).select("Account_Name", "Phone"),
	Contacts: bulkRead(Contacts).select("Last_Name", "Email"),
	Deals: bulkRead(Deals).select("Deal_Name", "Stage", "Amount"),
	Leads: bulkRead(Leads).select("Last_Name", "Company"),
};

/** An org: where it is, and its credentials. */
export interface OrgSettings {
	readonly baseUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly refreshToken: string;
}

const { REDIS_URL = "redis://127.0.0.1", DATABASE_URL = "", ORGS = "{}" } = process.env;

/** Starts a worker. Start as many as you like, on as many machines. */
export async function startSyncWorker(lockDuration = 30_000): Promise<Worker<SyncTask>> {
	const redis = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
	const orgs: Readonly<Record<string, OrgSettings>> = JSON.parse(ORGS);
	const clients = new Map<string, Client>();
	for (const [org, { baseUrl, ...credentials }] of Object.entries(orgs)) {
		const auth = refreshToken(credentials);
		// Zoho allows an org ten downloads a minute: with two workers, five for each.
		clients.set(org, createClient({ baseUrl, auth, downloadsPerMinute: 5 }));
	}
	const database = await postgres(DATABASE_URL);
	return new Worker<SyncTask>(
		"syncs",
		async (task, token) => {
			const { org, module } = task.data;
			const zoho = clients.get(org);
			if (zoho === undefined) throw new Error(`There is no org ${org}.`);
			const later = async (wait: number): Promise<never> => {
				await task.moveToDelayed(Date.now() + wait, token);
				throw new DelayedError();
			};
			try {
				const table = `${org} ${module}`;
				const { wait, outcome } = await syncStep(zoho, jobs[module], database, { table });
				return outcome ?? (await later(wait));
			} catch (error) {
				// Another worker is still busy with this table, or died a moment ago.
				if (error instanceof CopyLockedError) return later(1_000);
				throw error;
			}
		},
		// If a worker dies, another one continues its task after `lockDuration`, as often as necessary.
		{
			connection: redis,
			concurrency: 4,
			lockDuration,
			stalledInterval: lockDuration,
			maxStalledCount: 1_000,
		},
	);
}
