import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { zohoServer } from "../../client/zoho-server.js";
import { zipped } from "../../result/archives.js";
import { ensureBuilt } from "../build.js";
import { emptyFolder, type Outcome, run } from "../command.js";

beforeAll(ensureBuilt, 120_000);

interface Odd {
	/** Exports contacts to a file, from a Zoho that serves this one CSV. */
	export(file: string, ...options: readonly string[]): Promise<Outcome>;
	read(file: string): Promise<string>;
	readonly folder: string;
	/** How many jobs were created. */
	jobs(): number;
}

async function serving(csv: string, count: number): Promise<Odd> {
	const server = await zohoServer({ pages: [{ zip: zipped(csv), count }], states: ["COMPLETED"] });
	const folder = await emptyFolder();
	const at = { cwd: folder, env: { ZOHO_BASE_URL: server.url, ZOHO_ACCESS_TOKEN: "1000.token" } };
	return {
		folder,
		export: (file, ...options) =>
			run(["export", "Contacts", "--select", "Last_Name,Email", "-o", file, ...options], at),
		read: (file) => readFile(join(folder, file), "utf8"),
		jobs: () => server.count("POST"),
	};
}

describe("a file with quotes that CSV does not allow", () => {
	const csv = 'Id,Last_Name,Email\n1,5" pipe,x\n2,"A"B,y\n3,"C, ""D""\n",z\n\n';

	test("is CSV byte for byte but for its blank lines, and a ZIP byte for byte", async () => {
		const odd = await serving(csv, 3);
		expect(await odd.export("odd.csv")).toMatchObject({ code: 0 });
		expect(await odd.read("odd.csv")).toBe(csv.slice(0, -1));
		expect(await odd.export("odd.zip")).toMatchObject({ code: 0 });
		const { stdout } = await promisify(execFile)("unzip", ["-p", join(odd.folder, "odd.zip")]);
		expect(stdout).toBe(csv);
	});

	test("is NDJSON on demand, of the job that is paid for", async () => {
		const odd = await serving(csv, 3);
		const { code, stderr } = await odd.export("odd.ndjson");
		expect(code).toBe(2);
		expect(stderr).toContain("The result of job 1001 is damaged at row 1: there is a quote in a cell");
		expect(stderr).toContain("Here, that is --lenient-quotes.");
		expect(await odd.export("odd.ndjson", "--resume", "--lenient-quotes")).toMatchObject({ code: 0 });
		expect(
			(await odd.read("odd.ndjson"))
				.trimEnd()
				.split("\n")
				.map((line) => JSON.parse(line)),
		).toEqual([
			{ Id: "1", Last_Name: '5" pipe', Email: "x" },
			{ Id: "2", Last_Name: "AB", Email: "y" },
			{ Id: "3", Last_Name: 'C, "D"\n', Email: "z" },
		]);
		expect(odd.jobs()).toBe(1);
	});

	test("keeps its count", async () => {
		const odd = await serving(csv, 4);
		for (const file of ["odd.csv", "odd.zip", "odd.ndjson"]) {
			const { code, stderr } = await odd.export(file, "--lenient-quotes");
			expect(code).toBe(2);
			expect(stderr).toMatch(/The result of job \d+ is damaged: it has 3 rows, but Zoho counted 4/);
		}
	});
});

describe("a file of other columns", () => {
	test("is no NDJSON, and null on demand", async () => {
		const odd = await serving("Id,Last_Name\n1,x\n", 1);
		const { code, stderr } = await odd.export("odd.ndjson");
		expect(code).toBe(2);
		expect(stderr).toContain('The result of job 1001 lacks the column "Email"');
		expect(stderr).toContain("Here, that is --missing-columns null.");
		expect(await odd.export("odd.ndjson", "--resume", "--missing-columns", "null")).toMatchObject({ code: 0 });
		expect(await odd.read("odd.ndjson")).toBe('{"Id":"1","Last_Name":"x","Email":null}\n');
		expect(odd.jobs()).toBe(1);
	});
});
