import { afterAll } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.js";
import type { SandboxOptions } from "../../src/sandbox/sandbox-options.js";

/** A sandbox on a port, and the settings with which the command reaches it. */
export interface ServedSandbox {
	readonly sandbox: Sandbox;
	readonly url: string;
	readonly env: Readonly<Record<string, string>>;
}

const closers: (() => Promise<void>)[] = [];

// Not when each test is over: tests run side by side.
afterAll(async () => {
	for (const close of closers) await close();
});

/** Serves a sandbox on a port, until the file's tests are over. */
export async function serve(options: SandboxOptions = {}): Promise<ServedSandbox> {
	const sandbox = createSandbox({ timing: { added: 0, queued: 0, inProgress: 0 }, ...options });
	const { url, close } = await sandbox.listen();
	closers.push(async () => {
		sandbox.close();
		await close();
	});
	const { clientId, clientSecret, refreshToken } = sandbox.credentials;
	return {
		sandbox,
		url,
		env: {
			ZOHO_BASE_URL: url,
			ZOHO_CLIENT_ID: clientId,
			ZOHO_CLIENT_SECRET: clientSecret,
			ZOHO_REFRESH_TOKEN: refreshToken,
		},
	};
}
