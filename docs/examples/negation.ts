import { bulkRead, not } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

const { where } = Leads;

const hot = where("Lead_Status")
	.equal("Contacted")
	.and(where("Annual_Revenue").greaterThan(1_000_000));

export const job = bulkRead(Leads).where(not(hot));
