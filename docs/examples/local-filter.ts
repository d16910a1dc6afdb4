import { evaluate, or } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

const { where } = Leads;

export const criteria = or(
	where("Company").startsWith("acme"),
	where("Owner.last_name").equal("Boyle"),
);

const leads = [
	{ Company: "Acme Ltd", "Owner.last_name": "Okafor" },
	{ Company: "Initech", "Owner.last_name": "Boyle" },
	{ Company: "Hooli", "Owner.last_name": null },
];
console.log(leads.filter(evaluate(criteria)).map(({ Company }) => Company));
console.log(
	leads.filter(evaluate(criteria, { caseSensitive: true })).map(({ Company }) => Company),
);
