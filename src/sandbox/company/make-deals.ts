import { seededRandom } from "../org/random.js";
import type { SandboxRecord } from "../org/sandbox-record.js";
import { type CompanyPlan, ids, makeTimes, picklists, sometimes, writeDay } from "./company-plan.js";
import { flat } from "./people.js";
import { notes, subjects, tags, wares } from "./texts.js";

const day = 86_400_000;

/** Makes deals, won or hoped for. */
export function* makeDeals(plan: CompanyPlan, seed: string): Generator<SandboxRecord> {
	const random = seededRandom(`deals ${seed}`);
	for (const [index, id] of ids("deal", plan.size.deals).entries()) {
		const times = makeTimes(random, plan.until);
		const amount = random.below(50_000_000) / 100;
		const probability = random.below(11) * 10;
		const user = plan.users[random.below(plan.users.length)];
		yield {
			id,
			Deal_Name: flat(random.pick(wares), " #", String(index + 1)),
			Account_Name: random.chance(0.95) ? plan.accounts[random.below(plan.accounts.length)] : null,
			Contact_Name: random.chance(0.8) ? plan.contacts[random.below(plan.contacts.length)] : null,
			Stage: random.pick(picklists.stage),
			Amount: amount,
			Probability: probability,
			Expected_Revenue: Math.round(amount * probability) / 100,
			Closing_Date: writeDay(plan.until + (random.below(360) - 180) * day),
			Type: sometimes(random, 0.7, () => random.pick(picklists.dealType)),
			Lead_Source: sometimes(random, 0.8, () => random.pick(picklists.leadSource)),
			Next_Step: sometimes(random, 0.4, () => random.pick(subjects)),
			Description: sometimes(random, 0.3, () => random.pick(notes)),
			Owner: plan.users[random.below(plan.users.length)],
			Created_By: user,
			Created_Time: times.created,
			Modified_By: user,
			Modified_Time: times.modified,
			Last_Activity_Time: times.active,
			Tag: sometimes(random, 0.1, () => random.pick(tags)),
		};
	}
}
