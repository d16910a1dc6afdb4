import { bulkRead, splitJob } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const newsletter = Array.from({ length: 1_200 }, (_, index) => `reader${index}@example.com`);

// 30 values stand in two lists, joined with "or".
export const job = bulkRead(Contacts)
	.select("Email")
	.where((where) => where("Email").in(newsletter.slice(0, 30)));

// 1,200 take 60 lists, more than one job has room for: several jobs do, and no record is in two of them.
const whole = bulkRead(Contacts).where((where) => where("Email").in(newsletter));
console.log(
	`${splitJob(whole).length} jobs; with lists of 200 values, ${splitJob(whole, { listValues: 200 }).length}.`,
);
