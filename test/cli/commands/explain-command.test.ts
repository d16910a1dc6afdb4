import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt, root } from "../build.js";
import { emptyFolder, run } from "../command.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const query = `
import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export default bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name")
	.where((where) => where("Lead_Source").equal("Advertisement").or(where("Account_Name.Phone").contains("5")))
	.callback("https://example.com/zoho?secret=hush");
`;

const body = {
	callback: { url: "https://example.com/zoho?secret=hush", method: "post" },
	query: {
		module: "Contacts",
		fields: ["Last_Name", "Owner.last_name"],
		criteria: {
			group_operator: "or",
			group: [
				{ api_name: "Lead_Source", comparator: "equal", value: "Advertisement" },
				{ api_name: "Account_Name.Phone", comparator: "contains", value: "5" },
			],
		},
	},
};

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
	const folder = await emptyFolder();
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	return folder;
}

describe("shows a job", () => {
	test("in English, as a tree, as JSON and curl, with its scopes and its price", async () => {
		const cwd = await folderWith({ "contacts.ts": query });
		const { code, stdout, stderr } = await run(["explain", "contacts.ts", "--dc", "in"], { cwd });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		await expect(stdout).toMatchFileSnapshot("../snapshots/explain.txt");
	});

	test("as JSON alone: the body that is sent", async () => {
		const cwd = await folderWith({ "contacts.ts": query });
		const { stdout } = await run(["explain", "contacts.ts", "--json"], { cwd });
		expect(JSON.parse(stdout)).toEqual(body);
	});

	test("as TypeScript that is a query file itself", async () => {
		const cwd = await folderWith({ "body.json": JSON.stringify(body) });
		const { stdout } = await run(["explain", "body.json", "--ts"], { cwd });
		await writeFile(join(cwd, "again.ts"), stdout);
		const again = await run(["explain", "again.ts", "--json"], { cwd });
		expect(JSON.parse(again.stdout)).toEqual(body);
	});

	test("in another language, for the data centre that is meant", async () => {
		const cwd = await folderWith({ "body.json": JSON.stringify(body) });
		const { stdout } = await run(["explain", "body.json", "--as", "python"], { cwd, env: { ZOHO_DC: "jp" } });
		expect(stdout).toContain("import urllib.request");
		expect(stdout).toContain("https://www.zohoapis.jp/crm/bulk/v2/read");
	});
});

describe("reads a job", () => {
	test.each([
		["an export named job", { "q.ts": query.replace("export default", "export const job =") }],
		["JavaScript", { "q.mjs": query }],
		["TypeScript beside it, imported as .js", { "q.ts": 'export { default } from "./other.js";', "other.ts": query }],
		["enums and namespaces, which no stripping of types can do", { "q.ts": `enum A { B = 1 }\nvoid A.B;\n${query}` }],
		["a top-level await", { "q.ts": `await Promise.resolve();\n${query}` }],
	])("from %s", async (_name, files) => {
		const cwd = await folderWith(files);
		const { stdout, stderr } = await run(["explain", Object.keys(files)[0] ?? "", "--json"], { cwd });
		expect(stderr).toBe("");
		expect(JSON.parse(stdout)).toEqual(body);
	});

	test("from a module, its fields and its criteria", async () => {
		const { stdout } = await run([
			"explain",
			"Contacts",
			...["--select", "Last_Name, Owner.last_name", "--where", JSON.stringify(body.query.criteria), "--json"],
		]);
		expect(JSON.parse(stdout)).toEqual({ query: body.query });
	});

	test("from a module and null for its criteria, which it says is every record", async () => {
		const { stdout } = await run(["explain", "Contacts", "--select", "Last_Name", "--where", "null"]);
		expect(stdout).toContain("Exports Last_Name of every record of Contacts: it has no filter.");
		expect(stdout).not.toContain('"criteria"');
	});

	test("on the modules that generate wrote", async () => {
		const metadata = {
			modules: { modules: [{ api_name: "Projects", api_supported: true }] },
			fields: { Projects: { fields: [{ api_name: "Budget", data_type: "currency" }] } },
		};
		const { env } = await serve({ metadata });
		const cwd = await emptyFolder();
		await run(["generate", "-o", "zoho"], { cwd, env });
		const args = ["explain", "Projects", "--select", "Budget,Lead", "--modules", "zoho/index.ts"];
		const wrong = await run(args, { cwd });
		expect(wrong.stderr).toContain('"Lead" is not a field of Projects');
		expect(await run([...args.with(3, "Budget"), "--json"], { cwd })).toMatchObject({ code: 0 });
		expect((await run(["explain", "Projects"], { cwd })).stderr).toContain('"Projects" is not one of the modules');
	});

	test("that another copy of the library made", async () => {
		const cwd = await folderWith({ "contacts.ts": query });
		const copy = join(cwd, "node_modules/zoho-bulk-read");
		await mkdir(copy, { recursive: true });
		await cp(join(root, "package.json"), join(copy, "package.json"));
		await cp(join(root, "dist"), join(copy, "dist"), { recursive: true });
		await symlink(join(root, "node_modules"), join(copy, "node_modules"));
		const own = await run(["explain", "contacts.ts", "--json"], { cwd });
		expect(own.stderr).toBe("");
		expect(JSON.parse(own.stdout)).toEqual(body);
		expect(await run(["explain", "contacts.ts"], { cwd })).toMatchObject({ code: 0 });
		// It was that copy: without it, its name leads nowhere but to the command's own.
		await writeFile(join(copy, "dist/index.js"), 'throw new Error("the copy was read");');
		expect((await run(["explain", "contacts.ts"], { cwd })).stderr).toContain("the copy was read");
	});
});

describe("says what is wrong with a file, in a paragraph", () => {
	test.each([
		["export default 1;", "does not export a job. Write"],
		["export default {;", "could not be loaded: "],
		['import "./nowhere.js";', "Cannot find module './nowhere.js'"],
		['throw new TypeError("no luck");', "could not be loaded: TypeError: no luck"],
		[query.replace("Last_Name", "Las_Name"), '"Las_Name" is not a field of Contacts'],
	])("%j", async (text, words) => {
		const cwd = await folderWith({ "q.ts": text });
		const { code, stdout, stderr } = await run(["explain", "q.ts"], { cwd });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(words);
		expect(stderr).not.toMatch(/^ +at /m);
	});

	test("and lists every mistake of a filter with its place", async () => {
		const criteria = { group_operator: "or", group: [{ api_name: "Nope", comparator: "equal", value: "1" }, {}] };
		const cwd = await folderWith({ "body.json": JSON.stringify({ query: { module: "Contacts", criteria } }) });
		const { stderr } = await run(["explain", "body.json"], { cwd });
		expect(stderr).toContain("criteria.group[0]");
		expect(stderr).toContain("criteria.group[1]");
	});
});

test("nothing is sent", async () => {
	const requests: string[] = [];
	const { env } = await serve({ onRequest: ({ path }) => requests.push(path) });
	const cwd = await folderWith({ "contacts.ts": query });
	const { stdout } = await run(["explain", "contacts.ts"], { cwd, env });
	expect(stdout).toContain(env.ZOHO_BASE_URL);
	expect(requests).toEqual([]);
	// The secret of the callback is part of the body, and of nothing else that is said.
	const english = stdout.slice(0, stdout.indexOf("As JSON"));
	expect(english).toContain("https://example.com/zoho.");
	expect(english).not.toContain("hush");
	expect(await readFile(join(cwd, "contacts.ts"), "utf8")).toBe(query);
});
