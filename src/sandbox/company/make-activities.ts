import { type Random, seededRandom } from "../org/random.js";
import type { SandboxRecord } from "../org/sandbox-record.js";
import { type CompanyPlan, ids, makeTimes, picklists, sometimes, writeDay, writeTime } from "./company-plan.js";
import { notes, subjects, venues } from "./texts.js";

const hour = 3_600_000;
const day = 24 * hour;

/** A way to recur: the rule for a series that starts at a moment, and the time until its second instance. */
interface Recurrence {
	readonly rule: (start: Date) => string;
	readonly interval: number;
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

const recurrences: readonly [Recurrence, ...Recurrence[]] = [
	{ rule: (start) => `FREQ=WEEKLY;INTERVAL=1;BYDAY=${weekdays[start.getUTCDay()]};COUNT=10`, interval: 7 * day },
	{ rule: () => "FREQ=DAILY;INTERVAL=2;COUNT=5", interval: 2 * day },
];

/** A series of events, and the start of its second instance. */
interface Series {
	readonly id: string;
	readonly second: number;
}

/** Makes past and future meetings; some last all day, some recur, and some series have a changed second instance. */
export function* makeEvents(plan: CompanyPlan, seed: string): Generator<SandboxRecord> {
	const random = seededRandom(`events ${seed}`);
	let series: Series | undefined;
	for (const id of ids("event", plan.size.events)) {
		const edited = series !== undefined && random.chance(0.3) ? series : undefined;
		const allDay = edited === undefined && random.chance(0.1);
		const today = plan.until - (plan.until % day);
		const start = today + (random.below(360) - 270) * day + (allDay ? 0 : (7 + random.below(11)) * hour);
		const recurrence = edited === undefined ? sometimes(random, 0.1, () => random.pick(recurrences)) : null;
		if (edited !== undefined) series = undefined;
		else if (recurrence !== null && !allDay) series = { id, second: start + recurrence.interval };
		yield {
			id,
			Event_Title: random.pick(subjects),
			Start_DateTime: writeTime(start),
			End_DateTime: writeTime(start + (allDay ? day : (1 + random.below(4)) * (hour / 2))),
			All_day: allDay,
			Venue: sometimes(random, 0.7, () => random.pick(venues)),
			Description: sometimes(random, 0.4, () => random.pick(notes)),
			Recurring_Activity: recurrence?.rule(new Date(start)) ?? null,
			...(edited === undefined ? {} : { $series: edited.id, $replaced_start: writeTime(edited.second) }),
			...relations(plan, random),
		};
	}
}

/** Makes tasks. */
export function* makeTasks(plan: CompanyPlan, seed: string): Generator<SandboxRecord> {
	const random = seededRandom(`tasks ${seed}`);
	for (const id of ids("task", plan.size.tasks)) {
		const status = random.pick(picklists.taskStatus);
		const related = relations(plan, random);
		yield {
			id,
			Subject: random.pick(subjects),
			Status: status,
			Priority: sometimes(random, 0.8, () => random.pick(picklists.taskPriority)),
			Due_Date: sometimes(random, 0.8, () => writeDay(plan.until + (random.below(120) - 60) * day)),
			Closed_Time: status === "Completed" ? related.Modified_Time : null,
			Send_Notification_Email: random.chance(0.2),
			Description: sometimes(random, 0.3, () => random.pick(notes)),
			...related,
		};
	}
}

/** Whom and what an activity is about, and who entered it when. */
function relations(plan: CompanyPlan, random: Random) {
	const times = makeTimes(random, plan.until);
	const user = plan.users[random.below(plan.users.length)];
	return {
		Who_Id: random.chance(0.7) ? plan.contacts[random.below(plan.contacts.length)] : null,
		What_Id: random.chance(0.5) ? plan.accounts[random.below(plan.accounts.length)] : null,
		Owner: plan.users[random.below(plan.users.length)],
		Created_By: user,
		Created_Time: times.created,
		Modified_By: user,
		Modified_Time: times.modified,
		Last_Activity_Time: times.active,
	};
}
