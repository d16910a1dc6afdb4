import { type Client, createClient, refreshToken } from "zoho-bulk-read";
import {
	createSandbox,
	type Sandbox,
	type SandboxOptions,
	type VirtualClock,
	virtualClock,
} from "zoho-bulk-read/sandbox";

/** A sandbox org and its client. Their clock makes waiting instant. */
export interface SyncOrg {
	readonly sandbox: Sandbox;
	readonly zoho: Client;
	readonly clock: VirtualClock;
}

/** Makes an org whose jobs have small pages. */
export function syncOrg(
	{ limits, ...options }: SandboxOptions = {},
	onRequest: () => Promise<void> | void = () => {},
): SyncOrg {
	const clock = virtualClock({ auto: true });
	const sandbox = createSandbox({
		clock,
		limits: { recordsPerPage: 100, downloadsPerMinute: 1_000, ...limits },
		...options,
	});
	const { clientId, clientSecret, refreshToken: token } = sandbox.credentials;
	const zoho = createClient({
		baseUrl: "https://sandbox.test",
		fetch: async (request) => {
			await onRequest();
			return sandbox.fetch(request);
		},
		auth: refreshToken({ clientId, clientSecret, refreshToken: token }),
		clock,
		random: () => 0,
		downloadsPerMinute: 1_000,
	});
	return { sandbox, zoho, clock };
}
