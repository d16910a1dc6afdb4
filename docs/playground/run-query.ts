import { type AnyJob, accessToken, createClient, type WireCriteria } from "zoho-bulk-read";
import { createSandbox, generateCompany, type SandboxRecord } from "zoho-bulk-read/sandbox";
import { inventRecords } from "./invent-records.js";
import type { Outcome, RunState } from "./messages.js";
import { findJob, listModules, listOwnModules } from "./user-code.js";

type SandboxRecords = Readonly<Record<string, readonly SandboxRecord[]>>;

/** Exports a text's query from a sandbox with the data of a made-up company. */
export async function runQuery(script: string, report: (state: RunState) => void): Promise<Outcome> {
	const job = findJob(script);
	const company: SandboxRecords = generateCompany({ contacts: 2_000 });
	// A module that the text defines replaces one with the same name.
	const others = listModules().filter(({ apiName }) => apiName !== job.module.apiName);
	const invented = [...listOwnModules(), job.module].filter(({ apiName }) => !(apiName in company));
	const sandbox = createSandbox({
		modules: [job.module, ...others],
		records: {
			...Object.fromEntries(invented.map((module) => [module.apiName, inventRecords(module, 200)])),
			...company,
		},
		timing: { added: 400, queued: 400, inProgress: 800 },
		assumptions: { queuedState: "all" },
	});
	const zoho = createClient({
		baseUrl: "https://sandbox.invalid",
		fetch: sandbox.fetch,
		auth: accessToken(sandbox.credentials.accessToken),
		poll: { first: 200, factor: 1, limit: 200 },
	});
	const start = performance.now();
	const rows: Record<string, unknown>[] = [];
	let count = 0;
	const onProgress = ({ state = "SUBMITTING" }: { readonly state: string | undefined }): void =>
		report({ state, milliseconds: performance.now() - start });
	for await (const row of zoho.rows(job, { onProgress })) {
		count++;
		if (rows.length < 100) rows.push(row as Record<string, unknown>);
	}
	const columns = orderColumns(job, Object.keys(rows[0] ?? {}));
	return {
		columns,
		rows: rows.map((row) => columns.map((column) => showCell(row[column]))),
		count,
		milliseconds: performance.now() - start,
	};
}

/** Puts the selected columns first, then those that the filter uses. */
function orderColumns(job: AnyJob, columns: readonly string[]): readonly string[] {
	const { fields = [] } = job.toJSON().query;
	const filtered = job.criteria === undefined ? [] : listFields(job.criteria.toJSON());
	const first = ["Id", ...fields, ...filtered].filter((name) => columns.includes(name));
	return [...new Set([...first, ...columns])];
}

function listFields(criteria: WireCriteria): readonly string[] {
	return "group" in criteria ? criteria.group.flatMap(listFields) : [criteria.api_name];
}

function showCell(value: unknown): string {
	return value === null ? "" : Array.isArray(value) ? value.join(", ") : String(value);
}
