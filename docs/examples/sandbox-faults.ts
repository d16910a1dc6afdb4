import { bulkRead, createClient, refreshToken } from "zoho-bulk-read";
import { createSandbox, virtualClock } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

const clock = virtualClock({ auto: true }); // waits take no time
const sandbox = createSandbox({
	clock,
	faults: [
		{ fault: "500", on: "details", nth: 2, times: 3 }, // the second, third and fourth look at a job
		{ fault: "429", on: "details", rate: 0.5 },
		{ fault: "cut", on: "result", rate: 0.5 },
	],
});
const zoho = createClient({
	baseUrl: "https://zoho.test",
	fetch: sandbox.fetch,
	auth: refreshToken(sandbox.credentials), // hours pass on this clock, and an access token is valid for one
	clock,
});

let rows = 0;
for await (const _contact of zoho.rows(bulkRead(Contacts))) rows++;
console.log(`${rows} rows, in spite of all`);
