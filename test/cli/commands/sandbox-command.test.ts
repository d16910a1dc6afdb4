import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run, start } from "../command.js";

beforeAll(ensureBuilt, 120_000);

interface Address {
	readonly url: string;
	readonly accessToken: string;
}

async function startJson(...args: readonly string[]): Promise<Address & { stop(): Promise<unknown> }> {
	const running = start(["sandbox", "--json", "--records", "20", ...args]);
	const address: Address = JSON.parse(await running.line('{"url"'));
	return {
		...address,
		stop: () => {
			running.process.kill("SIGINT");
			return running.ended;
		},
	};
}

test("prints its address and credentials for a shell, then a line a request, and ends with Ctrl-C", async () => {
	const running = start(["sandbox", "--records", "20"]);
	await running.line("Ctrl-C stops it.");
	const url = (await running.line("export ZOHO_BASE_URL=")).split("=")[1];
	const token = (await running.line("export ZOHO_ACCESS_TOKEN=")).split("=")[1];
	const headers = { authorization: `Zoho-oauthtoken ${token}` };
	const answer = await fetch(`${url}/crm/v8/settings/modules`, { headers });
	expect(answer.status).toBe(200);
	await fetch(`${url}/crm/bulk/v2/read/1`, { headers });
	const shown = await running.line("/crm/bulk/v2/read/1");
	expect(shown).toMatch(/^\d\d:\d\d:\d\d GET {2}404 +\d+ ms \/crm\/bulk\/v2\/read\/1 RESOURCE_NOT_FOUND$/);
	running.process.kill("SIGINT");
	const { code, signal, stdout, stderr } = await running.ended;
	expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: "" });
	expect(stdout).not.toContain("\u001B");
	await expect(fetch(`${url}/`)).rejects.toThrow();
});

test("what it prints is what --env-file takes", async () => {
	const running = start(["sandbox", "--records", "20"]);
	await running.line("Ctrl-C stops it.");
	const folder = await emptyFolder();
	const lines = await Promise.all(settings.map((name) => running.line(`export ${name}=`)));
	await writeFile(join(folder, "zoho.env"), lines.join("\n"));
	const { code, stdout } = await run(["doctor", "--env-file", "zoho.env"], { cwd: folder });
	expect(stdout).toContain("ok    token");
	expect(code).toBe(0);
	running.process.kill("SIGTERM");
	expect(await running.ended).toMatchObject({ code: 0, signal: null });
});

const settings = ["ZOHO_BASE_URL", "ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN", "ZOHO_ACCESS_TOKEN"];

test("--json prints a line with the address and the credentials, then a line a request", async () => {
	const running = start(["sandbox", "--json", "--records", "20"]);
	const { url, ...credentials } = JSON.parse(await running.line('{"url"'));
	expect(Object.keys(credentials)).toEqual(["clientId", "clientSecret", "refreshToken", "accessToken", "grantCode"]);
	await fetch(`${url}/crm/bulk/v2/read`, { method: "POST" });
	expect(JSON.parse(await running.line("/crm/bulk/v2/read"))).toMatchObject({
		method: "POST",
		route: "create",
		status: 401,
	});
	running.process.kill("SIGINT");
	const { stdout } = await running.ended;
	for (const line of stdout.trimEnd().split("\n")) expect(JSON.parse(line)).toBeTypeOf("object");
});

describe("options", () => {
	test("the same seed gives the same tokens, another seed others", async () => {
		const [one, same, other] = await Promise.all([
			startJson("--seed", "a"),
			startJson("--seed", "a"),
			startJson("--seed", "b"),
		]);
		expect(same.accessToken).toBe(one.accessToken);
		expect(other.accessToken).not.toBe(one.accessToken);
		expect(same.url).not.toBe(one.url);
		await Promise.all([one.stop(), same.stop(), other.stop()]);
	});

	test("--fault and --latency misbehave, and the log says so", async () => {
		const running = start([
			"sandbox",
			"--records",
			"20",
			"--fault",
			"503@modules",
			"--fault",
			"429=7@fields",
			"--latency",
			"20",
		]);
		const url = (await running.line("export ZOHO_BASE_URL=")).split("=")[1];
		const token = (await running.line("export ZOHO_ACCESS_TOKEN=")).split("=")[1];
		const get = (path: string): Promise<Response> =>
			fetch(`${url}${path}`, { headers: { authorization: `Zoho-oauthtoken ${token}` } });
		expect((await get("/crm/v8/settings/modules")).status).toBe(503);
		const limited = await get("/crm/v8/settings/fields?module=Leads");
		expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"]);
		expect(await running.line("settings/fields")).toContain("TOO_MANY_REQUESTS fault latency fault 429");
		running.process.kill("SIGINT");
		await running.ended;
	});

	test("--host listens elsewhere than on 127.0.0.1", async () => {
		const { url, stop } = await startJson("--host", "127.0.0.2");
		expect(url).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
		expect((await fetch(url)).status).toBe(404);
		await stop();
	});

	test("a port that is taken is refused with what to do", async () => {
		const first = await startJson();
		const { code, stderr } = await run(["sandbox", "--port", new URL(first.url).port]);
		expect(code).toBe(2);
		expect(stderr).toMatch(/^error: Port \d+ is in use by another program\. Give another one/);
		await first.stop();
	});
});

test("--busy changes, adds and deletes records while it runs", async () => {
	const { url, stop } = await startJson("--busy", "200");
	const stream = (await fetch(url, { headers: { accept: "text/event-stream" } })).body?.getReader();
	const decoder = new TextDecoder();
	const seen = new Set<string>();
	for (let text = ""; seen.size < 3; ) {
		text += decoder.decode((await stream?.read())?.value);
		for (const [counts] of text.matchAll(/"modules":\[.*?\]/g)) if (!counts.includes("null")) seen.add(counts);
	}
	await stream?.cancel();
	expect(await stop()).toMatchObject({ code: 0, stderr: "" });
});
