import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { bin, ensureBuilt } from "../build.js";
import { emptyFolder, run } from "../command.js";
import { inTerminal } from "../in-terminal.js";
import { serve } from "../served-sandbox.js";

const execute = promisify(execFile);

beforeAll(ensureBuilt, 120_000);

const project = '{\n    "name": "mine",\n    "scripts": { "test": "vitest" }\n}\n';

/** A folder with a package.json. */
async function projectFolder(description: string = project): Promise<string> {
	const cwd = await emptyFolder();
	await writeFile(join(cwd, "package.json"), description);
	return cwd;
}

describe.concurrent("init", () => {
	test("writes modules, a query that exports, and a script that checks; and says so", async () => {
		const { env } = await serve();
		const cwd = await projectFolder();
		const { code, stdout, stderr } = await run(["init", "--modules", "contacts, Deals"], { cwd, env });
		expect({ code, stdout }).toEqual({
			code: 0,
			stdout: [
				"wrote  zoho/            2 modules, typed: Contacts, Deals",
				"wrote  first-export.ts  a first query on Contacts, for you to change",
				"wrote  package.json     the script zoho:check, which fails when the org has changed",
				"",
			].join("\n"),
		});
		expect(stderr).toContain("npm install zoho-bulk-read");
		expect((await readdir(cwd)).sort()).toEqual(["first-export.ts", "package.json", "zoho"]);
		expect((await readdir(join(cwd, "zoho"))).sort()).toEqual(["contacts.ts", "deals.ts", "index.ts"]);
		const year = new Date().getUTCFullYear();
		expect(await readFile(join(cwd, "first-export.ts"), "utf8")).toBe(`import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "./zoho/index.js";

export default bulkRead(Contacts)
	.select("Full_Name", "Last_Name", "Email", "Phone", "Created_Time")
	.where((where) => where("Created_Time").greaterEqual("${year}-01-01T00:00:00Z"));
`);
		const exported = await run(["export", "first-export.ts", "-o", "first.csv"], { cwd, env });
		expect(exported.code).toBe(0);
		expect(await readFile(join(cwd, "first.csv"), "utf8")).toMatch(/^Id,Full_Name,/);
		const text = await readFile(join(cwd, "package.json"), "utf8");
		expect(text).toContain('\n    "scripts": {\n        "test": "vitest",\n        "zoho:check": "');
		const { scripts } = JSON.parse(text);
		const [, ...check] = scripts["zoho:check"].split(" ");
		expect(check).toEqual(["generate", "Contacts", "Deals", "-o", "zoho", "--check"]);
		expect(await run(check, { cwd, env })).toMatchObject({ code: 0, stdout: "" });
	});

	test("in a terminal it shows the modules and asks, again if the answer is not a module", async () => {
		const { env } = await serve();
		const cwd = await projectFolder();
		const screen = await inTerminal(["init", "-o", "src/zoho"], { cwd, env }, [
			["Which modules", "Leeds"],
			['The org has no module "Leeds"', "leads 2"],
		]);
		expect(screen).toMatch(/ 1 {2}Accounts/);
		expect(screen).toContain("wrote  src/zoho/");
		expect((await readdir(join(cwd, "src/zoho"))).sort()).toEqual(expect.arrayContaining(["index.ts", "leads.ts"]));
		expect(await readdir(join(cwd, "src/zoho"))).toHaveLength(3);
		expect(await readFile(join(cwd, "first-export.ts"), "utf8")).toContain('from "./src/zoho/index.js"');
	});

	test("of an org with other fields the query names those that there are", async () => {
		const field = (api_name: string, data_type: string): object => ({ api_name, data_type, filterable: true });
		const metadata = {
			modules: { modules: [{ api_name: "Moon_Rocks", api_supported: true }] },
			fields: {
				Moon_Rocks: { fields: [field("Weight", "double"), field("Crater", "text"), field("Seen", "boolean")] },
			},
		};
		const { env } = await serve({ metadata });
		const cwd = await projectFolder('{"name":"a"}');
		expect(await run(["init", "--modules", "Moon_Rocks"], { cwd, env })).toMatchObject({ code: 0 });
		const query = await readFile(join(cwd, "first-export.ts"), "utf8");
		expect(query).toContain('.select("Crater")\n\t.where(null');
		expect(await run(["explain", "first-export.ts", "--json"], { cwd })).toMatchObject({ code: 0 });
	});

	test("nothing is overwritten: what is there is kept, and said", async () => {
		const { env } = await serve();
		const cwd = await projectFolder('{ "scripts": { "zoho:check": "mine" } }\n');
		await writeFile(join(cwd, "first-export.ts"), "mine");
		await mkdir(join(cwd, "zoho"));
		const { stdout } = await run(["init", "--modules", "Leads"], { cwd, env });
		expect(stdout.match(/^kept .*/gm)).toEqual([
			"kept   first-export.ts already exists",
			"kept   the script zoho:check in package.json already exists",
		]);
		expect(await readFile(join(cwd, "first-export.ts"), "utf8")).toBe("mine");
		expect(await readFile(join(cwd, "package.json"), "utf8")).toBe('{ "scripts": { "zoho:check": "mine" } }\n');
	});
});

