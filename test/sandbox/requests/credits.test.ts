import { describe, expect, test } from "vitest";
import { startSandbox } from "../raw-http.js";

const read = { query: { module: "Leads" } };
const remaining = "x-api-credits-remaining";

describe("API credits", () => {
	test("are spent by jobs and by other requests, and the sandbox tells", async () => {
		const { sandbox, create, get } = await startSandbox({ limits: { credits: 1_000 } });
		expect(sandbox.credits).toEqual({ used: 0, remaining: 1_000 });
		const id = await create(read);
		expect(sandbox.credits).toEqual({ used: 50, remaining: 950 });
		await get(`/crm/bulk/v2/read/${id}`);
		await get("/crm/v8/settings/modules");
		expect(sandbox.credits).toEqual({ used: 52, remaining: 948 });
	});

	test("have no limit unless one is set", async () => {
		const { sandbox, post } = await startSandbox();
		const { headers } = await post("/crm/bulk/v2/read", read);
		expect(sandbox.credits).toEqual({ used: 50, remaining: Number.POSITIVE_INFINITY });
		expect(headers).not.toHaveProperty(remaining);
	});

	test("are named in a header once half of them are used", async () => {
		const { post, get } = await startSandbox({ limits: { credits: 101 } });
		expect((await post("/crm/bulk/v2/read", read)).headers).not.toHaveProperty(remaining);
		expect((await get("/crm/v8/settings/modules")).headers[remaining]).toBe("50");
	});

	test("that are used up are answered as too many requests, until a day has passed", async () => {
		const { sandbox, post, clock } = await startSandbox({ limits: { credits: 120 } });
		const post200 = async (): Promise<number> => (await post("/crm/bulk/v2/read", read, fresh())).status;
		const fresh = (): Record<string, string> => ({ authorization: `Zoho-oauthtoken ${sandbox.issueAccessToken()}` });
		expect([await post200(), await post200()]).toEqual([201, 201]);
		const refused = await post("/crm/bulk/v2/read", read);
		expect([refused.status, refused.json().code]).toEqual([429, "TOO_MANY_REQUESTS"]);
		expect(sandbox.credits).toEqual({ used: 100, remaining: 20 });
		await clock.advance(23 * 3_600_000);
		expect(await post200()).toBe(429);
		await clock.advance(3_600_000);
		expect(await post200()).toBe(201);
		expect(sandbox.credits).toEqual({ used: 50, remaining: 70 });
	});

	test.each([
		[false, 0],
		[true, 50],
	])("a request that is refused costs them by a switch: %s", async (refusalsCost, used) => {
		const { sandbox, post } = await startSandbox({ assumptions: { refusalsCost } });
		expect((await post("/crm/bulk/v2/read", { query: { module: "Nothing" } })).status).toBe(400);
		expect(sandbox.credits.used).toBe(used);
	});

	test("are not spent by tokens, nor by requests without a token that holds", async () => {
		const { sandbox, get, post } = await startSandbox();
		await post("/oauth/v2/token", {});
		await get("/crm/v8/settings/modules", { authorization: "Zoho-oauthtoken none" });
		expect(sandbox.credits.used).toBe(0);
	});
});
