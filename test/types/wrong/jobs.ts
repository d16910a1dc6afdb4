import { bulkRead, type Row } from "zoho-bulk-read";
import { Contacts, Events } from "../modules.js";

const job = bulkRead(Contacts).select("Last_Name", "Owner.last_name");
declare const contact: Row<typeof job>;
declare const whole: Row<typeof Contacts>;

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
