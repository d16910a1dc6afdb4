import {
	callback,
	checkEachOption,
	checkedLater,
	flag,
	isRecord,
	list,
	listOfTexts,
	numberFrom,
	type OptionKinds,
	record,
	textOrNumber,
} from "../checks/option-kinds.js";
import type { JobTiming } from "./jobs/job.js";
import { assumptionDefaults } from "./options/assumptions.js";
import { limitDefaults } from "./options/sandbox-limits.js";
import type { SandboxOptions } from "./sandbox-options.js";

const kinds: OptionKinds<SandboxOptions> = {
	modules: (given) =>
		Array.isArray(given) && given.every(isModule)
			? undefined
			: "is not a list of modules. Give what defineModule returns, or generated modules.",
	records: (given) =>
		isRecord(given) && isListOfEach(given) ? undefined : "is not an object with a list of records for each module.",
	customViews: list,
	metadata: record,
	user: (given) =>
		isRecord(given) && [given.id, given.name].every((text) => typeof text === "string")
			? undefined
			: "is not a user with id and name.",
	scopes: listOfTexts,
	unsupportedModules: listOfTexts,
	forbiddenModules: listOfTexts,
	apiAccess: flag,
	encryptedFields: (given) =>
		isRecord(given) && Object.values(given).every((fields) => listOfTexts(fields) === undefined)
			? undefined
			: "is not an object with a list of field names for each module.",
	timing: record,
	limits: record,
	assumptions: record,
	faults: (given) =>
		typeof given === "function" || (Array.isArray(given) && given.every(isRule))
			? undefined
			: "is not a schedule or a list of rules; parseFaultRule makes rules.",
	seed: textOrNumber,
	clock: (given) => (isClock(given) ? undefined : "is not a clock with now() and sleep(), such as virtualClock()."),
	callbackFetch: callback,
	onRequest: callback,
};

const timingKinds: OptionKinds<JobTiming> = {
	added: numberFrom(0),
	queued: numberFrom(0),
	inProgress: numberFrom(0),
};

/**
 * Checks the options of a sandbox: each name must exist, and each value must fit.
 *
 * @throws {@link InvalidOptionError}
 */
export function checkSandboxOptions(options: SandboxOptions): void {
	checkEachOption(options, kinds);
	checkEachOption(options.timing, timingKinds);
	checkEachOption(options.limits, sameFor(limitDefaults, numberFrom(0)));
	checkEachOption(options.assumptions, sameFor(assumptionDefaults, checkedLater));
}

function sameFor(names: object, kind: (given: unknown) => string | undefined): Record<string, typeof kind> {
	return Object.fromEntries(Object.keys(names).map((name) => [name, kind]));
}

function isModule(given: unknown): boolean {
	return typeof given === "object" && given !== null && "apiName" in given && "fields" in given;
}

/** A made-up company makes a module's records when they are first read, so they are not read for this. */
function isListOfEach(given: object): boolean {
	const members = Object.values(Object.getOwnPropertyDescriptors(given));
	return members.every(({ get, value }) => get !== undefined || Array.isArray(value));
}

function isRule(given: unknown): boolean {
	return typeof given === "object" && given !== null && "fault" in given;
}

function isClock(given: unknown): boolean {
	return hasFunctions(given, ["now", "sleep"]);
}

function hasFunctions(given: unknown, names: readonly string[]): boolean {
	if (typeof given !== "object" || given === null) return false;
	return names.every((name) => typeof Reflect.get(given, name) === "function");
}
