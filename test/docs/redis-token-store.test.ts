import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { createClient, refreshToken } from "zoho-bulk-read";
import { createSandbox } from "zoho-bulk-read/sandbox";
import { redisTokenStore } from "../../docs/recipes/redis-token-store.js";
import { hasRedis, startRedis } from "./redis-server.js";

test.skipIf(!hasRedis)(
	"clients that share a Redis get one token together, and one more when it dies (needs redis-server)",
	async () => {
		const socket = await startRedis();
		const connect = (): Redis => {
			const redis = new Redis(socket);
			onTestFinished(() => redis.disconnect());
			return redis;
		};
		const sandbox = createSandbox();
		let asked = 0;
		const fetch = (request: Request): Promise<Response> => {
			if (request.url.includes("/oauth/")) asked += 1;
			return sandbox.fetch(request);
		};
		const start = () =>
			createClient({
				baseUrl: "http://sandbox.test",
				fetch,
				auth: refreshToken({ ...sandbox.credentials, store: redisTokenStore(connect()) }),
			});
		const modules = "/crm/v8/settings/modules";
		await Promise.all(Array.from({ length: 5 }, () => start().api.get(modules)));
		expect(asked).toBe(1);

		const redis = connect();
		const [key = ""] = await redis.keys("zoho-token:*");
		const kept = JSON.parse((await redis.get(key)) ?? "null") as { readonly expiresAt: number };
		expect(Math.abs((await redis.pttl(key)) - (kept.expiresAt - Date.now()))).toBeLessThan(1_000);
		expect(await redis.keys("zoho-token-lock:*")).toEqual([]);

		for (const entry of ["null", "{}", '{"value":"1000.x"}', JSON.stringify({ ...kept, renewAt: 1e20 })]) {
			await redis.set(key, entry);
			await start().api.get(modules);
		}
		expect(asked).toBe(5);
		await redis.set(key, JSON.stringify({ ...kept, value: "1000.dead" }));
		await start().api.get(modules);
		expect(asked).toBe(6);
	},
);
