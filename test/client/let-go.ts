import { accessToken } from "../../src/client/auth/access-token.js";
import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { createClient } from "../../src/client/client.js";
import type { ClientOptions } from "../../src/client/client-options.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { Contacts } from "../../src/standard/index.js";

/**
 * Runs as a process: stops a client in each phase, in each way, and prints what then still keeps the process alive. The path
 * tells the server in which phase to delay the answer: `/phase/...`.
 */
const [server = "", ...phases] = process.argv.slice(2);
const job = bulkRead(Contacts).select("Last_Name");
const reason = new Error("enough");

type Stop = "call" | "client" | "return";

/** Until a request of the phase is at the server, or the wait of it has begun. */
async function reached(phase: string): Promise<void> {
	for (;;) {
		const answer = await fetch(`${server}/reached/${phase}`);
		if ((await answer.text()) === "yes") return;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

async function run(phase: string, stop: Stop): Promise<string> {
	const call = new AbortController();
	const client = new AbortController();
	const credentials = { clientId: "c", clientSecret: "s", refreshToken: `${phase}-${stop}` };
	const held = new Promise<string>(() => {});
	const options: ClientOptions = {
		baseUrl: `${server}/${phase}/${stop}`,
		accountsUrl: `${server}/${phase}/${stop}`,
		auth:
			phase === "token function"
				? accessToken(() => {
						void fetch(`${server}/mark/${phase}`);
						return held;
					})
				: refreshToken(credentials),
		signal: client.signal,
		downloadsPerMinute: phase === "limiter wait" ? 1 : 100,
		poll: { first: phase === "poll wait" ? 600_000 : 1, factor: 1, limit: 600_000 },
		...(phase === "deaf fetch"
			? {
					fetch: () => {
						void fetch(`${server}/mark/${phase}`);
						return new Promise<Response>(() => {});
					},
				}
			: {}),
	};
	const zoho = createClient(options);
	const rows = zoho.rows(job, { signal: call.signal })[Symbol.asyncIterator]();
	const read = async (): Promise<string> => {
		for (;;) {
			const { done } = await rows.next();
			if (done) return "done";
		}
	};
	const work = read().catch((error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : "?"));
	await reached(phase);
	if (stop === "call") call.abort(reason);
	if (stop === "client") client.abort(reason);
	if (stop === "return") void rows.return?.();
	const ended = await Promise.race([work, new Promise((resolve) => setTimeout(resolve, 3_000, "late").unref())]);
	return String(ended);
}

/** What keeps the process alive, apart from its output. */
const alive = (): string[] =>
	process
		.getActiveResourcesInfo()
		.filter((kind) => !/^(PipeWrap|TTYWrap|FSReqCallback|CloseReq|ProcessWrap)$/.test(kind));

for (const phase of phases) {
	for (const stop of ["call", "client", "return"] as const) {
		const ended = await run(phase, stop);
		const since = performance.now();
		while (alive().length > 0 && performance.now() - since < 1_500)
			await new Promise((resolve) => setImmediate(resolve));
		const still = alive();
		const before = await (await fetch(`${server}/count/${phase}`)).text();
		for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
		const after = await (await fetch(`${server}/count/${phase}`)).text();
		console.log(
			JSON.stringify({
				phase,
				stop,
				ended,
				alive: still,
				quiet: before === after,
			}),
		);
	}
}
