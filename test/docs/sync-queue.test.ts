import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Queue, QueueEvents } from "bullmq";
import { Redis } from "ioredis";
import driver from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { createSandbox, generateCompany, type Sandbox } from "zoho-bulk-read/sandbox";
import { jobs, type OrgSettings, type SyncTask } from "../../docs/recipes/sync-worker.js";
import { hasPostgres, startPostgres } from "../sync/start-postgres.js";
import { hasRedis, startRedis } from "./redis-server.js";

const modules = Object.keys(jobs) as (keyof typeof jobs)[];

test.skipIf(!hasRedis || !hasPostgres)(
	"three orgs of four modules, two workers, one of them killed again and again: every table equals its org (needs redis-server and PostgreSQL)",
	{ timeout: 180_000 },
	async () => {
		const socket = await startRedis();
		const postgresServer = await startPostgres();
		onTestFinished(() => postgresServer.stop());

		const refused: number[] = [];
		const sandboxes = new Map<string, Sandbox>();
		const orgs: Record<string, OrgSettings> = {};
		for (const org of ["north", "south", "east"]) {
			const sandbox = createSandbox({
				records: generateCompany({ contacts: 100 + 50 * sandboxes.size, seed: org }),
				timing: { added: 20, queued: 20, inProgress: 50 },
				onRequest: ({ route, status }) => {
					if (route === "result" && status === 429) refused.push(status);
				},
			});
			const { url, close } = await sandbox.listen();
			onTestFinished(close);
			const { clientId, clientSecret, refreshToken } = sandbox.credentials;
			orgs[org] = { baseUrl: url, clientId, clientSecret, refreshToken };
			sandboxes.set(org, sandbox);
		}
		const env = { ...process.env, REDIS_URL: socket, DATABASE_URL: postgresServer.url, ORGS: JSON.stringify(orgs) };
		const start = (): ChildProcess => {
			const worker = fork(new URL("sync-process.ts", import.meta.url), { env, execArgv: ["--import", "tsx"] });
			onTestFinished(() => void worker.kill("SIGKILL"));
			return worker;
		};
		const redis = new Redis(socket, { maxRetriesPerRequest: null });
		const queue = new Queue<SyncTask>("syncs", { connection: redis });
		// It listens for each task that is waited for.
		queue.setMaxListeners(0);
		const events = new QueueEvents("syncs", { connection: redis.duplicate() });
		onTestFinished(async () => {
			await Promise.all([queue.close(), events.close()]);
			redis.disconnect();
		});
		await events.waitUntilReady();
		const given = [...sandboxes.keys()].flatMap((org) => modules.map((module): SyncTask => ({ org, module })));
		const tasks = await Promise.all(given.map((task) => queue.add(`${task.org} ${task.module}`, task)));
		let isDone = false;
		const done = Promise.all(tasks.map((task) => task.waitUntilFinished(events))).then(() => {
			isDone = true;
		});

		start();
		let kills = 0;
		for (const steps of [2, 4, 6]) {
			const victim = start();
			for (let step = 0; step < steps && !isDone; step++) await Promise.race([once(victim, "message"), done]);
			victim.kill("SIGKILL");
			if (!isDone) kills++;
		}
		await done;

		expect(kills).toBeGreaterThan(0);
		expect(refused).toEqual([]);
		const sql = driver(postgresServer.url, { max: 1, onnotice: () => {} });
		onTestFinished(() => sql.end());
		for (const { org, module } of given) {
			const records = sandboxes.get(org)?.records(module) ?? [];
			const [field = ""] = jobs[module].selection ?? [];
			const rows = await sql`SELECT "Id", ${sql(field)} AS field FROM ${sql(`${org} ${module}`)}`;
			const byId = (one: readonly unknown[], other: readonly unknown[]): number =>
				String(one[0]).localeCompare(String(other[0]));
			expect(rows.map((row) => [row.Id, row.field]).sort(byId)).toEqual(
				records.map((record) => [record.id, record[field] || null]).sort(byId),
			);
		}
	},
);
