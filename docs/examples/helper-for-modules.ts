import { bulkRead, type Criteria, type DateTime, type HasField } from "zoho-bulk-read";
import { Contacts, Deals } from "zoho-bulk-read/standard";

/** Works on every module that has the field, and only on those. */
function changedSince<Name extends string>(
	module: HasField<"Modified_Time", DateTime, Name>,
	since: Date,
): Criteria<Name> {
	return module.where("Modified_Time").greaterEqual(since);
}

const monday = new Date("2026-06-29T00:00:00Z");

export const job = bulkRead(Contacts)
	.select("Last_Name", "Email")
	.where((where) => changedSince(Contacts, monday).and(where("Email").isNotEmpty()));

for (const module of [Contacts, Deals])
	console.log(JSON.stringify(changedSince(module, monday)));
