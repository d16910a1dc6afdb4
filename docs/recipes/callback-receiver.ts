import { bulkRead, type Client, callbackHandler } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const { CALLBACK_SECRET = "" } = process.env; // `openssl rand -base64 32`

/** The export. Zoho posts the outcome of each of its jobs to the server below. */
export const job = (url: string) =>
	bulkRead(Contacts).select("Last_Name").callback(url, { secret: CALLBACK_SECRET });

/** The results that are ready to be read. Use a queue of your own that survives a restart. */
export const toRead: {
	readonly jobId: string;
	readonly page: number;
	readonly more: boolean;
}[] = [];

export const receive = callbackHandler({
	secret: CALLBACK_SECRET,
	// Zoho waits for the answer: only remember the result here, and download it later.
	onCompleted: ({ id, result }) => {
		toRead.push({ jobId: id, page: result.page ?? 1, more: result.moreRecords });
	},
	onFailed: ({ id, failure }) => console.error(`Job ${id} failed: ${failure.message}`),
});

/** Reads the remembered results: call it in a worker, not while Zoho waits. The next page is a new job with its own callback. */
export async function readNext(
	zoho: Client,
	url: string,
	keep: (id: string, name: string | null) => void,
) {
	const next = toRead.shift();
	if (next === undefined) return;
	if (next.more) await zoho.submit(job(url).page(next.page + 1));
	for await (const contact of zoho.job(next.jobId, job(url)).rows())
		keep(contact.Id, contact.Last_Name);
}
