import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { RawMetadata } from "../../../src/sandbox/org/field-metadata.js";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run, start } from "../command.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const field = (api_name: string, data_type: string, values: readonly string[] = []): object => ({
	api_name,
	data_type,
	field_label: api_name.replaceAll("_", " "),
	filterable: true,
	pick_list_values: values.map((value) => ({ actual_value: value, display_value: value })),
});

const module = (api_name: string): object => ({ api_name, plural_label: api_name, api_supported: true });

interface Org extends RawMetadata {
	modules: { modules: object[] };
	fields: Record<string, { fields: object[] }>;
}

/** An org of two modules besides the users, which a test may change while the sandbox serves it. */
const smallOrg = (): Org => ({
	modules: { modules: [module("Projects"), module("Rooms")] },
	fields: {
		Projects: {
			fields: [
				field("Name", "text"),
				field("Budget", "integer"),
				field("Phase", "picklist", ["Draft", "Running"]),
				field("Old_Field", "date"),
			],
		},
		Rooms: { fields: [field("Name", "text")] },
	},
});

test("generates, finds no drift, finds what changed in the org, and generates again", async () => {
	const folder = await emptyFolder();
	const metadata = smallOrg();
	const { env } = await serve({ metadata });
	const at = { cwd: folder, env };

	const written = await run(["generate", "-o", "zoho"], at);
	expect(written).toMatchObject({ code: 0, stdout: "" });
	expect(written.stderr).toContain("Wrote 3 modules to zoho (4 files changed).");
	expect((await readdir(join(folder, "zoho"))).sort()).toEqual(["index.ts", "projects.ts", "rooms.ts", "users.ts"]);

	const same = await run(["generate", "-o", "zoho", "--check"], at);
	expect(same).toMatchObject({ code: 0, stdout: "" });
	expect(same.stderr).toContain("No drift");

	metadata.fields.Projects = {
		fields: [
			field("Name", "text"),
			field("Budget", "currency"),
			field("Phase", "picklist", ["Draft", "Running", "Done"]),
			field("New_Field", "email"),
		],
	};
	const drifted = await run(["generate", "-o", "zoho", "--check"], at);
	expect(drifted.code).toBe(1);
	expect(drifted.stdout).toBe(
		[
			"~ Projects.Budget: integer -> currency",
			"+ Projects.New_Field: email",
			"- Projects.Old_Field: date",
			'+ Projects.Phase: "Done"',
			"",
		].join("\n"),
	);
	expect(await readFile(join(folder, "zoho/projects.ts"), "utf8")).not.toContain("New_Field");

	await run(["generate", "-o", "zoho"], at);
	expect(await run(["generate", "-o", "zoho", "--check"], at)).toMatchObject({ code: 0, stdout: "" });
});

test("writes only what differs, removes what is gone, and touches nothing else", async () => {
	const folder = await emptyFolder();
	const metadata = smallOrg();
	const { env } = await serve({ metadata });
	const at = { cwd: folder, env };
	await mkdir(join(folder, "zoho"));
	await writeFile(join(folder, "zoho/mine.ts"), "export const mine = 1;\n");
	await run(["generate", "-o", "zoho"], at);
	expect((await run(["generate", "-o", "zoho"], at)).stderr).toContain("zoho is up to date (3 modules).");

	metadata.modules = { modules: [module("Projects")] };
	const { stderr } = await run(["generate", "-o", "zoho"], at);
	expect(stderr).toContain("Removed zoho/rooms.ts");
	expect((await readdir(join(folder, "zoho"))).sort()).toEqual(["index.ts", "mine.ts", "projects.ts", "users.ts"]);
});

test("takes modules and fields by patterns, and writes them down as the command to repeat", async () => {
	const folder = await emptyFolder();
	const { env } = await serve({ metadata: smallOrg() });
	const args = ["generate", "Projects.*e*", "--exclude", "*.Old*", "-o", "own/zoho.ts"];
	expect(await run(args, { cwd: folder, env })).toMatchObject({ code: 0 });
	const text = await readFile(join(folder, "own/zoho.ts"), "utf8");
	expect(text.split("\n")[0]).toBe(
		"// Made by `zoho-bulk-read generate 'Projects.*e*' --exclude '*.Old*' -o own/zoho.ts`: do not edit it, generate it again.",
	);
	expect(text).toContain("export interface Projects");
	expect(text).toContain("Phase:");
	expect(text).not.toContain("Old_Field");
	expect(text).not.toContain("Rooms");
});

test("keeps the metadata, and generates the same from it without the org", async () => {
	const folder = await emptyFolder();
	const { env } = await serve({ metadata: smallOrg() });
	const printed = await run(["generate", "--save", "metadata.json", "--print"], { cwd: folder, env });
	expect(printed).toMatchObject({ code: 0 });
	expect(printed.stdout).toContain("export interface Rooms");
	const offline = await run(["generate", "--from", "metadata.json", "--print", "--quiet"], { cwd: folder });
	expect(offline).toEqual({ code: 0, signal: null, stdout: printed.stdout, stderr: "" });
});

