import { bulkRead } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

const { where } = Leads;

export const job = bulkRead(Leads).where(
	where("Company")
		.isNotEmpty()
		.and(where.raw("Score__c", "greater_than", "50")), // sent unchanged
);
