import type { Client } from "../../../src/client/client.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import type { ExportOptions } from "../../../src/client/export/export-options.js";
import type { CellOptions } from "../../../src/result/rows/row-as-read.js";
import { type Contact, contactPages, contactsJob } from "../contact-pages.js";
import type { Reply } from "../script-server.js";

/** Three pages of contacts. */
export const small = contactPages(3, 2, 4);

/** With what types rows come unless options say otherwise. */
export type StrictCells = CellOptions<"error", "error">;

/** Every checkpoint of an export, and the rows given before each. */
export async function exported(
	client: Client,
	options: ExportOptions & StrictCells = {},
): Promise<{ checkpoint: Checkpoint; rows: Contact[] }[]> {
	const seen: { checkpoint: Checkpoint; rows: Contact[] }[] = [];
	const rows: Contact[] = [];
	const onCheckpoint = (checkpoint: Checkpoint): void => {
		seen.push({ checkpoint: JSON.parse(JSON.stringify(checkpoint)) as Checkpoint, rows: [...rows] });
	};
	for await (const row of client.rows(contactsJob, { ...options, onCheckpoint })) rows.push(row);
	return seen;
}

/** The first checkpoint of a step on a page. */
export const at = (seen: readonly { checkpoint: Checkpoint }[], step: Checkpoint["step"], page: number): Checkpoint => {
	const found = seen.find(({ checkpoint }) => checkpoint.step === step && checkpoint.page === page);
	if (found === undefined) throw new Error(`no checkpoint ${step} ${page}`);
	return found.checkpoint;
};

/** An answer in which something about the job is changed. */
export function changed(usual: Reply, change: (job: Record<string, unknown>) => void): Reply {
	return (response, request) => {
		const end = response.end.bind(response);
		response.end = ((text: string) => {
			const document = JSON.parse(text) as { data: Record<string, unknown>[] };
			const [job] = document.data;
			if (job !== undefined) change((job.details ?? job) as Record<string, unknown>);
			return end(JSON.stringify(document));
		}) as typeof response.end;
		usual(response, request);
	};
}
