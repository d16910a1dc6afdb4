import { bulkRead, createClient, type Row, refreshToken } from "zoho-bulk-read";
import { Deals } from "zoho-bulk-read/standard";

const { ZOHO_CLIENT_ID = "", ZOHO_CLIENT_SECRET = "", ZOHO_REFRESH_TOKEN = "" } = process.env;
const zoho = createClient({
	dataCenter: "eu",
	auth: refreshToken({
		clientId: ZOHO_CLIENT_ID,
		clientSecret: ZOHO_CLIENT_SECRET,
		refreshToken: ZOHO_REFRESH_TOKEN,
	}),
});
// ---cut---
const job = bulkRead(Deals)
	.select("Deal_Name", "Stage", "Amount", "Closing_Date", "Owner", "Account_Name.Account_Name")
	.where((where) => where("Amount").greaterThan(0));

type Deal = Row<typeof job>;

const byStage = new Map<string, number>();

function add(deal: Deal): void {
	const stage = deal.Stage ?? "none";
	byStage.set(stage, (byStage.get(stage) ?? 0) + (deal.Amount ?? 0));
}

for await (const deals of zoho.rows(job).batches()) for (const deal of deals) add(deal);

console.log(`${byStage.size} stages`);
