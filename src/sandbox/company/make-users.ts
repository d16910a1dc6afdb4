import { type Random, seededRandom } from "../org/random.js";
import type { SandboxRecord } from "../org/sandbox-record.js";
import { type CompanyPlan, makeTimes, picklists } from "./company-plan.js";
import { cultures } from "./cultures.js";
import { fillDigits, flat, makePerson, type Person } from "./people.js";

/** Makes the people who use the CRM. The first is the one of the API page's samples. */
export function* makeUsers(plan: CompanyPlan, seed: string): Generator<SandboxRecord> {
	const random = seededRandom(`users ${seed}`);
	for (const [index, id] of plan.users.entries()) yield makeUser(id, index, plan, random);
}

function makeUser(id: string, index: number, plan: CompanyPlan, random: Random): SandboxRecord {
	const person: Person = makePerson(random, index === 0 ? cultures[0] : undefined);
	const [given, ascii] = index === 0 ? ["Patricia", "patricia"] : person.given;
	const [family] = index === 0 ? ["Boyle"] : person.family;
	const times = makeTimes(random, plan.until);
	return {
		id,
		first_name: given,
		last_name: family,
		full_name: flat(given, " ", family),
		email: flat(ascii, String(index), "@sandbox.example"),
		alias: ascii,
		phone: fillDigits(person.culture.phone, random),
		city: person.place[0],
		country: person.culture.country,
		language: "en_US",
		time_zone: "Etc/UTC",
		status:
			index === 0
				? picklists.userStatus[0]
				: random.chance(0.9)
					? picklists.userStatus[0]
					: random.pick(picklists.userStatus),
		confirm: true,
		created_time: times.created,
		Modified_Time: times.modified,
		created_by: plan.users[0],
		Modified_By: plan.users[0],
		Reporting_To: index === 0 ? null : plan.users[0],
	};
}
