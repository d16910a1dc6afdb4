import { and, bulkRead, EMPTY } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

const { where } = Leads;

export const job = bulkRead(Leads).where(
	and(
		where("Email").isNotEmpty(),
		where("Phone").isEmpty(), // the same as .equal(EMPTY)
		where("Lead_Source").in(["Web Download", EMPTY]), // in a list of values
	),
);
