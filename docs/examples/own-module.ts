import {
	bulkRead,
	currency,
	date,
	defineModule,
	lookup,
	multiSelect,
	owner,
	picklist,
	text,
} from "zoho-bulk-read";
import { Accounts, Users } from "zoho-bulk-read/standard";

const Projects = defineModule("Projects", {
	Name: text,
	Budget: currency,
	Deadline: date,
	Stage: picklist("Planned", "Running", "Done"),
	Regions: multiSelect("North", "South"),
	Customer: lookup(() => Accounts),
	Owner: owner(() => Users),
});

export const job = bulkRead(Projects)
	.select("Name", "Customer.Account_Name", "Regions")
	.where((where) => where("Stage").equal("Running").and(where("Budget").greaterThan(50_000)));
