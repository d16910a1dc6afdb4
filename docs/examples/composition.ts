import { and, bulkRead, or } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

// Criteria are values: name them, share them, combine them.
const reachable = or(where("Email").isNotEmpty(), where("Phone").isNotEmpty());
const fromTheWeb = where("Lead_Source").in(["Web Download", "Web Research"]);

/** `false`, `null` and `undefined` are left out, so a filter can depend on a flag. */
function newsletter(options: { readonly onlyFromTheWeb: boolean; readonly city?: string }) {
	return and(
		reachable,
		where("Email_Opt_Out").equal(false),
		options.onlyFromTheWeb && fromTheWeb,
		options.city !== undefined && where("Mailing_City").equal(options.city),
	);
}

export const job = bulkRead(Contacts)
	.select("Last_Name", "Email", "Phone")
	.where(newsletter({ onlyFromTheWeb: true }));
