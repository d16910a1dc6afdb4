import { and, bulkRead, type Criteria } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

/** All filters that a user has chosen, perhaps none. */
function chosen(filters: readonly Criteria<"Contacts">[]) {
	return bulkRead(Contacts)
		.select("Last_Name")
		.where(and(...filters) ?? null);
}

export const job = chosen([]);
