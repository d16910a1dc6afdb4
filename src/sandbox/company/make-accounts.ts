import { seededRandom } from "../org/random.js";
import type { SandboxRecord } from "../org/sandbox-record.js";
import { type CompanyPlan, makeTimes, picklists, sometimes } from "./company-plan.js";
import { fillDigits, flat, makeCompanyName, makePerson, makeStreet } from "./people.js";
import { notes, tags } from "./texts.js";

/** Makes the customers' companies. */
export function* makeAccounts(plan: CompanyPlan, seed: string): Generator<SandboxRecord> {
	const random = seededRandom(`accounts ${seed}`);
	for (const [index, id] of plan.accounts.entries()) {
		const person = makePerson(random);
		const [city, state, code] = person.place;
		const times = makeTimes(random, plan.until);
		const user = plan.users[random.below(plan.users.length)];
		yield {
			id,
			Account_Name: makeCompanyName(person, random),
			Account_Number: sometimes(random, 0.7, () => String(1_000 + index)),
			Account_Site: sometimes(random, 0.2, () => city),
			Account_Type: sometimes(random, 0.8, () => random.pick(picklists.accountType)),
			Annual_Revenue: sometimes(random, 0.6, () => random.below(100_000_000) / 100),
			Billing_City: city,
			Billing_Code: fillDigits(code, random),
			Billing_Country: person.culture.country,
			Billing_State: state,
			Billing_Street: makeStreet(person.culture, random),
			Created_By: user,
			Created_Time: times.created,
			Description: sometimes(random, 0.2, () => random.pick(notes)),
			Employees: sometimes(random, 0.7, () => 1 + random.below(5_000)),
			Industry: sometimes(random, 0.8, () => random.pick(picklists.industry)),
			Last_Activity_Time: times.active,
			Modified_By: user,
			Modified_Time: times.modified,
			Owner: plan.users[random.below(plan.users.length)],
			Ownership: sometimes(random, 0.5, () => random.pick(picklists.ownership)),
			Parent_Account: index > 0 && random.chance(0.1) ? plan.accounts[random.below(index)] : null,
			Phone: sometimes(random, 0.9, () => fillDigits(person.culture.phone, random)),
			Rating: sometimes(random, 0.4, () => random.pick(picklists.rating)),
			Tag: sometimes(random, 0.2, () => random.pick(tags)),
			Website: flat("https://", person.family[1], String(index), ".example"),
		};
	}
}
