import { and, bulkRead, or } from "zoho-bulk-read";
import { Contacts, Leads } from "../modules.js";

const { where } = Contacts;
const contacts = where("Visits").equal(1);
const leads = Leads.where("Last_Name").equal("x");
declare const count: number;
declare const digits: bigint;
declare const anyString: string;
declare const perhaps: typeof contacts | undefined;
declare const list: readonly (typeof contacts)[];

// @ts-expect-error a filter of another module, chained
contacts.and(leads);
// @ts-expect-error a filter of another module, chained second
contacts.or(contacts, leads);
// @ts-expect-error criteria of two modules
and(contacts, leads);
// @ts-expect-error criteria of two modules
or(leads, contacts, contacts);
// @ts-expect-error a filter of another module after a list
and(...list, leads);
// @ts-expect-error a filter of another module after one that may be left out
or(perhaps, leads);
// @ts-expect-error what may be left out whole is no criteria
and(perhaps, perhaps).toJSON();
// @ts-expect-error a filter of another module in a job
bulkRead(Contacts).where(leads);
// @ts-expect-error a filter of another module in a job's function
bulkRead(Contacts).where(() => leads);
// @ts-expect-error the condition has no comparator yet
contacts.and(where("Visits"));
// @ts-expect-error a number is not a flag
and(contacts, count && contacts);
// @ts-expect-error a number is not a flag, where everything may be left out
or(perhaps, count && contacts);
// @ts-expect-error a number is not a flag, chained
contacts.or(count && contacts);
// @ts-expect-error a number is not a flag, whatever its kind
and(digits && contacts);
// @ts-expect-error a text is not a flag
and(perhaps, anyString);
// @ts-expect-error a list is to be spread
and(list);
// @ts-expect-error lists of two modules
and(...list, ...[leads]);
// @ts-expect-error what is read from JSON has to be parsed
contacts.and({ api_name: "Visits", comparator: "equal", value: 1 });
// @ts-expect-error a filter never changes
contacts.module = "Leads";
