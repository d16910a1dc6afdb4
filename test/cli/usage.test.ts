import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import description from "../../package.json" with { type: "json" };
import { builtFilesOf } from "../package/built-files.js";
import { bin, ensureBuilt, root } from "./build.js";
import { run } from "./command.js";

beforeAll(ensureBuilt, 120_000);

const commands = ["login", "init", "generate", "export", "sync", "explain", "sandbox", "doctor", "completion"];

describe("help", () => {
	test("of the whole names every command, the exit codes, and where credentials come from", async () => {
		const { code, stdout, stderr } = await run(["--help"]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		for (const word of [...commands, "Exit codes", "ZOHO_REFRESH_TOKEN", "Examples:"]) expect(stdout).toContain(word);
	});

	test.each(commands)("of %s has examples that begin with it, and exits with 0", async (command) => {
		const { code, stdout } = await run([command, "--help"]);
		expect(code).toBe(0);
		const examples = stdout.slice(stdout.indexOf("Examples:")).match(/\$ .+/g) ?? [];
		expect(examples.length).toBeGreaterThan(1);
		for (const example of examples) expect(example).toMatch(`$ zoho-bulk-read ${command} `.trim());
	});

	test.each(commands)("of %s begins with its examples", async (command) => {
		expect((await run([command, "--help"])).stdout).toMatch(/^Examples:\n/);
	});

	test.each([[], ...commands.map((command) => [command])])(
		"is what was recorded for the docs: %j",
		async (...command) => {
			const recorded = await readFile(`${root}docs/terminal/help.txt`, "utf8");
			const { stdout } = await run([...command, "--help"]);
			// The terminal of the recording was wider.
			const flat = (text: string): string => text.replaceAll(/\s+/g, " ");
			expect(flat(recorded)).toContain(flat(stdout));
		},
	);

	test("is what is shown without a command, as a mistake", async () => {
		const { code, stdout, stderr } = await run([]);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain("Usage: zoho-bulk-read");
	});

	test("the version is the package's", async () => {
		expect(await run(["--version"])).toMatchObject({ code: 0, stdout: `${description.version}\n` });
	});
});

describe("a mistake in the arguments is refused with 2, in one paragraph", () => {
	test.each([
		[["generate", "--chekc"], "error: unknown option '--chekc' (Did you mean --check?)"],
		[["sandbox", "--prot", "80"], "error: unknown option '--prot' (Did you mean --port?)"],
		[["exprot", "x.ts"], "error: unknown command 'exprot' (Did you mean export?)"],
		[["export"], "error: missing required argument 'query'"],
		[["explain", "a.json", "b.json"], "error: too many arguments for 'explain'"],
		[["sandbox", "--port", "99999"], "A port must be a whole number from 0 to 65535."],
		[["sandbox", "--records", "0"], "Give a whole number from 1."],
		[["sandbox", "--fault", "typhoon"], '"typhoon" is not a fault.'],
		[["export", "q.ts", "--format", "xml"], "Allowed choices are csv, ndjson, ics, zip."],
		[["generate"], "Where to write? Give -o"],
		[["generate", "--check", "--print"], "What should be checked?"],
		[["generate", "--from", "a.json", "--save", "b.json", "-o", "x"], "exclude each other"],
		[["explain", "Leeds"], '"Leeds" is not one of the modules'],
		[["explain", "query.sql"], "neither a module's API name nor a .ts, .js or .json file"],
		[["explain", "query.json", "--select", "Id"], "is a complete job"],
		[["explain", "missing.json"], "There is no missing.json."],
		[["explain", "Leads", "--where", "{"], "--where is not JSON"],
		[["explain", "Leads", "--as", "cobol"], '"cobol" is not a known language. Known: curl'],
		[["explain", "Leads", "--dc", "mars"], 'There is no data centre "mars". Known: us, eu'],
		[["explain", "Leads", "--dc", "eu", "--base-url", "http://localhost"], "both say where Zoho is"],
		[["explain", "Leads", "--environment", "test"], 'There is no environment "test".'],
	])("%j", async (args, words) => {
		const { code, stdout, stderr } = await run(args);
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(words);
		expect(stderr).toMatch(/^error: /);
		expect(stderr).not.toMatch(/\n\n|^ +at /m);
	});
});

describe("with --json, mistakes are JSON too", () => {
	test.each([
		[["export", "--json"], { error: "UsageError", message: expect.stringContaining("missing required argument") }],
		[["exprot", "--json"], { error: "UsageError", message: expect.stringContaining("(Did you mean export?)") }],
		[
			["export", "Leads", "--json", "--select", ""],
			{ error: "UsageError", message: expect.stringContaining("is empty") },
		],
		[["export", "Leads", "--json", "--select", "No"], { error: "InvalidJobError", message: expect.any(String) }],
		[["export", "x.txt", "--json"], { error: "CommandError", message: expect.any(String) }],
	])("%j", async (args, expected) => {
		const { code, stderr } = await run(args);
		expect(code).toBe(2);
		expect(JSON.parse(stderr)).toEqual(expected);
	});
});

describe("the start", () => {
	test("reads nothing but commander and the command line itself: no library, no loader", async () => {
		const read = builtFilesOf(bin);
		const size = read.reduce((sum, file) => sum + statSync(file).size, 0);
		expect(size).toBeLessThan(120_000);
		const names = read.map((file) => basename(file).replace(/-[\w-]{8}\.js$/, ".js"));
		expect(names).toEqual(expect.arrayContaining(["zoho-bulk-read.js", "commander.js", "facts.js"]));
		for (const later of ["jiti.js", "library.js", "request.js", "modules.js"]) expect(names).not.toContain(later);
		// What is left for later is there, so that the search above has something to leave out.
		expect(existsSync(`${root}dist/cli/jiti.js`)).toBe(true);
	});
});
