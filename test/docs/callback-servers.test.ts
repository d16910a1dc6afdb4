import type { AddressInfo, Server } from "node:net";
import { serve } from "@hono/node-server";
import { expect, onTestFinished, test, vi } from "vitest";
import { createClient, refreshToken } from "zoho-bulk-read";
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";

const secret = "a+b/c== &é%2B";
vi.stubEnv("CALLBACK_SECRET", secret);

interface Served {
	readonly port: number;
	close(): Promise<unknown>;
}

/** The recipes, each on its own port. They must only be loaded once the secret is in the environment. */
const servers: Readonly<Record<string, () => Promise<Served>>> = {
	"node:http": async () => {
		const { server } = await import("../../docs/recipes/callback-node-http.js");
		return listening(server.listen(0, "127.0.0.1"));
	},
	Express: async () => {
		const { app } = await import("../../docs/recipes/callback-express.js");
		return listening(app.listen(0, "127.0.0.1"));
	},
	Fastify: async () => {
		const { app } = await import("../../docs/recipes/callback-fastify.js");
		await app.listen({ port: 0, host: "127.0.0.1" });
		return { port: (app.server.address() as AddressInfo).port, close: () => app.close() };
	},
	Hono: async () => {
		const { app } = await import("../../docs/recipes/callback-hono.js");
		return listening(serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }));
	},
};

test.each(Object.keys(servers))(
	"%s: Zoho's calls arrive, those of others do not, and every page is read",
	async (name) => {
		const { readNext, job, toRead } = await import("../../docs/recipes/callback-receiver.js");
		const { port, close } = (await servers[name]?.()) ?? never();
		onTestFinished(async () => void (await close()));
		const company = generateCompany({ contacts: 50 });
		const sandbox = createSandbox({
			records: company,
			limits: { recordsPerPage: 20, downloadsPerMinute: 100 },
			timing: { added: 0, queued: 0, inProgress: 5 },
		});
		const { url: baseUrl, close: closeSandbox } = await sandbox.listen();
		onTestFinished(closeSandbox);
		const zoho = createClient({ baseUrl, auth: refreshToken(sandbox.credentials) });
		const url = `http://127.0.0.1:${port}/zoho`;

		const refused = await fetch(`${url}?secret=guessed`, { method: "POST", body: "{}" });
		expect([refused.status, await refused.json()]).toEqual([403, { message: "The secret is missing or wrong." }]);
		const wrong = await fetch(`${url}?secret=${encodeURIComponent(secret)}`, { method: "POST", body: "{" });
		expect(wrong.status).toBe(400);

		const kept: string[] = [];
		await zoho.submit(job(url));
		for (let page = 1; page <= 3; page += 1) {
			await vi.waitFor(() => expect(toRead.length).toBe(1), { timeout: 5_000, interval: 5 });
			await readNext(zoho, url, (id) => void kept.push(id));
		}
		expect(kept.sort()).toEqual(company.Contacts.map(({ id }) => String(id)).sort());
		expect(toRead).toEqual([]);
	},
);

async function listening(server: Pick<Server, "address" | "close" | "listening">): Promise<Served> {
	await vi.waitFor(() => expect(server.listening).toBe(true), { interval: 1 });
	return { port: (server.address() as AddressInfo).port, close: async () => server.close() };
}

function never(): never {
	throw new Error("there is no such server");
}
