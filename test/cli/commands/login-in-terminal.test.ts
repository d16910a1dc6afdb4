import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run } from "../command.js";
import { inTerminal, type Typed } from "../in-terminal.js";
import { type ServedSandbox, serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const all = "ZohoCRM.bulk.READ,ZohoCRM.modules.READ,ZohoCRM.settings.modules.READ,ZohoCRM.settings.fields.READ";

const plain = { NO_COLOR: "1" };

/** What a person types. */
function answersOf({ env }: ServedSandbox, code: string): readonly Typed[] {
	return [
		["Client id:", env.ZOHO_CLIENT_ID ?? ""],
		["Client secret (not shown):", env.ZOHO_CLIENT_SECRET ?? ""],
		["Grant code (not shown):", code],
	];
}

describe.concurrent("in a terminal", () => {
	test("it says what to ask for, asks, writes the file, checks it, and shows no secret", async () => {
		const served = await serve();
		const cwd = await emptyFolder();
		const code = served.sandbox.makeGrantCode(all.split(","));
		const screen = await inTerminal(["login", "--base-url", served.url], { cwd, env: plain }, answersOf(served, code));
		expect(screen).toContain(all);
		expect(screen).toContain("Wrote .env.zoho.");
		expect(screen).toMatch(/ok {4}clock[\s\S]*Next: zoho-bulk-read init --env \.env\.zoho/);
		const text = await readFile(join(cwd, ".env.zoho"), "utf8");
		expect((await stat(join(cwd, ".env.zoho"))).mode & 0o777).toBe(0o600);
		expect(await readdir(cwd)).toEqual([".env.zoho", ".env.zoho.token"]);
		const token = /ZOHO_REFRESH_TOKEN=(\S+)/.exec(text)?.[1] ?? "";
		for (const secret of [code, token, served.env.ZOHO_CLIENT_SECRET ?? ""]) {
			expect(secret.length).toBeGreaterThan(30);
			expect(screen).not.toContain(secret);
		}
		const exported = await run(["export", "Contacts", "--select", "Last_Name", "--env", ".env.zoho", "-o", "c.csv"], {
			cwd,
		});
		expect(exported.code).toBe(0);
	});

	test.each<[string, readonly Typed[], string]>([
		[
			"a client",
			[
				["Client id:", "1000.WRONG"],
				["Client secret (not shown):", "wrong"],
				["Grant code (not shown):", "1000.wrong"],
				["Client id, again:", "ID"],
				["Client secret, again (not shown):", "SECRET"],
				["A new grant code (not shown):", "CODE"],
			],
			"invalid_client",
		],
		[
			"a code",
			[
				["Client id:", "ID"],
				["Client secret (not shown):", "SECRET"],
				["Grant code (not shown):", "1000.wrong"],
				["A new grant code (not shown):", "CODE"],
			],
			"invalid_code",
		],
	])("%s that Zoho refuses is asked for again", async (_what, typed, refused) => {
		const served = await serve();
		const cwd = await emptyFolder();
		const [id, secret, code] = answersOf(served, served.sandbox.makeGrantCode()).map(([, answer]) => answer);
		const meant: Readonly<Record<string, string | undefined>> = { ID: id, SECRET: secret, CODE: code };
		const answers = typed.map(([question, answer]): Typed => [question, meant[answer] ?? answer]);
		const screen = await inTerminal(["login", "--base-url", served.url], { cwd, env: plain }, answers);
		expect(screen).toMatch(new RegExp(`${refused}[\\s\\S]*Wrote \\.env\\.zoho\\.`));
	});

	test.each([
		["n", /was left unchanged/, "mine\n"],
		["y", /Wrote \.env\.zoho/, undefined],
	])("a file that is there is replaced by %j: %s", async (answer, words, left) => {
		const served = await serve();
		const cwd = await emptyFolder();
		await writeFile(join(cwd, ".env.zoho"), "mine\n");
		const answers = answersOf(served, served.sandbox.makeGrantCode());
		const screen = await inTerminal(["login", "--base-url", served.url], { cwd, env: plain }, [
			["Replace it (y/n)?", answer],
			...(answer === "y" ? answers : []),
		]);
		expect(screen).toMatch(words);
		const text = await readFile(join(cwd, ".env.zoho"), "utf8");
		if (left === undefined) expect(text).toContain("ZOHO_REFRESH_TOKEN=");
		else expect(text).toBe(left);
		expect(await readdir(cwd)).toEqual([".env.zoho", ...(answer === "y" ? [".env.zoho.token"] : [])]);
	});

	test("of a data centre it names the console that is there", async () => {
		const cwd = await emptyFolder();
		const screen = await inTerminal(["login", "Contacts", "--dc", "ca"], { cwd, env: plain }, [
			["Client id:", "\u0003"],
		]);
		expect(screen).toContain("https://api-console.zohocloud.ca");
		expect(screen).toContain("\n  ZohoCRM.bulk.READ,ZohoCRM.modules.contacts.READ\r\n");
		expect(screen).toContain("Nothing was done");
		expect(await readdir(cwd)).toEqual([]);
	});
});
