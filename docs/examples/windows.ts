import { bulkRead, type Client, createClient, refreshToken } from "zoho-bulk-read";
import { createSandbox, generateCompany, virtualClock } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

/** An org of 500 contacts in which people work: at every request, one contact is deleted and one is added. */
function busyOrg(): { zoho: Client; remaining: Set<string> } {
	const clock = virtualClock({ auto: true });
	const sandbox = createSandbox({
		clock,
		records: generateCompany({ contacts: 500 }),
		limits: { recordsPerPage: 100 },
	});
	const ids = sandbox.records("Contacts").map(({ id }) => String(id));
	const remaining = new Set(ids);
	const fetch = (request: Request): Promise<Response> => {
		const id = ids.shift();
		if (id !== undefined && remaining.size > 400) {
			remaining.delete(id);
			sandbox.change("Contacts", { delete: [id], upsert: [{ Last_Name: "Newcomer" }] });
		}
		return sandbox.fetch(request);
	};
	const auth = refreshToken(sandbox.credentials);
	return {
		zoho: createClient({ baseUrl: "https://zoho.test", fetch, auth, clock }),
		remaining,
	};
}

// ---cut---
const job = bulkRead(Contacts).select("Last_Name", "Created_Time");

for (const windows of [false, true]) {
	const { zoho, remaining } = busyOrg();
	const given = new Set<string>();
	for await (const { Id } of zoho.rows(job, { windows })) given.add(Id);
	const lost = [...remaining].filter((id) => !given.has(id));
	console.log(`${windows ? "windows" : "pages"}: ${lost.length} lost of those that stayed`);
}
