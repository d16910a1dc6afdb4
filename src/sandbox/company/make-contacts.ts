import { seededRandom } from "../org/random.js";
import type { SandboxRecord } from "../org/sandbox-record.js";
import { type CompanyPlan, makeTimes, picklists, sometimes, writeDay } from "./company-plan.js";
import { fillDigits, flat, makePerson, makeStreet } from "./people.js";
import { departments, notes, tags, titles } from "./texts.js";

/** Makes the people who work for the customers. */
export function* makeContacts(plan: CompanyPlan, seed: string): Generator<SandboxRecord> {
	const random = seededRandom(`contacts ${seed}`);
	for (const [index, id] of plan.contacts.entries()) {
		const { culture, given, family, place } = makePerson(random);
		const times = makeTimes(random, plan.until);
		const user = plan.users[random.below(plan.users.length)];
		yield {
			id,
			First_Name: sometimes(random, 0.9, () => given[0]),
			Last_Name: family[0],
			Full_Name: flat(given[0], " ", family[0]),
			Salutation: sometimes(random, 0.5, () => random.pick(picklists.salutation)),
			Account_Name: random.chance(0.9) ? plan.accounts[random.below(plan.accounts.length)] : null,
			Email: sometimes(random, 0.95, () => flat(given[1], ".", family[1], String(index), "@mail.example")),
			Email_Opt_Out: random.chance(0.1),
			Phone: sometimes(random, 0.8, () => fillDigits(culture.phone, random)),
			Mobile: sometimes(random, 0.4, () => fillDigits(culture.phone, random)),
			Title: sometimes(random, 0.6, () => random.pick(titles)),
			Department: sometimes(random, 0.4, () => random.pick(departments)),
			Date_of_Birth: sometimes(random, 0.3, () =>
				writeDay(Date.UTC(1945 + random.below(60), random.below(12), 1 + random.below(28))),
			),
			Lead_Source: sometimes(random, 0.8, () => random.pick(picklists.leadSource)),
			Mailing_Street: sometimes(random, 0.7, () => makeStreet(culture, random)),
			Mailing_City: place[0],
			Mailing_State: place[1],
			Mailing_Zip: fillDigits(place[2], random),
			Mailing_Country: culture.country,
			Description: sometimes(random, 0.2, () => random.pick(notes)),
			Owner: plan.users[random.below(plan.users.length)],
			Created_By: user,
			Created_Time: times.created,
			Modified_By: user,
			Modified_Time: times.modified,
			Last_Activity_Time: sometimes(random, 0.8, () => times.active),
			Reporting_To: index > 0 && random.chance(0.2) ? plan.contacts[random.below(index)] : null,
			Tag: sometimes(random, 0.1, () => random.pick(tags)),
		};
	}
}
