import type { Redis } from "ioredis";
import type { TokenStore } from "zoho-bulk-read";

/** Keeps access tokens in Redis, for all processes of all machines. */
export const redisTokenStore = (redis: Redis): TokenStore => ({
	get: async (key) => JSON.parse((await redis.get(`zoho-token:${key}`)) ?? "null"),
	set: async (key, token) =>
		void (await redis.set(`zoho-token:${key}`, JSON.stringify(token), "PXAT", token.expiresAt)),
	exclusive: async (key, work, signal) => {
		const lock = `zoho-token-lock:${key}`;
		while (!(await redis.set(lock, "1", "PX", 30_000, "NX"))) {
			signal?.throwIfAborted();
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		return work().finally(() => redis.del(lock));
	},
});
