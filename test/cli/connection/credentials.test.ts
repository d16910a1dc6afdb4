import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run } from "../command.js";
import { inTerminal } from "../in-terminal.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const save = ["generate", "Users", "--save", "metadata.json"];

describe("credentials come", () => {
	test("from the environment: a refresh token with its client", async () => {
		const { env } = await serve();
		expect(await run(save, { cwd: await emptyFolder(), env })).toMatchObject({ code: 0 });
	});

	test("from the environment: an access token alone", async () => {
		const { url, sandbox } = await serve();
		const env = { ZOHO_BASE_URL: url, ZOHO_ACCESS_TOKEN: sandbox.credentials.accessToken };
		expect(await run(save, { cwd: await emptyFolder(), env })).toMatchObject({ code: 0 });
	});

	test("from a file, before which the environment goes", async () => {
		const { env } = await serve();
		const cwd = await emptyFolder();
		const file = { ...env, ZOHO_CLIENT_SECRET: "wrong" };
		const lines = Object.entries(file).map(([name, value]) => `export ${name}="${value}"`);
		await writeFile(join(cwd, ".env"), `# the sandbox\n${lines.join("\n")}\n`);
		const args = [...save, "--env", ".env"];
		expect((await run(args, { cwd })).stderr).toContain("invalid_client_secret");
		const right = { ZOHO_CLIENT_SECRET: env.ZOHO_CLIENT_SECRET ?? "" };
		expect(await run(args, { cwd, env: right })).toMatchObject({ code: 0 });
	});

	test.each([
		["utf8", "\uFEFF", "as some editors write it"],
		["utf16le", "\uFEFF", "as PowerShell writes it"],
		["utf8", "", "with CRLF"],
	] as const)("from a file in %s with the mark %j, %s", async (encoding, mark, _why) => {
		const { env } = await serve();
		const cwd = await emptyFolder();
		const lines = Object.entries(env).map(([name, value]) => `${name}=${value}`);
		await writeFile(join(cwd, "zoho.env"), Buffer.from(`${mark}${lines.join("\r\n")}\r\n`, encoding));
		expect(await run([...save, "--env", "zoho.env"], { cwd })).toMatchObject({ code: 0 });
		// The name that other programs have for it.
		expect(await run([...save, "--env-file", "zoho.env"], { cwd })).toMatchObject({ code: 0 });
	});

	test("from a prompt, where a person is there: what is secret is not shown", async () => {
		const { url, env } = await serve();
		const cwd = await emptyFolder();
		const { ZOHO_CLIENT_ID: id = "", ZOHO_CLIENT_SECRET: secret = "", ZOHO_REFRESH_TOKEN: token = "" } = env;
		const screen = await inTerminal(["doctor", "--base-url", url], { cwd }, [
			["Client id:", id],
			["Client secret (not shown):", secret],
			["Refresh token (not shown):", token],
		]);
		expect(screen).toContain(id);
		expect(screen).toContain("a refresh token, typed in");
		expect(screen).not.toContain(secret);
		expect(screen).not.toContain(token);
	});

	test("never from arguments: no command has an option for one", async () => {
		for (const command of ["generate", "export", "explain", "doctor"]) {
			const { stdout } = await run([command, "--help"]);
			expect(stdout).not.toMatch(/--\S*(?:token|secret|password|client)/i);
		}
	});
});

describe("without them it says what to set", () => {
	test.each([
		[{}, "There are no credentials. Set ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET, ZOHO_REFRESH_TOKEN"],
		[{ ZOHO_CLIENT_ID: "a", ZOHO_REFRESH_TOKEN: "b" }, "ZOHO_CLIENT_SECRET is not set."],
		[{ ZOHO_CLIENT_ID: "a", ZOHO_REFRESH_TOKEN: "" }, "ZOHO_CLIENT_SECRET and ZOHO_REFRESH_TOKEN are not set."],
	])("%j", async (env, words) => {
		const { code, stderr } = await run([...save, "--dc", "eu"], { cwd: await emptyFolder(), env });
		expect(code).toBe(2);
		expect(stderr).toContain(words);
	});

	test("nor does it guess the data centre", async () => {
		const { code, stderr } = await run(save, { cwd: await emptyFolder(), env: { ZOHO_ACCESS_TOKEN: "a" } });
		expect(code).toBe(2);
		expect(stderr).toContain("Give it with --dc or ZOHO_DC: us, eu, in, au, jp, cn, ca, sa, ae, uk.");
	});

	test("nor goes on without a file that is not there: in words, on every version of Node", async () => {
		const { code, stderr } = await run([...save, "--env", "nowhere.env"], { cwd: await emptyFolder() });
		expect(code).toBe(2);
		expect(stderr).toBe("error: There is no nowhere.env. Check the name and the current folder.\n");
	});

	test("nor takes any file for settings", async () => {
		const cwd = await emptyFolder();
		await writeFile(join(cwd, "notes.txt"), "hello\n");
		const { stderr } = await run([...save, "--env", "notes.txt"], { cwd });
		expect(stderr).toContain("notes.txt has none of ZOHO_CLIENT_ID");
	});
});

test("secrets are never printed, whatever goes wrong", async () => {
	const { env } = await serve({ scopes: ["ZohoCRM.users.READ"] });
	const secrets = { ZOHO_CLIENT_SECRET: "s3cret-of-client", ZOHO_REFRESH_TOKEN: "1000.refresh.me" };
	for (const wrong of [{}, ...Object.entries(secrets).map(([name, value]) => ({ [name]: value }))]) {
		const used: Readonly<Record<string, string>> = { ...env, ...wrong, ZOHO_BULK_READ_DEBUG: "1" };
		for (const args of [save, ["doctor"], ["export", "Contacts", "-o", "c.csv"]]) {
			const { code, stdout, stderr } = await run(args, { cwd: await emptyFolder(), env: used });
			expect(code).not.toBe(0);
			for (const name of ["ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN"] as const) {
				expect(stdout + stderr).not.toContain(used[name]);
			}
		}
	}
});
