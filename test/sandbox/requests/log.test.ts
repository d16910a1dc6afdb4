import { expect, test } from "vitest";
import type { RequestLogEntry } from "../../../src/sandbox/index.js";
import { send, startSandbox } from "../raw-http.js";

test("each request is told once: what it was, what became of it, and no secret", async () => {
	const log: RequestLogEntry[] = [];
	const { url, sandbox, get, post, clock } = await startSandbox({ onRequest: (entry) => log.push(entry) });
	await post("/crm/bulk/v2/read", { query: { module: "Contacts" } });
	await get("/crm/bulk/v2/read/554023568000000000?secret=1");
	await get("/crm/v8/settings/fields?module=Leads");
	await get("/nowhere");
	await get("/crm/bulk/v2/read", { "x-sandbox-fault": "refuse" }).catch(() => {});
	const { clientId, clientSecret, refreshToken } = sandbox.credentials;
	const parameters = new URLSearchParams({
		client_id: clientId,
		client_secret: clientSecret,
		refresh_token: refreshToken,
	});
	await send(`${url}/oauth/v2/token?grant_type=refresh_token&${parameters}`, { method: "POST" });

	const time = new Date(clock.now()).toISOString();
	const job = "554023568000000000";
	expect(log).toEqual([
		{ time, method: "POST", path: "/crm/bulk/v2/read", route: "create", status: 201, job, milliseconds: 0 },
		{
			time,
			method: "GET",
			path: `/crm/bulk/v2/read/${job}?secret=***`,
			route: "details",
			status: 200,
			job,
			milliseconds: 0,
		},
		{
			time,
			method: "GET",
			path: "/crm/v8/settings/fields?module=Leads",
			route: "fields",
			status: 200,
			milliseconds: 0,
		},
		{ time, method: "GET", path: "/nowhere", status: 404, code: "INVALID_URL_PATTERN", milliseconds: 0 },
		{ time, method: "GET", path: "/crm/bulk/v2/read", route: "create", milliseconds: 0, faults: ["refuse"] },
		{
			time,
			method: "POST",
			path: "/oauth/v2/token?grant_type=refresh_token&client_id=***&client_secret=***&refresh_token=***",
			route: "token",
			status: 200,
			milliseconds: 0,
		},
	]);
	const told = JSON.stringify(log);
	for (const secret of Object.values(sandbox.credentials)) expect(told).not.toContain(secret);
});

test("a mistake in a function that was given is told, and cuts the connection", async () => {
	const log: RequestLogEntry[] = [];
	const broken = (): never => {
		throw new Error("my own schedule");
	};
	const { get } = await startSandbox({ faults: broken, onRequest: (entry) => log.push(entry) });
	await expect(get("/crm/v8/settings/modules")).rejects.toThrow();
	expect(log).toMatchObject([{ error: expect.stringContaining("my own schedule") }]);
	expect(log[0]).not.toHaveProperty("status");
});
