import { readFile, rm } from "node:fs/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../../src/client/client.js";
import { exportToFile } from "../../src/files/index.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { readText } from "../../src/result/zip/read-text.js";
import { generateCompany } from "../../src/sandbox/company/generate-company.js";
import { Contacts } from "../../src/standard/index.js";
import { ensureBuilt } from "../cli/build.js";
import { emptyFolder, run, start } from "../cli/command.js";
import { type ServedSandbox, serve } from "../cli/served-sandbox.js";
import { bury, dieAt, makeFolder, makeOrg, type Org } from "./place.js";

/** Two orgs with equally many records and pages, so that a mixture of both would look like either of them. */
const orgs = ["a", "b"] as const;
const options = (seed: string): Parameters<typeof makeOrg>[0] => ({
	seed,
	records: generateCompany({ contacts: 50, seed }),
	limits: { recordsPerPage: 20, downloadsPerMinute: 1_000 },
	timing: { added: 0, queued: 0, inProgress: 0 },
});

/** Jobs of the same columns. */
const jobs = {
	all: bulkRead(Contacts).select("Last_Name", "Email"),
	swapped: bulkRead(Contacts).select("Email", "Last_Name"),
};

interface Turn {
	readonly org: (typeof orgs)[number];
	readonly job: keyof typeof jobs;
	readonly resume: boolean;
	/** When the process dies, in moments of its network's; `undefined` if it does not. */
	readonly death: number | undefined;
}

const turn: fc.Arbitrary<Turn> = fc.record({
	org: fc.constantFrom(...orgs),
	job: fc.constantFrom("all", "swapped"),
	resume: fc.boolean(),
	death: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 24 })),
});

/** What an error has to say: what is in the way, and what to do. */
const whatToDo =
	/Resume it, or discard it|Resume it the same way|Give the job that it was made with|[Ss]tart the export again|start over/;

describe("any exports, resumed, killed, of other orgs and other jobs, on one path", () => {
	test.each(["csv", "ndjson", "zip"] as const)(
		"end in a file that is exactly one export's, or in an error that says what to do: %s",
		async (format) => {
			const made = Object.fromEntries(orgs.map((org) => [org, makeOrg(options(org))])) as Record<string, Org>;
			const read = async (file: string): Promise<string> =>
				format === "zip" ? readText(new Blob([await readFile(file)]).stream()) : readFile(file, "utf8");
			const filesOf = async (zoho: Client, job: keyof typeof jobs): Promise<readonly string[]> => {
				const folder = await makeFolder();
				const { files } = await exportToFile(zoho, jobs[job], folder.at(`x.${format}`));
				return Promise.all(files.map(read));
			};
			const expected = new Map<string, readonly string[]>();
			for (const org of orgs) {
				for (const job of ["all", "swapped"] as const) {
					expected.set(`${org} ${job}`, await filesOf((made[org] as Org).zoho, job));
				}
			}
			const isWhole = (files: readonly string[]): boolean =>
				files.length === 0 || [...expected.values()].some((whole) => JSON.stringify(whole) === JSON.stringify(files));

			await fc.assert(
				fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 3 }), async (turns) => {
					const folder = await makeFolder();
					const path = folder.at(`x.${format}`);
					const files = async (): Promise<readonly string[]> => {
						const names = (await folder.names()).filter((name) => /^x(?:-page\d+)?\.\w+$/.test(name));
						names.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
						return Promise.all(names.map((name) => read(folder.at(name))));
					};
					for (const { org, job, resume, death } of turns) {
						const { fetch, died } = dieAt(death ?? Number.POSITIVE_INFINITY);
						const exported = exportToFile((made[org] as Org).through(fetch), jobs[job], path, { resume });
						const outcome = await Promise.race([
							died.then(() => "died"),
							exported.then(
								() => "whole",
								(error: unknown) => String(error),
							),
						]);
						await bury(path);
						const found = await files();
						if (outcome === "whole") expect(found).toEqual(expected.get(`${org} ${job}`));
						else expect(isWhole(found)).toBe(true);
						if (outcome !== "whole" && outcome !== "died") expect(outcome).toMatch(whatToDo);
					}
					await rm(folder.path, { recursive: true });
				}),
				{ numRuns: format === "csv" ? 120 : 40 },
			);
		},
		180_000,
	);
});

describe("as processes, killed by the system", () => {
	beforeAll(ensureBuilt, 120_000);

	test("the same holds", async () => {
		const served = new Map<string, ServedSandbox>();
		for (const org of orgs)
			served.set(org, await serve({ ...options(org), faults: [{ fault: "latency", amount: 20 }] }));
		const at = (org: string, cwd: string): { cwd: string; env: Readonly<Record<string, string>> } => ({
			cwd,
			env: served.get(org)?.env ?? {},
		});
		const query = (job: keyof typeof jobs): string[] => [
			...["export", "Contacts", "--quiet", "-o", "x.csv", "--select"],
			job === "all" ? "Last_Name,Email" : "Email,Last_Name",
		];
		const expected = new Map<string, string>();
		for (const org of orgs) {
			for (const job of ["all", "swapped"] as const) {
				const cwd = await emptyFolder();
				expect(await run(query(job), at(org, cwd))).toMatchObject({ code: 0 });
				expected.set(`${org} ${job}`, await readFile(`${cwd}/x.csv`, "utf8"));
			}
		}
		const random = fc.sample(fc.array(turn, { minLength: 2, maxLength: 3 }), { seed: 19, numRuns: 6 });
		await Promise.all(
			random.map(async (turns) => {
				const cwd = await emptyFolder();
				for (const { org, job, resume, death } of turns) {
					const running = start([...query(job), ...(resume ? ["--resume"] : [])], at(org, cwd));
					const timer =
						death === undefined ? undefined : setTimeout(() => running.process.kill("SIGKILL"), 300 + death * 60);
					const { code, signal, stderr } = await running.ended;
					clearTimeout(timer);
					const found = await readFile(`${cwd}/x.csv`, "utf8").catch(() => undefined);
					if (code === 0) expect(found).toBe(expected.get(`${org} ${job}`));
					else expect([undefined, ...expected.values()]).toContain(found);
					if (signal === null && code !== 0) expect(stderr).toMatch(/--resume continues it|--discard throws/);
				}
			}),
		);
	}, 180_000);
});
