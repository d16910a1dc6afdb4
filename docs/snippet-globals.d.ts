import type { Client, Job } from "zoho-bulk-read";

/** The names that short pieces of code in doc comments use without declaring them. */
declare global {
	const clientId: string;
	const clientSecret: string;
	const token: string;
	const secret: string;
	const zoho: Client;
	const job: Job<{ readonly Id: string }>;
	const sandbox: import("zoho-bulk-read/sandbox").Sandbox;
	const form: {
		readonly name: string;
		readonly since: Date | undefined;
		readonly onlyOpen: boolean;
		readonly field: string;
		readonly comparator: string;
		readonly value: string;
	};
	const code: string;
	const yesterday: Date;
	const gone: string;
	const tenThousandAddresses: readonly string[];
	const csv: { write(bytes: Uint8Array): Promise<void> };
	const ndjson: typeof csv;
	function save(name: string, rows: AsyncIterable<object>): Promise<void>;
	const where: typeof import("zoho-bulk-read/standard").Leads.where;
	const leads: readonly object[];
	const table: { insert(rows: readonly object[]): Promise<void>; upsert(rows: readonly object[]): Promise<void> };
	const database: import("zoho-bulk-read/sync").CopyDatabase;
	const queue: { add(name: string, data: object): void };
	function keep(checkpoint: string): Promise<void>;
	function sleep(milliseconds: number): Promise<void>;
}
