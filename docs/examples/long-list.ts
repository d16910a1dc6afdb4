import { bulkRead, splitJob } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const newsletter = Array.from({ length: 1_200 }, (_, index) => `reader${index}@example.com`);

// 30 values become two lists, joined with "or".
export const job = bulkRead(Contacts)
	.select("Email")
	.where((where) => where("Email").in(newsletter.slice(0, 30)));

// 1,200 values need 60 lists, too many for one job. Several jobs share them, and no record is in two jobs.
const whole = bulkRead(Contacts).where((where) => where("Email").in(newsletter));
console.log(
	`${splitJob(whole).length} jobs; with lists of 200 values, ${splitJob(whole, { listValues: 200 }).length}.`,
);
