import { seededRandom } from "../org/random.js";
import type { SandboxRecord } from "../org/sandbox-record.js";
import { type CompanyPlan, ids, makeTimes, picklists, sometimes } from "./company-plan.js";
import { fillDigits, flat, makeCompanyName, makePerson, makeStreet } from "./people.js";
import { notes, tags, titles } from "./texts.js";

/** Makes the people who may become customers. */
export function* makeLeads(plan: CompanyPlan, seed: string): Generator<SandboxRecord> {
	const random = seededRandom(`leads ${seed}`);
	for (const [index, id] of ids("lead", plan.size.leads).entries()) {
		const person = makePerson(random);
		const { culture, given, family, place } = person;
		const times = makeTimes(random, plan.until);
		const converted = random.chance(0.25);
		const user = plan.users[random.below(plan.users.length)];
		yield {
			id,
			$converted: converted,
			Converted__s: converted,
			Converted_Date_Time: converted ? times.modified : null,
			Lead_Conversion_Time: converted ? random.below(120) : null,
			First_Name: sometimes(random, 0.9, () => given[0]),
			Last_Name: family[0],
			Full_Name: flat(given[0], " ", family[0]),
			Salutation: sometimes(random, 0.5, () => random.pick(picklists.salutation)),
			Company: makeCompanyName(person, random),
			Designation: sometimes(random, 0.5, () => random.pick(titles)),
			Email: sometimes(random, 0.9, () => flat(given[1], ".", family[1], String(index), "@lead.example")),
			Email_Opt_Out: random.chance(0.1),
			Phone: sometimes(random, 0.7, () => fillDigits(culture.phone, random)),
			Mobile: sometimes(random, 0.5, () => fillDigits(culture.phone, random)),
			Website: sometimes(random, 0.4, () => flat("https://", family[1], String(index), ".example")),
			Lead_Source: sometimes(random, 0.8, () => random.pick(picklists.leadSource)),
			Lead_Status: sometimes(random, 0.9, () => random.pick(picklists.leadStatus)),
			Rating: sometimes(random, 0.4, () => random.pick(picklists.rating)),
			Industry: sometimes(random, 0.6, () => random.pick(picklists.industry)),
			Annual_Revenue: sometimes(random, 0.4, () => random.below(10_000_000) / 100),
			No_of_Employees: sometimes(random, 0.5, () => 1 + random.below(900)),
			Street: sometimes(random, 0.5, () => makeStreet(culture, random)),
			City: place[0],
			State: place[1],
			Zip_Code: fillDigits(place[2], random),
			Country: culture.country,
			Description: sometimes(random, 0.3, () => random.pick(notes)),
			Owner: plan.users[random.below(plan.users.length)],
			Created_By: user,
			Created_Time: times.created,
			Modified_By: user,
			Modified_Time: times.modified,
			Last_Activity_Time: sometimes(random, 0.8, () => times.active),
			Tag: sometimes(random, 0.1, () => random.pick(tags)),
		};
	}
}
