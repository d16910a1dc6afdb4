import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, describe, expect, test } from "vitest";
import { createSandbox } from "../../../src/sandbox/sandbox.js";
import { ensureBuilt } from "../build.js";
import { run } from "../command.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

test("finds nothing wrong if nothing is wrong, and creates no job", async () => {
	const { env, sandbox } = await serve();
	const { code, stdout, stderr } = await run(["doctor"], { env });
	expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
	const subjects = stdout
		.trimEnd()
		.split("\n")
		.map((line) => line.split(/ {2,}/).slice(0, 2).join(" "));
	expect(subjects).toEqual([
		"ok credentials",
		"ok data centre",
		"ok token",
		...["ok scope", "ok scope", "ok scope", "note scope"],
		"ok clock",
	]);
	expect(sandbox.jobs()).toEqual([]);
});

describe("finds, and exits with 1", () => {
	test.each([
		[["ZohoCRM.settings.ALL"], "fail  scope        ZohoCRM.bulk.READ (to create jobs) is missing"],
		[["ZohoCRM.bulk.READ", "ZohoCRM.settings.fields.READ"], "fail  scope        ZohoCRM.settings.modules.READ"],
		[["ZohoCRM.bulk.ALL", "ZohoCRM.settings.modules.ALL"], "fail  scope        ZohoCRM.settings.fields.READ"],
	])("a missing scope: %j", async (scopes, words) => {
		const { env } = await serve({ scopes });
		const { code, stdout } = await run(["doctor"], { env });
		expect(code).toBe(1);
		expect(stdout).toContain(words);
		expect(stdout.match(/^fail/gm)).toHaveLength(1);
	});

	test("a refresh token that is not one", async () => {
		const { env } = await serve();
		const { code, stdout } = await run(["doctor"], { env: { ...env, ZOHO_REFRESH_TOKEN: "1000.no" } });
		expect(code).toBe(1);
		expect(stdout).toMatch(/^fail {2}token .*invalid_code/m);
	});

	test("an access token that is dead", async () => {
		const { url } = await serve();
		const { code, stdout } = await run(["doctor"], { env: { ZOHO_BASE_URL: url, ZOHO_ACCESS_TOKEN: "1000.dead" } });
		expect(code).toBe(1);
		expect(stdout).toMatch(/^fail {2}token .*INVALID_TOKEN/m);
	});

	test("missing credentials", async () => {
		const { code, stdout } = await run(["doctor", "--dc", "eu"]);
		expect(code).toBe(1);
		expect(stdout).toContain("fail  settings     There are no credentials.");
	});

	test("a server that is not there", async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const env = { ZOHO_BASE_URL: `http://127.0.0.1:${port}`, ZOHO_ACCESS_TOKEN: "1000.a" };
		const { code, stdout } = await run(["doctor"], { env });
		expect(code).toBe(1);
		expect(stdout).toMatch(/^fail {2}token .*got no answer/m);
	});

	test.each([
		// The header has whole seconds, and a busy machine is late: a second more or less is right.
		[-600_000, /^fail {2}clock {8}(?:599|60[01]) s ahead of Zoho's/m],
		[86_400_000, /^fail {2}clock {8}(?:86399|8640[01]) s behind Zoho's/m],
	])("a clock that is wrong, by %d ms", async (shift, words) => {
		const url = await serveWithDate(() => new Date(Date.now() + shift));
		const { code, stdout } = await run(["doctor"], {
			env: { ZOHO_BASE_URL: url, ZOHO_ACCESS_TOKEN: sandbox.credentials.accessToken },
		});
		expect(code).toBe(1);
		expect(stdout).toMatch(words);
	});
});

const sandbox = createSandbox({ records: {} });

/** Puts a server in front of a sandbox that changes the date of its answers. */
async function serveWithDate(date: () => Date): Promise<string> {
	const server = createServer(async (incoming, outgoing) => {
		const headers = { authorization: incoming.headers.authorization ?? "" };
		const answer = await sandbox.fetch(`http://localhost${incoming.url}`, { headers });
		outgoing.sendDate = false;
		outgoing.writeHead(answer.status, { "content-type": "application/json", date: date().toUTCString() });
		outgoing.end(await answer.text());
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	server.unref();
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
