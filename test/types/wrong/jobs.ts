import { and, bulkRead, type Criteria, type Row } from "zoho-bulk-read";
import { Contacts, Events, type Leads } from "../modules.js";

const job = bulkRead(Contacts).select("Last_Name", "Owner.last_name");
declare const contact: Row<typeof job>;
declare const whole: Row<typeof Contacts>;
declare const either: typeof Contacts | typeof Leads;

// @ts-expect-error only Events can be exported as a calendar
bulkRead(Contacts).ics();
// @ts-expect-error a calendar has no fields to select
bulkRead(Events).ics().select("All_day");
// @ts-expect-error what was selected cannot become a calendar
bulkRead(Events).select("All_day").ics();
// @ts-expect-error selected twice
job.select("Email");
// @ts-expect-error a field that was not selected
contact.Email;
// @ts-expect-error an empty cell is null
contact.Last_Name.length;
// @ts-expect-error a field that no contact has
whole.Las_Name;
// @ts-expect-error a field that bulk read does not export
whole.Password;
// @ts-expect-error a page in words
job.page("2");
// @ts-expect-error a view's id is digits, which a number would round
job.customView(Number("554023000000470421"));
// @ts-expect-error a callback has a method of its own
job.callback({ url: "https://example.com" });

declare const maybe: Criteria<"Contacts"> | undefined;
declare const list: readonly Criteria<"Contacts">[];

// @ts-expect-error a function that forgot its return
job.where((where) => {
	where("Last_Name").isEmpty();
});
// @ts-expect-error a function that may return nothing
job.where((where) => (list.length > 0 ? where("Last_Name").isEmpty() : undefined));
// @ts-expect-error a comparator that was not called
job.where((where) => where("Last_Name").isEmpty);
// @ts-expect-error a filter that may be nothing
job.where(maybe);
// @ts-expect-error a list that may be empty
job.where(and(...list));
// @ts-expect-error a function whose list may be empty
job.where(() => and(...list));
// @ts-expect-error a filter of one of the modules that it may read
bulkRead(either).where(Contacts.where("Visits").equal(1));
// @ts-expect-error no module
bulkRead({ apiName: "Contacts" });
