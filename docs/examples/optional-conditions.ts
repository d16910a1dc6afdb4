import { and } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

interface Search {
	readonly name: string;
	readonly email?: string;
	readonly since?: Date;
	readonly onlyWithPhone: boolean;
}

const { where } = Contacts;

function contactsLike({ name, email, since, onlyWithPhone }: Search) {
	return and(
		name && where("Last_Name").contains(name),
		email && where("Email").equal(email),
		since !== undefined && where("Created_Time").greaterEqual(since),
		...(onlyWithPhone ? [where("Phone").isNotEmpty(), where("Mobile").isNotEmpty()] : []),
	);
}

export const criteria = contactsLike({ name: "Boyle", email: "", onlyWithPhone: true });

console.log(contactsLike({ name: "", onlyWithPhone: false }) ?? "every contact");
