import { accessToken, bulkRead, createClient } from "zoho-bulk-read";
import { createSandbox } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

const sandbox = createSandbox({
	records: {
		Contacts: [
			{
				id: "1",
				Last_Name: "Boyle",
				Email: "boyle@example.com",
				Created_Time: "2026-06-01T09:00:00+00:00",
			},
			{ id: "2", Last_Name: "Okafor", Email: null, Created_Time: "2026-06-02T09:00:00+00:00" },
		],
	},
	timing: { added: 0, queued: 0, inProgress: 0 },
});
const zoho = createClient({
	baseUrl: "https://zoho.test",
	fetch: sandbox.fetch,
	auth: accessToken(sandbox.credentials.accessToken),
});

export const job = bulkRead(Contacts)
	.select("Last_Name", "Email")
	.where((where) => where("Email").isEmpty());

for await (const contact of zoho.rows(job)) console.log(contact);
