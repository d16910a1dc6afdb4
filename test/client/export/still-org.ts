import { onTestFinished } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../../src/client/client.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import type { ApiVersion } from "../../../src/job/request.js";
import { createSandbox, type Sandbox, type SandboxOptions } from "../../../src/sandbox/index.js";
import { Contacts } from "../../../src/standard/index.js";
import { type VirtualClock, virtualClock } from "../virtual-clock.js";

/** The job of these tests. */
export const job = bulkRead(Contacts).select("Last_Name", "Created_Time");

/** An org at rest, and a client of it. */
export interface StillOrg {
	readonly client: Client;
	readonly sandbox: Sandbox;
	readonly ids: readonly string[];
	readonly clock: VirtualClock;
	connect(apiVersion: ApiVersion): Client;
}

/** An org that stands still, with contacts created at these seconds; `null` for one that has no such moment. */
export async function stillOrg(
	created: readonly (number | null)[],
	options: Partial<SandboxOptions> = {},
): Promise<StillOrg> {
	const clock = virtualClock(Date.UTC(2026, 6, 1));
	const begun = Date.UTC(2026, 0, 1);
	const records = created.map((second, at) => ({
		id: String(554023000000000000n + BigInt(at)),
		Last_Name: `Name ${at}`,
		Created_Time: second === null ? null : new Date(begun + second * 1000).toISOString().replace(".000Z", "+05:30"),
	}));
	const sandbox = createSandbox({
		records: { Contacts: records },
		clock,
		limits: { recordsPerPage: 5, downloadsPerMinute: 100_000 },
		...options,
	});
	onTestFinished(() => sandbox.close());
	const connect = (apiVersion: ApiVersion = "v2"): Client =>
		createClient({
			baseUrl: "http://sandbox.test",
			fetch: sandbox.fetch,
			auth: accessToken(sandbox.issueAccessToken(undefined, 1e9)),
			apiVersion,
			clock,
			random: () => 0,
			downloadsPerMinute: 100_000,
		});
	return { client: connect(), sandbox, ids: records.map(({ id }) => id), connect, clock };
}

/** The ids of rows, in order. */
export const idsOf = (rows: readonly { Id: string }[]): string[] => rows.map(({ Id }) => Id).sort();
/** Seconds all over a minute. */
export const spread = Array.from({ length: 43 }, (_, at) => (at * 17) % 60);
