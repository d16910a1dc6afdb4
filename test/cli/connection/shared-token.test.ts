import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../build.js";
import { emptyFolder, type Outcome, run, start } from "../command.js";
import { type ServedSandbox, serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

/** A sandbox that counts how often it is asked for a token. */
interface CountedSandbox extends ServedSandbox {
	asked(): number;
}

async function serveCounted(): Promise<CountedSandbox> {
	let asked = 0;
	const served = await serve({
		onRequest: ({ route }) => {
			if (route === "token") asked++;
		},
	});
	return { ...served, asked: () => asked };
}

/** The least that needs a token. */
const ask = ["generate", "Users", "--save", "metadata.json"];

/** Runs a command in a folder of its own: only the file of credentials is common. */
async function askWith(file: string): Promise<Outcome> {
	const cwd = await emptyFolder();
	const outcome = await run([...ask, "--env", file], { cwd });
	expect(await readdir(cwd)).toEqual(["metadata.json"]);
	return outcome;
}

/** Credentials with a line that names the file for the token. */
async function writeCredentials({ env }: ServedSandbox): Promise<{ readonly file: string; readonly token: string }> {
	const folder = await emptyFolder();
	const lines = Object.entries({ ...env, ZOHO_TOKEN_FILE: "the token" }).map(([name, value]) => `${name}='${value}'`);
	const file = join(folder, "zoho.env");
	await writeFile(file, lines.join("\n"));
	return { file, token: join(folder, "the token") };
}

const done = { code: 0, stderr: "Fetched the fields of 1 module.\nSaved the metadata to metadata.json.\n" };

describe.concurrent("commands share one token", () => {
	test("after login: doctor's, in whichever folder they run, one after the other and at once", async () => {
		const served = await serveCounted();
		const folder = await emptyFolder();
		const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = served.env;
		const login = start(["login", "--code", "-", "--base-url", served.url], {
			cwd: folder,
			env: { ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET },
			input: served.sandbox.makeGrantCode(),
		});
		expect((await login.ended).code).toBe(0);
		// One for the grant code, and one for the check.
		expect(served.asked()).toBe(2);
		expect((await readdir(folder)).sort()).toEqual([".env.zoho", ".env.zoho.token"]);
		expect((await stat(join(folder, ".env.zoho.token"))).mode & 0o777).toBe(0o600);
		const kept = await readFile(join(folder, ".env.zoho.token"), "utf8");
		for (const secret of [ZOHO_CLIENT_SECRET, ZOHO_REFRESH_TOKEN]) expect(kept).not.toContain(secret);
		const file = join(folder, ".env.zoho");
		expect(await askWith(file)).toMatchObject(done);
		const several = await Promise.all(Array.from({ length: 3 }, () => askWith(file)));
		for (const outcome of several) expect(outcome).toMatchObject(done);
		expect(served.asked()).toBe(2);
	});

	test("that the first one gets, if they start together without one", async () => {
		const served = await serveCounted();
		const { file, token } = await writeCredentials(served);
		const several = await Promise.all(Array.from({ length: 4 }, () => askWith(file)));
		for (const outcome of several) expect(outcome).toMatchObject(done);
		expect(served.asked()).toBe(1);
		expect(await readdir(join(token, ".."))).toEqual(["the token", "zoho.env"]);
	});

	test("not if credentials come from the environment alone: nothing is written, unless it says where", async () => {
		const served = await serveCounted();
		const cwd = await emptyFolder();
		expect(await run(ask, { cwd, env: served.env })).toMatchObject(done);
		expect(await readdir(cwd)).toEqual(["metadata.json"]);
		for (let runs = 0; runs < 2; runs++) {
			expect(await run(ask, { cwd, env: { ...served.env, ZOHO_TOKEN_FILE: "tokens/a" } })).toMatchObject(done);
		}
		expect(served.asked()).toBe(2);
		expect(await readdir(join(cwd, "tokens"))).toEqual(["a"]);
	});

	test("beside the credentials, if the path of their file is a link", async () => {
		const served = await serveCounted();
		const { file, token } = await writeCredentials(served);
		const elsewhere = await emptyFolder();
		const link = join(elsewhere, "zoho.env");
		await symlink(file, link);
		for (const path of [link, file]) expect(await askWith(path)).toMatchObject(done);
		expect(served.asked()).toBe(1);
		expect(await readdir(elsewhere)).toEqual(["zoho.env"]);
		expect((await readdir(join(token, ".."))).sort()).toEqual(["the token", "zoho.env"]);
	});

	test("doctor, which checks the credentials, asks for a new one and shares it", async () => {
		const served = await serveCounted();
		const { file } = await writeCredentials(served);
		for (const asked of [1, 2]) {
			expect(await run(["doctor", "--env", file])).toMatchObject({ code: 0 });
			expect(served.asked()).toBe(asked);
		}
		expect(await askWith(file)).toMatchObject(done);
		expect(served.asked()).toBe(2);
		const wrong = await run(["doctor", "--env", file], { env: { ZOHO_CLIENT_SECRET: "wr0ng-secret" } });
		expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining("invalid_client_secret") });
	});
});

