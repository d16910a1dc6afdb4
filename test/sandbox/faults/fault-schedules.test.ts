import fc from "fast-check";
import { expect, test } from "vitest";
import { type ApiVersion, createClient, DamagedResultError, refreshToken } from "../../../src/index.js";
import { createSandbox, type Fault, type FaultName, faultNames, virtualClock } from "../../../src/sandbox/index.js";
import { type ExportRun, expectedItems, itemsSandbox, makeItems, runExport } from "../export-run.js";

const records = makeItems(5_000);
const expected = JSON.stringify(expectedItems(records));
const perPage = 1_500;

/** Realistic numbers: positions within a file, waits of seconds and minutes. */
const amounts: Partial<Record<FaultName, fc.Arbitrary<number>>> = {
	latency: fc.integer({ min: 0, max: 30_000 }),
	"429": fc.integer({ min: 0, max: 120 }),
	"503": fc.integer({ min: 0, max: 120 }),
	cut: fc.integer({ min: 0, max: 60_000 }),
	truncate: fc.integer({ min: 0, max: 60_000 }),
	flip: fc.integer({ min: 0, max: 60_000 }),
	"wrong-length": fc.integer({ min: 1, max: 1_000 }),
	drip: fc.integer({ min: 5_000, max: 1_000_000 }),
};

const fault = fc.constantFrom(...faultNames).chain((name): fc.Arbitrary<Fault> => {
	const plain: Fault = { fault: name };
	return amounts[name]?.map((amount): Fault => ({ fault: name, amount })) ?? fc.constant(plain);
});

/** The faults of the first requests of each kind; later ones succeed. */
interface Schedule {
	readonly token: readonly (Fault | undefined)[];
	readonly create: readonly (Fault | undefined)[];
	readonly details: readonly (Fault | undefined)[];
	readonly result: readonly (Fault | undefined)[];
}

/** A fault for one request in so many. */
const oneIn = (requests: number, maxLength: number): fc.Arbitrary<(Fault | undefined)[]> =>
	fc.array(fc.oneof({ weight: 1, arbitrary: fault }, { weight: requests - 1, arbitrary: fc.constant(undefined) }), {
		maxLength,
	});

/** A fault in the creation of a job usually ends the export, so it is rarer, to give the others a chance. */
const schedule: fc.Arbitrary<Schedule> = fc.record({
	token: oneIn(3, 3),
	create: oneIn(6, 4),
	details: oneIn(3, 12),
	result: oneIn(2, 8),
});

function kindOf(url: string): keyof Schedule {
	if (url.includes("/oauth/")) return "token";
	if (url.endsWith("/result")) return "result";
	return url.endsWith("/read") ? "create" : "details";
}

/** Hands out the faults of each request. */
function* handOut(schedule: Schedule): Generator<Fault | undefined, never, string> {
	const counts = { token: 0, create: 0, details: 0, result: 0 };
	let url = yield undefined;
	for (;;) {
		const kind = kindOf(url);
		const met = schedule[kind][counts[kind]++];
		url = yield isNoticed(met, kind) ? met : undefined;
	}
}

/** A bit that is flipped in JSON makes another document, which nobody can tell from the true one; an archive has a checksum. */
function isNoticed(met: Fault | undefined, kind: keyof Schedule): boolean {
	return met?.fault !== "flip" || kind === "result";
}

test("1,000 random schedules of faults: an export ends with exactly its rows, or with an error that names the job and a checkpoint from which it then does", async () => {
	await fc.assert(
		fc.asyncProperty(schedule, fc.constantFrom<ApiVersion>("v2", "v8"), async (befalling, apiVersion) => {
			const clock = virtualClock({ auto: true });
			const faults = handOut(befalling);
			faults.next("");
			let befalls = true;
			const sandbox = createSandbox({
				...itemsSandbox(records, perPage),
				clock,
				assumptions: { zip: { method: "store", dataDescriptor: false } },
				faults: ({ url }) => (befalls ? faults.next(url).value : undefined),
			});
			const { clientId, clientSecret, refreshToken: token } = sandbox.credentials;
			const client = createClient({
				baseUrl: "http://sandbox.example",
				auth: refreshToken({ clientId, clientSecret, refreshToken: token }),
				fetch: sandbox.fetch,
				clock,
				apiVersion,
				random: () => 0.5,
			});
			let run = await runExport(client);
			if (run.error !== undefined) {
				expectJobNamed(run);
				befalls = false;
				for (const { id } of sandbox.jobs()) sandbox.releaseJob(id);
				const first = run.error;
				run = await runExport(client, run);
				if (run.error !== undefined) throw new Error(`first: ${first}\nthen: ${run.error}`);
			}
			// As text: comparing a thousand times five thousand objects would take longer than exporting them.
			expect(JSON.stringify(run.kept) === expected, `${run.kept.length} rows were kept`).toBe(true);
		}),
		{ numRuns: 1_000 },
	);
}, 120_000);

/** Where a job was created, the error says which; of a damaged file the checkpoint says it. */
function expectJobNamed({ error, checkpoint }: ExportRun): void {
	const jobId = checkpoint !== undefined && "jobId" in checkpoint ? checkpoint.jobId : undefined;
	if (error instanceof DamagedResultError) expect(jobId).toBeDefined();
	else if (jobId !== undefined) expect(String(error)).toContain(jobId);
}
