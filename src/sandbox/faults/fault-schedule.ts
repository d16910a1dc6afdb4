import { seededRandom } from "../org/random.js";
import { type RouteName, routeNames } from "../requests/routes.js";
import { type Fault, parseFaults } from "./fault.js";

/** What a schedule is told besides the request itself. */
export interface FaultCall {
	/** How many requests of any kind came before it. */
	readonly index: number;
	/** Its kind; absent if the sandbox does not serve the path. */
	readonly route: RouteName | undefined;
	/** Its number within its kind, from 1. */
	readonly nth: number;
	/** The page that it is about, or whose job it creates; `undefined` if there is none. */
	readonly page: () => Promise<number | undefined>;
}

type Faults = Fault | readonly Fault[] | undefined;

/**
 * Decides which faults affect a request.
 *
 * @param request - the request; do not read its body.
 * @param call - its kind, and its number within its kind.
 *
 * @example
 * ```ts
 * createSandbox({ faults: (_, { route, nth }) => (route === "details" && nth === 3 ? { fault: "429" } : undefined) });
 * ```
 */
export type FaultSchedule = (request: Request, call: FaultCall) => Faults | Promise<Faults>;

/** A fault that affects some requests: those of one kind, those about one page, the third one, or a share of them. */
export interface FaultRule extends Fault {
	/** The kind of request; without it, all but those for tokens. */
	readonly on?: RouteName;
	/** The page that the request is about, or whose job it creates. */
	readonly page?: number;
	/** The first of these requests to be affected, from 1. Without `times`, it is the only one. */
	readonly nth?: number;
	/** How many of these requests are affected. Default: one if `nth` is given, otherwise all. */
	readonly times?: number;
	/** The share of them that is affected, from 0 to 1. Default: 1. */
	readonly rate?: number;
}

const ruleForm = "fault[=number][@route][/page][#nth][xtimes][%percent]";

/**
 * Reads a rule in the command line's form: `fault[=number][@route][/page][#nth][xtimes][%percent]`. `truncate@result`
 * affects every download, `429@details#3` the third look at a job, `500@create/2x4` the first four creations of a job
 * for page 2, `reset@details%20` a fifth of all looks.
 *
 * @throws RangeError if it cannot be read.
 */
export function parseFaultRule(text: string): FaultRule {
	const parts = /^([^@/#%]+?)(?:@([a-z-]+?))?(?:\/(\d+))?(?:#(\d+))?(?:x(\d+))?(?:%(\d+(?:\.\d+)?))?$/.exec(
		text.trim(),
	);
	const [fault, more] = parseFaults(parts?.[1] ?? "");
	if (parts === null || fault === undefined || more !== undefined) {
		throw new RangeError(`"${text}" is not a fault rule. Write ${ruleForm}, like truncate@result%20 or 429@details#3.`);
	}
	const [, , on, page, nth, times, percent] = parts;
	return checkRule({
		...fault,
		...(on === undefined ? {} : { on: checkRoute(on, text) }),
		...(page === undefined ? {} : { page: Number(page) }),
		...(nth === undefined ? {} : { nth: Number(nth) }),
		...(times === undefined ? {} : { times: Number(times) }),
		...(percent === undefined ? {} : { rate: Number(percent) / 100 }),
	});
}

/** Writes a rule as {@link parseFaultRule} reads it. */
export function writeFaultRule({ fault, amount, on, page, nth, times, rate }: FaultRule): string {
	const part = (mark: string, value: string | number | undefined): string => (value === undefined ? "" : mark + value);
	const percent = rate === undefined ? undefined : Number((rate * 100).toFixed(6));
	return (
		fault + part("=", amount) + part("@", on) + part("/", page) + part("#", nth) + part("x", times) + part("%", percent)
	);
}

function checkRoute(name: string, text: string): RouteName {
	const found = routeNames.find((route) => route === name);
	if (found === undefined)
		throw new RangeError(`"${text}": "${name}" is not a kind of request. Known: ${routeNames.join(", ")}.`);
	return found;
}

/** A rule that can never apply, or not as often as it says, is a mistake. */
function checkRule(rule: FaultRule): FaultRule {
	for (const name of ["page", "nth", "times"] as const) {
		const number = rule[name];
		if (number !== undefined && !(Number.isSafeInteger(number) && number >= 1)) {
			throw new RangeError(`${name} of the fault rule ${rule.fault} must be a whole number from 1, not ${number}.`);
		}
	}
	const { rate = 1 } = rule;
	if (!(rate >= 0 && rate <= 1)) {
		throw new RangeError(`rate of the fault rule ${rule.fault} must be a number from 0 to 1, not ${rate}.`);
	}
	return rule;
}

/** Counts requests by their kind. */
export type RequestCounter = (route: RouteName | undefined, page: FaultCall["page"]) => FaultCall;

/** Makes the request counter for the schedule of one sandbox. */
export function countRequests(): RequestCounter {
	const counts = new Map<RouteName | undefined, number>();
	let index = 0;
	return (route, page) => {
		const nth = (counts.get(route) ?? 0) + 1;
		counts.set(route, nth);
		return { index: index++, route, nth, page };
	};
}

/**
 * Makes a schedule from rules. The seed decides which requests a rule with a rate affects: the same requests in the
 * same order get the same faults.
 *
 * @param rules - each is decided independently, with its own count of the requests that it is about; several faults may
 * affect one request.
 * @param seed - any number or text.
 * @throws RangeError if a number of a rule makes no sense.
 */
export function scheduleFaults(rules: readonly FaultRule[], seed: number | string = 0): FaultSchedule {
	const random = seededRandom(`faults ${seed}`);
	const counted = rules.map((rule) => ({ rule: checkRule(rule), seen: 0 }));
	const asksForPage = rules.some(({ page }) => page !== undefined);
	return async (_, call) => {
		const page = asksForPage ? await call.page() : undefined;
		return counted
			.filter((each) => {
				const { rule } = each;
				const met = random.chance(rule.rate ?? 1);
				if (!isAbout(rule, call.route, page)) return false;
				each.seen++;
				const { nth = 1, times = rule.nth === undefined ? Number.POSITIVE_INFINITY : 1 } = rule;
				return met && each.seen >= nth && each.seen < nth + times;
			})
			.map(({ rule }) => rule);
	};
}

function isAbout({ on, page }: FaultRule, route: RouteName | undefined, pageOfRequest: number | undefined): boolean {
	if (page !== undefined && page !== pageOfRequest) return false;
	return on === undefined ? route !== "token" : on === route;
}
