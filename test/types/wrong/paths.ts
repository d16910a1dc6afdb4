import { bulkRead, defineModule, text } from "zoho-bulk-read";
import { Contacts } from "../modules.js";

const { where } = Contacts;
const Projects = defineModule("Projects", { Name: text });
declare const anyString: string;

// @ts-expect-error a name that no field has
where("Las_Name");
// @ts-expect-error what follows a wrong path is not a second mistake
where("Las_Name").contains("x").and(where("Visits").equal(1));
// @ts-expect-error the right name in other letters
where("last_name");
// @ts-expect-error the right name in camel case
where("lastName");
// @ts-expect-error the right name with a blank
where("Last name");
// @ts-expect-error a field that the lookup's target does not have
where("Owner.lastname");
// @ts-expect-error the right name behind a lookup, in other letters
where("Owner.Last_Name");
// @ts-expect-error the lookup itself in other letters
where("owner.last_name");
// @ts-expect-error nothing after the dot
where("Owner.");
// @ts-expect-error a dot after a field that is not a lookup
where("Email.last_name");
// @ts-expect-error a lookup to a module that is not described
where("Campaign.Campaign_Name");
// @ts-expect-error two lookups
where("Account_Name.Owner.last_name");
// @ts-expect-error a wrong name behind two lookups, where they are allowed
Contacts.anyHops().where("Account_Name.Owner.lastname");
// @ts-expect-error a dot behind a lookup after a field that is not one
Contacts.anyHops().where("Account_Name.Parent_Account.Phone.x");
// @ts-expect-error a field that criteria may not name
where("Description").contains("x");
// @ts-expect-error a field that bulk read knows nothing of
where("Password");
// @ts-expect-error a path that is not known to the compiler
where(anyString);
// @ts-expect-error a path that is known in part
where(`Owner.${anyString}`);
// @ts-expect-error the same for a module without an interface of its own
Projects.where(anyString);
// @ts-expect-error a method that every object has
where("toString");
// @ts-expect-error nothing
where("");

// @ts-expect-error a name that no field has
bulkRead(Contacts).select("Last_Name", "Phon");
// @ts-expect-error a field that the lookup's target does not have
bulkRead(Contacts).select("Owner.lastname", "Last_Name");
// @ts-expect-error two lookups
bulkRead(Contacts).select("Account_Name.Owner.last_name");
// @ts-expect-error a field that bulk read does not export
bulkRead(Contacts).select("Last_Name", "Password");
// @ts-expect-error a path that is not known to the compiler
bulkRead(Contacts).select(anyString);
// @ts-expect-error nothing selected
bulkRead(Contacts).select();