describe.concurrent("init refuses with 2, the next step, and nothing written:", () => {
	test.each<[string, readonly string[], (cwd: string) => Promise<unknown>, string]>([
		[
			"a folder that is taken",
			[],
			(cwd) => mkdir(join(cwd, "zoho/deep"), { recursive: true }),
			"Give another folder with -o.",
		],
		["a file in its place", [], (cwd) => writeFile(join(cwd, "zoho"), ""), "zoho already exists"],
		["a file's name", ["-o", "zoho.ts"], async () => {}, "Give a folder"],
		["a module that is none", ["--modules", "Leads,Leeds"], async () => {}, 'no module "Leeds"'],
		["a place that is none", ["--modules", "99"], async () => {}, 'no module "99"'],
	])("%s", async (_what, args, make, words) => {
		const { env } = await serve();
		const cwd = await projectFolder();
		await make(cwd);
		const before = (await readdir(cwd, { recursive: true })).sort();
		const { code, stdout, stderr } = await run(["init", ...args], { cwd, env });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(words);
		expect((await readdir(cwd, { recursive: true })).sort()).toEqual(before);
		expect(await readFile(join(cwd, "package.json"), "utf8")).toBe(project);
	});

	test("no project", async () => {
		const { stderr } = await run(["init"], { cwd: await emptyFolder() });
		expect(stderr).toContain("npm init -y && npm install zoho-bulk-read");
	});

	test.each(["{", "[]", '{ "scripts": 1 }'])("a package.json that is %s", async (text) => {
		const { env } = await serve();
		const cwd = await projectFolder(text);
		const { code, stderr } = await run(["init", "--modules", "Leads"], { cwd, env });
		expect(code).toBe(2);
		expect(stderr).toContain("Fix it first");
		expect(await readdir(cwd)).toEqual(["package.json"]);
	});

	test("a token that may not read metadata", async () => {
		const { env } = await serve({ scopes: ["ZohoCRM.bulk.READ"] });
		const { code, stderr } = await run(["init"], { cwd: await projectFolder(), env });
		expect(code).toBe(2);
		expect(stderr).toContain("\n  ZohoCRM.settings.modules.READ,ZohoCRM.settings.fields.READ\n");
	});

	test("a disk that takes some of the modules and not all", async () => {
		const { env } = await serve();
		const cwd = await projectFolder();
		// The limit lies between the sizes of the two.
		const line = `trap "" XFSZ; ulimit -f 8; exec "${process.execPath}" "${bin}" init --modules Appointments__s,Contacts`;
		const limited = await execute("bash", ["-c", line], { cwd, env: { PATH: process.env.PATH, ...env } }).catch(
			(error: { code: number; stderr: string }) => error,
		);
		expect(limited).toMatchObject({ code: 2, stderr: expect.stringContaining("maximum file size") });
		expect(await readdir(cwd)).toEqual(["package.json"]);
		expect(await run(["init", "--modules", "Contacts"], { cwd, env })).toMatchObject({ code: 0 });
	});
});
