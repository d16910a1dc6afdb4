import { execFileSync } from "node:child_process";
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exchangeGrantCode } from "../../../src/index.js";
import { ensureBuilt } from "../build.js";
import { emptyFolder, type Outcome, run, start } from "../command.js";
import { type ServedSandbox, serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

/** The settings without a terminal, of a sandbox. */
function clientOf({ env }: ServedSandbox): Record<string, string> {
	const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "" } = env;
	return { ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET };
}

/** Runs login with a code on standard input. */
function logIn(
	code: string,
	args: readonly string[],
	cwd: string,
	env: Readonly<Record<string, string>>,
): Promise<Outcome> {
	const running = start(["login", "--code", "-", ...args], { cwd, env, input: code });
	return running.ended;
}

describe.concurrent("without a terminal", () => {
	test("the code comes on standard input, and the client from the environment", async () => {
		const served = await serve();
		const cwd = await emptyFolder();
		const code = served.sandbox.makeGrantCode();
		const outcome = await logIn(`\n${code}\n`, ["--base-url", served.url, "-o", "zoho.env"], cwd, clientOf(served));
		expect(outcome).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok {4}credentials/) });
		expect(await run(["doctor", "--env", "zoho.env"], { cwd })).toMatchObject({ code: 0 });
		expect(await readFile(join(cwd, "zoho.env"), "utf8")).toContain(`ZOHO_BASE_URL=${served.url}\n`);
	});

	test("settings of the environment that would go before the file are told", async () => {
		const served = await serve();
		const cwd = await emptyFolder();
		const env = { ...clientOf(served), ZOHO_REFRESH_TOKEN: "1000.old" };
		const { stderr } = await logIn(served.sandbox.makeGrantCode(), ["--base-url", served.url], cwd, env);
		expect(stderr).toContain(
			"warning: ZOHO_REFRESH_TOKEN is set in the environment, which takes precedence over the file: unset it.",
		);
	});

	test("a file that git would take along is told", async () => {
		const served = await serve();
		const cwd = await emptyFolder();
		execFileSync("git", ["init", "-q"], { cwd });
		const args = ["--base-url", served.url];
		const first = await logIn(served.sandbox.makeGrantCode(), args, cwd, clientOf(served));
		expect(first.stderr).toContain(
			"git does not ignore .env.zoho and .env.zoho.token. Keep them out of the repository:\n  echo .env.zoho >> .gitignore\n  echo .env.zoho.token >> .gitignore\n",
		);
		await writeFile(join(cwd, ".gitignore"), ".env.*\n");
		const second = await logIn(served.sandbox.makeGrantCode(), [...args, "-o", ".env.b"], cwd, clientOf(served));
		expect(second.stderr).not.toContain("gitignore");
	});

	test("a code that was made without a scope: the file is written, the scope is named, and the exit is 1", async () => {
		const served = await serve();
		const cwd = await emptyFolder();
		const code = served.sandbox.makeGrantCode(["ZohoCRM.bulk.READ", "ZohoCRM.settings.ALL"]);
		const outcome = await logIn(code, ["--base-url", served.url], cwd, clientOf(served));
		expect(outcome.code).toBe(1);
		expect(outcome.stderr).toContain("The code was created without ZohoCRM.modules.READ.");
		expect(await readdir(cwd)).toEqual([".env.zoho", ".env.zoho.token"]);
	});

	test("only what is wanted counts as lacking", async () => {
		const served = await serve();
		const cwd = await emptyFolder();
		const code = served.sandbox.makeGrantCode(["ZohoCRM.bulk.READ", "ZohoCRM.modules.contacts.READ"]);
		const outcome = await logIn(code, ["Contacts", "--base-url", served.url], cwd, clientOf(served));
		expect(outcome.stderr).not.toContain("created without");
	});
});

