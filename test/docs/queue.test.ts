import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Queue, QueueEvents } from "bullmq";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { beginExport } from "zoho-bulk-read";
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";
import { type ExportTask, job } from "../../docs/recipes/queue-worker.js";
import { hasRedis, startRedis } from "./redis-server.js";

const exports = 6;
const contacts = 900;

test.skipIf(!hasRedis)(
	"two workers, one of them killed again and again: every export ends with exactly its rows (needs redis-server)",
	{ timeout: 60_000 },
	async () => {
		const socket = await startRedis();

		const company = generateCompany({ contacts });
		const sandbox = createSandbox({
			records: company,
			limits: { recordsPerPage: 200, downloadsPerMinute: 1_000 },
			timing: { added: 20, queued: 20, inProgress: 50 },
		});
		const { url, close } = await sandbox.listen();
		onTestFinished(close);
		const { clientId, clientSecret, refreshToken } = sandbox.credentials;
		const env = {
			...process.env,
			REDIS_URL: socket,
			DOWNLOADS_PER_MINUTE: "1000",
			ZOHO_BASE_URL: url,
			ZOHO_CLIENT_ID: clientId,
			ZOHO_CLIENT_SECRET: clientSecret,
			ZOHO_REFRESH_TOKEN: refreshToken,
		};

		const start = (): ChildProcess => {
			const worker = fork(new URL("queue-process.ts", import.meta.url), { env, execArgv: ["--import", "tsx"] });
			onTestFinished(() => void worker.kill("SIGKILL"));
			return worker;
		};
		const redis = new Redis(socket, { maxRetriesPerRequest: null });
		const queue = new Queue<ExportTask>("exports", { connection: redis });
		const events = new QueueEvents("exports", { connection: redis.duplicate() });
		onTestFinished(async () => {
			await Promise.all([queue.close(), events.close()]);
			redis.disconnect();
		});
		await events.waitUntilReady();
		const names = Array.from({ length: exports }, (_, index) => `export-${index}`);
		const tasks = await Promise.all(names.map((name) => queue.add(name, { checkpoint: beginExport(job) })));
		const done = Promise.all(tasks.map((task) => task.waitUntilFinished(events)));

		start();
		let kills = 0;
		for (const steps of [1, 5, 9]) {
			const victim = start();
			// On a busy machine the other worker may have done everything before this one has begun.
			for (let step = 0; step < steps; step++) await Promise.race([once(victim, "message"), done]);
			victim.kill("SIGKILL");
			kills++;
		}
		await done;

		expect(kills).toBe(3);
		const ids = company.Contacts.map(({ id }) => String(id)).sort();
		for (const name of names) expect((await redis.hkeys(`contacts:${name}`)).sort()).toEqual(ids);
		expect(await queue.getFailedCount()).toBe(0);
	},
);
