import { bulkRead, callbackHandler } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

const secret = "a+long/random=text"; // will be encoded in the URL

export const job = bulkRead(Leads).callback("https://example.com/zoho", { secret });

export const POST = callbackHandler({
	secret,
	onCompleted: ({ id, result }) => console.log(`job ${id} has ${result.count} records`),
	onFailed: ({ id, failure }) => console.log(`job ${id} failed: ${failure.message}`),
});

const call = {
	method: "POST",
	body: JSON.stringify({ job_id: "554023000000568002", operation: "read", state: "FAILURE" }),
};
const answer = await POST(new Request("https://example.com/zoho?secret=guessed", call));
console.log(answer.status);