describe.concurrent("a wrong turn says the next step, leaves no file, and shows no secret:", () => {
	const secretOf = (served: ServedSandbox): string => served.env.ZOHO_CLIENT_SECRET ?? "";

	test.each<[string, (served: ServedSandbox) => Promise<{ code?: string; env?: object; args?: string[] }>, string]>([
		["a wrong code", async () => ({ code: "1000.wrong-code" }), "Create a new one in the org's own data centre"],
		[
			"a used code",
			async ({ sandbox, env, url }) => {
				const code = sandbox.makeGrantCode();
				const query = `client_id=${env.ZOHO_CLIENT_ID}&client_secret=${env.ZOHO_CLIENT_SECRET}&code=${code}`;
				await fetch(`${url}/oauth/v2/token?grant_type=authorization_code&${query}`, { method: "POST" });
				return { code };
			},
			"already been used",
		],
		[
			"another data centre",
			async () => ({ code: (await serve({ seed: 3 })).sandbox.makeGrantCode() }),
			"another data centre",
		],
		["a wrong client", async () => ({ env: { ZOHO_CLIENT_ID: "1000.X" } }), "each data centre has its own API console"],
		[
			"a wrong secret",
			async () => ({ env: { ZOHO_CLIENT_SECRET: "wr0ng-secret" } }),
			"Copy it again from the API console",
		],
		["no code", async () => ({ code: "\n\n" }), "Standard input is empty"],
		["no client", async () => ({ env: { ZOHO_CLIENT_ID: "" } }), "set ZOHO_CLIENT_ID and ZOHO_CLIENT_SECRET"],
		["two words", async () => ({ code: "1000.a 1000.b" }), "copy it from the API console"],
		["no use", async () => ({ args: ["--for", "export,fun"] }), "Known: export, generate, sync"],
		["no query", async () => ({ args: ["query.ts"] }), "query.ts"],
		[
			"no network",
			async () => ({ args: ["--base-url", `http://127.0.0.1:${await closedPort()}`] }),
			"The code was not sent",
		],
	])("%s", async (_what, make, words) => {
		const served = await serve();
		const cwd = await emptyFolder();
		const { code = served.sandbox.makeGrantCode(), env = {}, args = [] } = await make(served);
		const given = { ...clientOf(served), ZOHO_BASE_URL: served.url, ZOHO_BULK_READ_DEBUG: "1", ...env };
		const outcome = await logIn(code, args, cwd, given);
		expect(outcome).toMatchObject({ code: 2, stdout: "" });
		expect(outcome.stderr).toContain(words);
		for (const secret of [secretOf(served), "wr0ng-secret", ...(code.trim() === "" ? [] : [code.trim()])]) {
			expect(outcome.stderr).not.toContain(secret);
		}
		expect(await readdir(cwd)).toEqual([]);
	});

	test("a code in the arguments", async () => {
		const { code, stderr } = await run(["login", "--code", "1000.c0de"], { cwd: await emptyFolder() });
		expect(code).toBe(2);
		expect(stderr).toMatch(/does not belong in the arguments/);
		expect(stderr).not.toContain("1000.c0de");
	});

	test("nobody to ask", async () => {
		const { code, stderr } = await run(["login", "--dc", "eu"], { cwd: await emptyFolder() });
		expect(code).toBe(2);
		expect(stderr).toContain("There is no terminal for questions.");
	});

	test("no data centre", async () => {
		const env = clientOf(await serve());
		const { code, stderr } = await logIn("1000.a", [], await emptyFolder(), env);
		expect(code).toBe(2);
		expect(stderr).toContain("Which data centre is the org in?");
	});
});

describe.concurrent("before the code is used it is known that its token can be kept:", () => {
	test.each<[string, (cwd: string) => Promise<string>, string]>([
		[
			"a file that is there",
			async (cwd) => {
				await writeFile(join(cwd, "there.env"), "mine\n");
				return "there.env";
			},
			"there.env already exists and was left unchanged.",
		],
		[
			"a link that is there, wherever it leads",
			async (cwd) => {
				await symlink("/nowhere", join(cwd, "link.env"));
				return "link.env";
			},
			"link.env already exists",
		],
		[
			"a folder",
			async (cwd) => {
				await mkdir(join(cwd, "folder"));
				return "folder";
			},
			"folder is a folder. Give a file in it.",
		],
		[
			"a file where a folder is needed",
			async (cwd) => {
				await writeFile(join(cwd, "file"), "");
				return "file/zoho.env";
			},
			"file already exists, and is not what is needed there",
		],
		["a disk that takes nothing", async () => "/proc/zoho.env", "/proc/zoho.env"],
	])("%s", async (_what, make, words) => {
		const served = await serve();
		const cwd = await emptyFolder();
		const output = await make(cwd);
		const code = served.sandbox.makeGrantCode();
		const refused = await logIn(code, ["--base-url", served.url, "-o", output], cwd, clientOf(served));
		expect(refused.code).toBe(2);
		expect(refused.stderr).toContain(words);
		await expect(
			exchangeGrantCode({
				accountsUrl: served.url,
				clientId: served.env.ZOHO_CLIENT_ID ?? "",
				clientSecret: served.env.ZOHO_CLIENT_SECRET ?? "",
				code,
			}),
		).resolves.toHaveProperty("refreshToken");
	});

	test.skipIf(process.getuid?.() !== 0)("a disk that is full", async () => {
		const served = await serve();
		const cwd = await emptyFolder();
		const disk = join(cwd, "disk");
		await mkdir(disk);
		execFileSync("mount", ["-t", "tmpfs", "-o", "size=4k,nr_inodes=10", "none", disk]);
		try {
			await chmod(disk, 0o777);
			await writeFile(join(disk, "filler"), "x".repeat(4096));
			const code = served.sandbox.makeGrantCode();
			const refused = await logIn(code, ["--base-url", served.url, "-o", "disk/zoho.env"], cwd, clientOf(served));
			expect(refused.stderr).toContain("The disk is full. Make room");
			expect(await readdir(disk)).toEqual(["filler"]);
		} finally {
			execFileSync("umount", [disk]);
		}
	});
});

async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
