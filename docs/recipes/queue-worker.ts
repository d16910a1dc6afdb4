import { DelayedError, Worker } from "bullmq";
import { Redis } from "ioredis";
import {
	bulkRead,
	type Checkpoint,
	createClient,
	JobFailedError,
	ResultExpiredError,
	refreshToken,
	resubmitPage,
} from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

/** What a task carries from step to step: where the export stands. */
export interface ExportTask {
	readonly checkpoint: Checkpoint;
}

/** What the queue's tasks export. The producer and every worker must have the same job. */
export const job = bulkRead(Contacts).select("Last_Name", "Email");

const {
	REDIS_URL = "redis://127.0.0.1",
	ZOHO_BASE_URL = "",
	DOWNLOADS_PER_MINUTE = "5",
} = process.env;
const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;

/** Starts a worker. Start as many as you like, on as many machines. */
export function startWorker(lockDuration = 30_000): Worker<ExportTask> {
	const redis = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
	const zoho = createClient({
		...(ZOHO_BASE_URL === "" ? { dataCenter: "eu" } : { baseUrl: ZOHO_BASE_URL }),
		auth: refreshToken({
			clientId: ZOHO_CLIENT_ID,
			clientSecret: ZOHO_CLIENT_SECRET,
			refreshToken: ZOHO_REFRESH_TOKEN,
		}),
		downloadsPerMinute: Number(DOWNLOADS_PER_MINUTE), // Zoho allows ten: five for each of two workers
	});
	return new Worker<ExportTask>(
		"exports",
		async (task, token) => {
			// What Redis was given it does not give back: so rows come only once their file was checked to its end.
			const { checkpoint } = task.data;
			const step = await zoho
				.advance(checkpoint, job, { verified: true })
				.catch(async (error) => {
					// A job that failed, or whose result is gone, stays so. The task's next attempt submits it anew.
					if (error instanceof JobFailedError || error instanceof ResultExpiredError)
						await task.updateData({ checkpoint: resubmitPage(checkpoint, error.jobId) });
					throw error;
				});
			for await (const contacts of step.page?.rows().batches() ?? []) {
				// Written under their ids, rows that come twice do no harm.
				await redis.hset(
					`contacts:${task.name}`,
					Object.fromEntries(contacts.map((row) => [row.Id, JSON.stringify(row)])),
				);
			}
			await task.updateData({ checkpoint: step.checkpoint });
			if (step.done) return;
			await task.moveToDelayed(Date.now() + step.wait, token);
			throw new DelayedError();
		},
		// A worker that dies lets go of its task after `lockDuration`; another one goes on with it, as often as need be.
		{ connection: redis, lockDuration, stalledInterval: lockDuration, maxStalledCount: 1_000 },
	);
}
