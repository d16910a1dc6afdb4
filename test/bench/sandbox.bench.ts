/**
 * Fifty clients use one sandbox on loopback at the same time, while the org changes. Each has its own tokens, creates jobs, waits
 * for them and downloads the results. The sandbox runs in its own process, so that its memory can be measured separately.
 * Exits with 1 if an answer was wrong, or if memory grew.
 *
 *     tsx test/bench/sandbox.bench.ts [--quick] [--seconds 60] [--clients 50]
 *
 * --quick: five clients for two seconds, and no check of memory.
 */

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inflateRawSync } from "node:zlib";
import { createSandbox, generateCompany, type Sandbox } from "zoho-bulk-read/sandbox";
import { median } from "./median.js";

/** What the server tells the clients. */
interface Ready {
	readonly url: string;
	readonly tokens: readonly string[];
}

/** What the server tells of its memory, after a collection of garbage. */
interface Memory {
	readonly heap: number;
	readonly outside: number;
}

const { values } = parseArgs({
	options: {
		quick: { type: "boolean", default: false },
		seconds: { type: "string", default: "60" },
		clients: { type: "string", default: "50" },
	},
});
const seconds = values.quick ? 2 : Number(values.seconds);
const clients = values.quick ? 5 : Number(values.clients);

/** Of the memory between the first and the last third of the time, after the warm-up. */
const allowedGrowth = { ratio: 1.1, bytes: 4_000_000 };

async function serve(): Promise<void> {
	const sandbox = createSandbox({
		records: generateCompany({ contacts: 2_000 }),
		timing: { added: 5, queued: 5, inProgress: 10 },
		limits: { downloadsPerMinute: Number.POSITIVE_INFINITY, jobs: 500 },
	});
	const { url } = await sandbox.listen();
	setInterval(() => changeOrg(sandbox), 20);
	const tokens = Array.from({ length: clients }, () => sandbox.issueAccessToken());
	process.on("message", () => {
		globalThis.gc?.();
		const { heapUsed, external } = process.memoryUsage();
		process.send?.({ heap: heapUsed, outside: external } satisfies Memory);
	});
	process.on("disconnect", () => process.exit());
	process.send?.({ url, tokens } satisfies Ready);
}

/** Renames a contact, and puts a new one in place of the oldest. */
function changeOrg(sandbox: Sandbox): void {
	const [oldest, other] = sandbox.records("Contacts");
	sandbox.change("Contacts", {
		upsert: [
			{ id: other?.id, Last_Name: "Renamed" },
			{ Last_Name: "New", Lead_Source: "Advertisement" },
		],
		delete: [String(oldest?.id)],
	});
}

async function load(): Promise<void> {
	const server = fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
		execArgv: [...process.execArgv, "--expose-gc"],
	});
	const [{ url, tokens }] = (await once(server, "message")) as [Ready];
	const tally = { jobs: 0, requests: 0, bytes: 0, mistakes: [] as string[] };
	const ends = performance.now() + seconds * 1_000;
	const running = tokens.map((token) => client(url, token, ends, tally));
	const samples = await watchMemory(server, ends);
	await Promise.all(running);
	server.disconnect();
	report(tally, samples);
}

type Tally = { jobs: number; requests: number; bytes: number; mistakes: string[] };

async function client(url: string, token: string, ends: number, tally: Tally): Promise<void> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const send = (path: string, body?: string): Promise<{ status: number; body: Buffer }> => {
		tally.requests++;
		const headers = { authorization: `Zoho-oauthtoken ${token}`, ...(body && { "content-type": "application/json" }) };
		return new Promise((resolve, reject) => {
			const outgoing = request(
				url + path,
				{ agent, headers, method: body === undefined ? "GET" : "POST" },
				(incoming) => {
					const chunks: Buffer[] = [];
					incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
					incoming.on("error", reject);
					incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) }));
				},
			);
			outgoing.on("error", reject);
			outgoing.end(body);
		});
	};
	while (performance.now() < ends) {
		try {
			const problem = await runJob(send, tally);
			if (problem !== undefined) tally.mistakes.push(problem);
		} catch (reason) {
			tally.mistakes.push(String(reason));
		}
	}
	agent.destroy();
}

