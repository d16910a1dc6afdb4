import { bulkRead, describe, tree } from "zoho-bulk-read";
import { render, toCurl } from "zoho-bulk-read/render";
import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

export const criteria = where("Lead_Source")
	.equal("Web Download")
	.and(where("Email").isNotEmpty());
const job = bulkRead(Contacts).select("Email").where(criteria);

console.log(describe(criteria));
console.log(tree(criteria));
console.log(toCurl(job, { dataCenter: "eu" }));
console.log(render(job, "python").split("\n").length, "lines of Python");
