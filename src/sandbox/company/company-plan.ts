import type { NonEmptyTuple } from "type-fest";
import type { FieldDescriptor } from "../../schema/module-schema.js";
import { Accounts, Contacts, Deals, Leads, Tasks, Users } from "../../standard/index.js";
import { type IdSpace, makeId } from "../org/ids.js";
import type { Random } from "../org/random.js";
import { flat } from "./people.js";

/** The size of a company. */
export interface CompanySize {
	/** How many users. */
	readonly users: number;
	/** How many accounts. */
	readonly accounts: number;
	/** How many contacts. */
	readonly contacts: number;
	/** How many leads. */
	readonly leads: number;
	/** How many deals. */
	readonly deals: number;
	/** How many events. */
	readonly events: number;
	/** How many tasks. */
	readonly tasks: number;
}

/** What the makers of records share: who exists, and when things happened. */
export interface CompanyPlan {
	readonly size: CompanySize;
	readonly users: readonly string[];
	readonly accounts: readonly string[];
	readonly contacts: readonly string[];
	/** Milliseconds since 1970: nothing was created after this. */
	readonly until: number;
}

/** The ids of the users in the samples of the API's pages; the first is Patricia Boyle. */
export const sampleUsers: NonEmptyTuple<string> = ["554023000000235011", "554023000000695002", "554023000000691003"];

/** Decides on the ids first, so that the records of each module can be made independently. */
export function planCompany(size: CompanySize, until: number): CompanyPlan {
	return {
		size,
		users: [...sampleUsers, ...ids("user", Math.max(0, size.users - sampleUsers.length))].slice(0, size.users),
		accounts: ids("account", size.accounts),
		contacts: ids("contact", size.contacts),
		until,
	};
}

/** The ids of this many things of a kind. */
export function ids(space: IdSpace, count: number): readonly string[] {
	return Array.from({ length: count }, (_, number) => makeId(space, number));
}

/** The known values of a picklist, without the one that means none. */
function valuesOf(field: FieldDescriptor | undefined): NonEmptyTuple<string> {
	const [first, ...others] = (field?.values ?? []).filter((value) => value !== "-None-");
	if (first === undefined) throw new TypeError(`${field?.apiName ?? "A field"} has no known values.`);
	return [first, ...others];
}

/** The picklists that the makers choose from. */
type PicklistName =
	| "salutation"
	| "leadSource"
	| "leadStatus"
	| "rating"
	| "industry"
	| "accountType"
	| "ownership"
	| "stage"
	| "dealType"
	| "taskStatus"
	| "taskPriority"
	| "userStatus";

/** The values that the makers choose from: those of the standard modules. */
export const picklists: Readonly<Record<PicklistName, NonEmptyTuple<string>>> = {
	salutation: valuesOf(Contacts.fields.get("Salutation")),
	leadSource: valuesOf(Contacts.fields.get("Lead_Source")),
	leadStatus: valuesOf(Leads.fields.get("Lead_Status")),
	rating: valuesOf(Leads.fields.get("Rating")),
	industry: valuesOf(Leads.fields.get("Industry")),
	accountType: valuesOf(Accounts.fields.get("Account_Type")),
	ownership: valuesOf(Accounts.fields.get("Ownership")),
	stage: valuesOf(Deals.fields.get("Stage")),
	dealType: valuesOf(Deals.fields.get("Type")),
	taskStatus: valuesOf(Tasks.fields.get("Status")),
	taskPriority: valuesOf(Tasks.fields.get("Priority")),
	userStatus: valuesOf(Users.fields.get("status")),
};

const day = 86_400_000;

/** When a record was created, changed and last worked on, in the two years before the end. */
export function makeTimes(random: Random, until: number): { created: string; modified: string; active: string } {
	const created = until - 1_000 - random.below(730 * day);
	const modified = created + random.below(until - created);
	return {
		created: writeTime(created),
		modified: writeTime(modified),
		active: writeTime(modified + random.below(until - modified)),
	};
}

/** A moment as records hold it. */
export function writeTime(milliseconds: number): string {
	return flat(new Date(milliseconds).toISOString().slice(0, 19), "+00:00");
}

/** A day as records hold it. */
export function writeDay(milliseconds: number): string {
	return flat(new Date(milliseconds).toISOString().slice(0, 10));
}

/** Left out now and then, as in every real org. */
export function sometimes<Value>(random: Random, probability: number, make: () => Value): Value | null {
	return random.chance(probability) ? make() : null;
}
