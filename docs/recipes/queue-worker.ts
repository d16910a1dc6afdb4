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

/** What a task carries from step to step: how far the export has come. */
export interface ExportTask {
	readonly checkpoint: Checkpoint;
}

/** The job that the queue's tasks export. The producer and every worker must use the same one. */
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
			// Rows in Redis cannot be taken back: so read them only after the whole file has been checked.
			const { checkpoint } = task.data;
			const step = await zoho
				.advance(checkpoint, job, { verified: true })
				.catch(async (error) => {
					// Waiting longer does not help a failed job or an expired result. The task's next attempt submits a new job.
					if (error instanceof JobFailedError || error instanceof ResultExpiredError)
						await task.updateData({ checkpoint: resubmitPage(checkpoint, error.jobId) });
					throw error;
				});
			for await (const contacts of step.page?.rows().batches() ?? []) {
				// Rows are stored by id, so it does no harm if one arrives twice.
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
		// If a worker dies, another one continues its task after `lockDuration`, as often as necessary.
		{ connection: redis, lockDuration, stalledInterval: lockDuration, maxStalledCount: 1_000 },
	);
}
