import { type Clock, systemClock } from "../time/clock.js";
import type { CompanyModule } from "./company/generate-company.js";
import { notes } from "./company/texts.js";
import { type Random, seededRandom } from "./org/random.js";
import type { Sandbox } from "./sandbox.js";

/** A module of a made-up company in which records come and go. */
export type BusyModule = Exclude<CompanyModule, "Users">;

/** How busy an org is. */
export interface BusyOptions {
	/** How many records are changed, added or deleted per second. */
	readonly perSecond: number;
	/** Ends it. */
	readonly signal: AbortSignal;
	/** The modules in which records change. Default: accounts, contacts, leads, deals and tasks. */
	readonly modules?: readonly [BusyModule, ...BusyModule[]];
	/** The same seed makes the same changes. Default: 1. */
	readonly seed?: number | string;
	/** The clock to wait by. Default: the machine's. */
	readonly clock?: Clock;
}

/** Changes come one by one up to this many per second, and in groups above that. */
const mostTurns = 50;

/**
 * Keeps the made-up company of a sandbox busy: of five records, three get a new description, one is added and one is
 * deleted.
 *
 * @returns when the signal is aborted.
 * @throws RangeError if `perSecond` is not a positive number.
 *
 * @example
 * ```ts
 * const office = new AbortController();
 * void keepBusy(sandbox, { perSecond: 20, signal: office.signal });
 * ```
 */
export async function keepBusy(sandbox: Sandbox, options: BusyOptions): Promise<void> {
	const { perSecond, signal, seed = 1, clock = systemClock } = options;
	const { modules = ["Accounts", "Contacts", "Leads", "Deals", "Tasks"] } = options;
	if (!(perSecond > 0 && perSecond < Number.POSITIVE_INFINITY)) {
		throw new RangeError(`perSecond: a positive number, not ${perSecond}.`);
	}
	await sandbox.ready();
	const random = seededRandom(`busy ${seed}`);
	const offices = modules.map((module) => new Office(sandbox, module, random));
	const turns = Math.min(perSecond, mostTurns);
	let due = 0;
	while (!signal.aborted) {
		for (due += perSecond / turns; due >= 1; due--) offices[random.below(offices.length)]?.changeOne();
		await clock.sleep(1_000 / turns, signal).catch(() => {});
	}
}

/** The changes to the records of one module. */
class Office {
	readonly #sandbox: Sandbox;
	readonly #module: BusyModule;
	readonly #random: Random;
	readonly #ids: string[];

	constructor(sandbox: Sandbox, module: BusyModule, random: Random) {
		this.#sandbox = sandbox;
		this.#module = module;
		this.#random = random;
		this.#ids = sandbox.records(module).map(({ id }) => String(id));
	}

	changeOne(): void {
		const chance = this.#random.below(5);
		const note = { Description: this.#random.pick(notes) };
		const index = this.#random.below(this.#ids.length);
		const id = this.#ids[index];
		if (chance === 0 || id === undefined) {
			this.#ids.push(...this.#sandbox.change(this.#module, { upsert: [{ ...names[this.#module], ...note }] }));
		} else if (chance === 1) {
			this.#sandbox.change(this.#module, { delete: [id] });
			this.#ids[index] = this.#ids.at(-1) ?? id;
			this.#ids.pop();
		} else this.#sandbox.change(this.#module, { upsert: [{ id, ...note }] });
	}
}

/** The name of a new record of each module. */
const names: Readonly<Record<BusyModule, Readonly<Record<string, string>>>> = {
	Accounts: { Account_Name: "New account" },
	Contacts: { Last_Name: "Newcomer" },
	Leads: { Last_Name: "Newcomer", Company: "New company" },
	Deals: { Deal_Name: "New deal", Stage: "Qualification" },
	Events: { Event_Title: "New meeting" },
	Tasks: { Subject: "New task" },
};