const bodies = [
	{ query: { module: "Contacts", fields: ["Last_Name", "Owner.last_name", "Account_Name.Phone"] } },
	{ query: { module: "Contacts", criteria: { api_name: "Lead_Source", comparator: "equal", value: "Advertisement" } } },
	{ query: { module: "Leads", cvid: "554023000000093005" } },
	{ query: { module: "Deals", criteria: { api_name: "Amount", comparator: "greater_than", value: "250000" } } },
].map((body) => JSON.stringify(body));

/** One job from its creation to its rows; says what was wrong. */
async function runJob(
	send: (path: string, body?: string) => Promise<{ status: number; body: Buffer }>,
	tally: Tally,
): Promise<string | undefined> {
	const created = await send("/crm/bulk/v2/read", bodies[tally.jobs++ % bodies.length]);
	if (created.status !== 201) return `create: ${created.status} ${created.body}`;
	const { id } = JSON.parse(created.body.toString()).data[0].details;
	for (;;) {
		const details = await send(`/crm/bulk/v2/read/${id}`);
		if (details.status !== 200) return `details: ${details.status} ${details.body}`;
		const { state, result } = JSON.parse(details.body.toString()).data[0];
		if (state !== "COMPLETED") {
			await new Promise((resolve) => setTimeout(resolve, 10));
			continue;
		}
		const file = await send(result.download_url);
		if (file.status !== 200) return `result: ${file.status} ${file.body}`;
		tally.bytes += file.body.length;
		const ids = inflateRawSync(file.body.subarray(30 + file.body.readUInt16LE(26)))
			.toString()
			.match(/^5540230\d{11},/gm);
		return ids?.length === result.count
			? undefined
			: `result: ${ids?.length} records where ${result.count} were counted`;
	}
}

async function watchMemory(server: ChildProcess, ends: number): Promise<readonly Memory[]> {
	const samples: Memory[] = [];
	while (performance.now() < ends) {
		await new Promise((resolve) => setTimeout(resolve, Math.min(500, (seconds * 1_000) / 12)));
		server.send("memory?");
		const [memory] = (await once(server, "message")) as [Memory];
		samples.push(memory);
	}
	return samples;
}

function report({ jobs, requests, bytes, mistakes }: Tally, samples: readonly Memory[]): void {
	const warm = samples.slice(Math.floor(samples.length / 4));
	const third = Math.ceil(warm.length / 3);
	const [first, last] = [warm.slice(0, third), warm.slice(-third)].map((part) =>
		median(part.map(({ heap, outside }) => heap + outside)),
	);
	const perSecond = (amount: number): string => Math.round(amount / seconds).toLocaleString("en-US");
	const mega = (amount: number): string => `${(amount / 1_000_000).toFixed(1)} MB`;
	console.log(
		`${clients} clients, ${seconds} s: ${perSecond(jobs)} jobs, ${perSecond(requests)} requests, ${mega(bytes / seconds)} a second`,
	);
	console.log(`mistakes: ${mistakes.length}`);
	for (const mistake of new Set(mistakes.slice(0, 20))) console.log(`  ${mistake}`);
	console.log(`memory in the first and the last third: ${mega(first ?? 0)}, ${mega(last ?? 0)}`);
	const flat = (last ?? 0) <= (first ?? 0) * allowedGrowth.ratio + allowedGrowth.bytes;
	if (!flat) console.log("the memory grew");
	if (mistakes.length > 0 || (!flat && !values.quick) || jobs === 0) process.exitCode = 1;
}

await (process.send === undefined ? load() : serve());