describe.concurrent("Zoho's own answers generate what the org does", () => {
	const raw = smallOrg().fields;
	const text = (value: unknown): string => JSON.stringify(value);

	test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
		["an answer with its module's name", { "p.json": text(raw.Projects) }, ["Projects=p.json"]],
		["a bare list with its name", { "p.json": text(raw.Projects?.fields) }, ["Projects=p.json"]],
		["a list with a mark before it", { "p.json": `\uFEFF${text(raw.Projects?.fields)}` }, ["Projects=p.json"]],
		["a folder", { "org/Projects.json": text(raw.Projects), "org/notes.md": "no" }, ["org"]],
		[
			"a folder with the list of modules",
			{ "o/Projects.json": text(raw.Projects), "o/modules.json": text(smallOrg().modules) },
			["o"],
		],
		[
			"what --save wrote, and more",
			{
				"all.json": text({ modules: smallOrg().modules, fields: { Projects: raw.Projects } }),
				"r.json": text(raw.Rooms),
			},
			["all.json", "Rooms=r.json"],
		],
		["a file whose name has a =", { "a=b.json": text({ modules: {}, fields: raw }) }, ["a=b.json"]],
	])("%s", async (_what, files, sources) => {
		const cwd = await emptyFolder();
		for (const [name, content] of Object.entries(files)) {
			await mkdir(dirname(join(cwd, name)), { recursive: true });
			await writeFile(join(cwd, name), content);
		}
		await writeFile(join(cwd, "whole.json"), text(smallOrg()));
		const generated = ["generate", "Projects", "--print", "--quiet"];
		const whole = await run([...generated, "--from", "whole.json"], { cwd });
		const outcome = await run([...generated, ...sources.flatMap((source) => ["--from", source])], { cwd });
		expect(outcome).toMatchObject({ code: 0, stderr: "" });
		expect(outcome.stdout).toContain("Phase:");
		// Only the answer about modules has the org's name for a module.
		const unlabelled = (printed: string): string => printed.replace(/^\/\*\*[^/]*\*\/\nexport const/m, "export const");
		expect(unlabelled(outcome.stdout)).toBe(unlabelled(whole.stdout));
	});

	test.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
		["fields of nobody", { "p.json": text(raw.Projects) }, ["p.json"], "Give --from Module=p.json"],
		["a list of nobody", { "p.json": text(raw.Projects?.fields) }, ["p.json"], "such as --from Leads=p.json"],
		["a module twice", { "p.json": text(raw.Projects) }, ["P=p.json", "P=p.json"], "which were already given"],
		["an empty folder", {}, ["."], "has no .json files"],
		[
			"an error from Zoho",
			{ "p.json": '{"code":"INVALID_MODULE"}' },
			["P=p.json"],
			"an error from Zoho, INVALID_MODULE",
		],
		["a file that is not there", {}, ["P=p.json"], "There is no p.json."],
		["no JSON", { "p.json": "<html>" }, ["P=p.json"], "p.json is not JSON"],
	])("and is refused with what to do: %s", async (_what, files, sources, words) => {
		const cwd = await emptyFolder();
		for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
		const outcome = await run(["generate", "--print", ...sources.flatMap((source) => ["--from", source])], { cwd });
		expect(outcome).toMatchObject({ code: 2, stdout: "" });
		expect(outcome.stderr).toContain(words);
	});
});

test("--watch generates again when the file changes, goes on after a mistake in it, and ends with Ctrl-C", async () => {
	const folder = await emptyFolder();
	const metadata = smallOrg();
	const save = (text: string): Promise<void> => writeFile(join(folder, "metadata.json"), text);
	await save(JSON.stringify(metadata));
	const watching = start(["generate", "--from", "metadata.json", "-o", "zoho.ts", "--watch"], { cwd: folder });
	await watching.line("Wrote 2 modules to zoho.ts");
	await save("{");
	await watching.line("metadata.json is not JSON");
	metadata.fields.Projects?.fields.push(field("Added", "email"));
	metadata.modules.modules.push(module("Desks"));
	metadata.fields.Desks = { fields: [field("Name", "text")] };
	await save(JSON.stringify(metadata));
	await watching.line("Wrote 3 modules to zoho.ts");
	expect(await readFile(join(folder, "zoho.ts"), "utf8")).toContain("Added");
	watching.process.kill("SIGINT");
	expect(await watching.ended).toMatchObject({ code: 0, signal: null });
});

describe("fails with 2 and writes nothing", () => {
	test("where nothing was generated that could be checked", async () => {
		const { env } = await serve({ metadata: smallOrg() });
		const { code, stderr } = await run(["generate", "-o", "none", "--check"], { cwd: await emptyFolder(), env });
		expect(code).toBe(2);
		expect(stderr).toContain("Nothing has been generated at none. Run without --check first.");
	});

	test("where the token may not read metadata: the scope is named", async () => {
		const folder = await emptyFolder();
		const { env } = await serve({ scopes: ["ZohoCRM.bulk.READ"] });
		const { code, stderr } = await run(["generate", "-o", "zoho"], { cwd: folder, env });
		expect(code).toBe(2);
		expect(stderr).toContain("ZohoCRM.settings.modules.READ,ZohoCRM.settings.fields.READ\n");
		expect(await readdir(folder)).toEqual([]);
	});

	test("where the file holds something else than metadata", async () => {
		const folder = await emptyFolder();
		await writeFile(join(folder, "other.json"), '{"a":1}');
		const { code, stderr } = await run(["generate", "--from", "other.json", "-o", "zoho"], { cwd: folder });
		expect(code).toBe(2);
		expect(stderr).toContain("is not Zoho's metadata");
	});
});