type Kept = Record<string, { value: string; renewAt: number; expiresAt: number; apiDomain?: string }>;

describe.concurrent("a token that is no good costs one request, and is replaced:", () => {
	test.each<[string, (kept: Kept) => string]>([
		["half a file", (kept) => JSON.stringify(kept).slice(0, -9)],
		["expired", (kept) => changed(kept, { renewAt: Date.now() - 2, expiresAt: Date.now() - 1 })],
		["revoked", (kept) => changed(kept, { value: "1000.revoked.t0ken" })],
		[
			"of another org, client or data centre",
			(kept) =>
				JSON.stringify(Object.fromEntries(Object.entries(kept).map(([key, of]) => [key.replace(/./, "x"), of]))),
		],
	])("%s", async (_what, spoil) => {
		const served = await serveCounted();
		const { file, token } = await writeCredentials(served);
		expect(await askWith(file)).toMatchObject(done);
		const spoilt = spoil(JSON.parse(await readFile(token, "utf8")));
		await writeFile(token, spoilt, { mode: 0o644 });
		expect(await askWith(file)).toMatchObject(done);
		expect(served.asked()).toBe(2);
		expect((await stat(token)).mode & 0o777).toBe(0o600);
		expect(await readFile(token, "utf8")).toMatch(/"value":"1000\.(?!revoked)/);
	});

	function changed(kept: Kept, change: Partial<Kept[string]>): string {
		return JSON.stringify(
			Object.fromEntries(Object.entries(kept).map(([key, token]) => [key, { ...token, ...change }])),
		);
	}
});

describe.concurrent("a file that cannot be used costs a warning, and a token for each command:", () => {
	test.each<[string, (folder: string) => Promise<string>, string]>([
		["a folder", async (folder) => join(folder, "."), "is a folder, but a file is needed"],
		[
			"a way through a file",
			async (folder) => {
				await writeFile(join(folder, "file"), "");
				return join(folder, "file", "token");
			},
			"goes through a file where a folder is needed",
		],
		["a disk that takes nothing", async () => "/proc/zoho.token", "/proc/zoho.token"],
		["a name that is too long", async (folder) => join(folder, "x".repeat(300)), "is too long a name"],
	])("%s", async (_what, make, words) => {
		const served = await serveCounted();
		const folder = await emptyFolder();
		await mkdir(join(folder, "project"));
		const env = { ...served.env, ZOHO_TOKEN_FILE: await make(folder), ZOHO_BULK_READ_DEBUG: "1" };
		const { code, stderr } = await run(ask, { cwd: join(folder, "project"), env });
		expect(code).toBe(0);
		expect(stderr).toContain(words);
		expect(stderr.match(/warning: /g)).toHaveLength(1);
		for (const secret of [served.env.ZOHO_CLIENT_SECRET, served.env.ZOHO_REFRESH_TOKEN]) {
			expect(stderr).not.toContain(secret);
		}
		expect(served.asked()).toBe(1);
	});

	test.each([
		["a refresh token", "1000.only.copy\n"],
		["credentials", "\ufeff# of the org\nZOHO_CLIENT_ID='1000.CLIENT'\n"],
	])("a file of something else, which is left as it is: %s", async (_what, text) => {
		const served = await serveCounted();
		const cwd = await emptyFolder();
		await writeFile(join(cwd, "mine"), text);
		for (const command of [ask, ["doctor"]]) {
			const { code, stderr } = await run(command, { cwd, env: { ...served.env, ZOHO_TOKEN_FILE: "mine" } });
			expect(code).toBe(0);
			expect(stderr.match(/warning: /g)).toHaveLength(1);
			expect(stderr).toContain("mine holds something else than access tokens, and was left unchanged.");
			expect(stderr).not.toContain("1000.");
		}
		expect(await readFile(join(cwd, "mine"), "utf8")).toBe(text);
		expect((await readdir(cwd)).sort()).toEqual(["metadata.json", "mine"]);
		expect(served.asked()).toBe(2);
	});

	test("a pipe, which nobody writes to", async () => {
		const served = await serveCounted();
		const cwd = await emptyFolder();
		await promisify(execFile)("mkfifo", [join(cwd, "pipe")]);
		const { code, stderr } = await run(ask, { cwd, env: { ...served.env, ZOHO_TOKEN_FILE: "pipe" } });
		expect(code).toBe(0);
		expect(stderr).toContain("pipe holds something else");
		expect((await stat(join(cwd, "pipe"))).isFIFO()).toBe(true);
	});

	test.each([
		["--json", /^\{"warning":"The access token is not shared/m],
		["--quiet", /^$/],
	])("as a line of JSON, or not at all: %s", async (option, words) => {
		const { env } = await serve();
		const cwd = await emptyFolder();
		const args = ["export", "Contacts", "--select", "Last_Name", "-o", "contacts.csv", option];
		const { code, stderr } = await run(args, { cwd, env: { ...env, ZOHO_TOKEN_FILE: cwd } });
		expect(code).toBe(0);
		expect(stderr).toMatch(words);
	});
});
