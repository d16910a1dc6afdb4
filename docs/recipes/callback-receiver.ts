import { bulkRead, type Client, callbackHandler } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const { CALLBACK_SECRET = "" } = process.env; // `openssl rand -base64 32`

/** What is exported. Zoho posts the outcome of each of its jobs to the server below. */
export const job = (url: string) =>
	bulkRead(Contacts).select("Last_Name").callback(url, { secret: CALLBACK_SECRET });

/** What there is to read: a queue of yours, which keeps it. */
export const toRead: {
	readonly jobId: string;
	readonly page: number;
	readonly more: boolean;
}[] = [];

export const receive = callbackHandler({
	secret: CALLBACK_SECRET,
	// Zoho waits for the answer: nothing is downloaded here, only taken note of.
	onCompleted: ({ id, result }) => {
		toRead.push({ jobId: id, page: result.page ?? 1, more: result.moreRecords });
	},
	onFailed: ({ id, failure }) => console.error(`Job ${id} failed: ${failure.message}`),
});

/** Reads what was taken note of: in a worker, not in the server's answer. The next page is a job of its own, and calls back too. */
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
