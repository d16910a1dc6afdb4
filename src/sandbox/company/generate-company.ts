import { checkEachOption, type OptionKinds, textOrNumber, wholeFrom } from "../../checks/option-kinds.js";
import { makeOneByOne, type SandboxRecord } from "../org/sandbox-record.js";
import { type CompanyPlan, type CompanySize, planCompany } from "./company-plan.js";
import { makeAccounts } from "./make-accounts.js";
import { makeEvents, makeTasks } from "./make-activities.js";
import { makeContacts } from "./make-contacts.js";
import { makeDeals } from "./make-deals.js";
import { makeLeads } from "./make-leads.js";
import { makeUsers } from "./make-users.js";

/** The options of a made-up company. The other sizes follow from the number of contacts by default. */
export interface CompanyOptions extends Partial<CompanySize> {
	/** The same seed and sizes give the same company on every machine. Default: 1. */
	readonly seed?: number | string;
	/** Nothing was created after this moment. Default: July 1, 2026. */
	readonly until?: Date;
}

/** The modules of a made-up company. */
export type CompanyModule = "Users" | "Accounts" | "Contacts" | "Leads" | "Deals" | "Events" | "Tasks";

/** The records of a made-up company, by module. */
export type Company = Readonly<Record<CompanyModule, readonly SandboxRecord[]>>;

const makers: Readonly<Record<CompanyModule, (plan: CompanyPlan, seed: string) => Generator<SandboxRecord>>> = {
	Users: makeUsers,
	Accounts: makeAccounts,
	Contacts: makeContacts,
	Leads: makeLeads,
	Deals: makeDeals,
	Events: makeEvents,
	Tasks: makeTasks,
};

/**
 * Makes up a small company: users, accounts, contacts, leads, deals, events and tasks that refer to each other, with
 * names and texts in many scripts. The records of a module are made when they are first read; a sandbox makes them bit
 * by bit, so that nobody has to wait.
 *
 * @example
 * ```ts
 * createSandbox({ records: generateCompany({ contacts: 20_000, seed: "demo" }) });
 * ```
 */
export function generateCompany(options: CompanyOptions = {}): Company {
	checkEachOption(options, companyKinds);
	const { seed = 1, until = new Date(Date.UTC(2026, 6, 1)) } = options;
	const plan = planCompany(sizeOf(options), until.getTime());
	const made = new Map<string, readonly SandboxRecord[]>();
	const company = Object.defineProperty({}, makeOneByOne, {
		value: (module: CompanyModule) => made.get(module) ?? makers[module](plan, String(seed)),
	});
	for (const [module, make] of Object.entries(makers)) {
		Object.defineProperty(company, module, {
			enumerable: true,
			get: () => {
				const records = made.get(module) ?? [...make(plan, String(seed))];
				made.set(module, records);
				return records;
			},
		});
	}
	// Each module was defined on it.
	return company as Company;
}

const companyKinds: OptionKinds<CompanyOptions> = {
	users: wholeFrom(0),
	accounts: wholeFrom(0),
	contacts: wholeFrom(0),
	leads: wholeFrom(0),
	deals: wholeFrom(0),
	events: wholeFrom(0),
	tasks: wholeFrom(0),
	seed: textOrNumber,
	until: (given) => (given instanceof Date && !Number.isNaN(given.getTime()) ? undefined : "is not a Date."),
};

function sizeOf(options: CompanyOptions): CompanySize {
	const contacts = options.contacts ?? 1_000;
	const share = (part: number): number => Math.ceil(contacts * part);
	return {
		users: Math.max(1, options.users ?? Math.min(50, 3 + share(0.01))),
		accounts: options.accounts ?? share(0.2),
		contacts,
		leads: options.leads ?? share(0.5),
		deals: options.deals ?? share(0.3),
		events: options.events ?? share(0.3),
		tasks: options.tasks ?? share(0.3),
	};
}
