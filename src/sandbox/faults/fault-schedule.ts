import { seededRandom } from "../org/random.js";
import { matchRoute, type RouteName, routeNames } from "../requests/routes.js";
import { type Fault, parseFaults } from "./fault.js";

/**
 * Decides what befalls a request.
 *
 * @param request - the request; its body must be left unread.
 * @param call - how many requests came before it, counted from 0.
 */
export type FaultSchedule = (request: Request, call: number) => Fault | readonly Fault[] | undefined;

/** A fault that befalls some requests: those of one kind, or a part of them. */
export interface FaultRule extends Fault {
	/** The kind of request; without it, all but those for tokens. */
	readonly on?: RouteName;
	/** The part of them that it befalls, from 0 to 1. Default: 1. */
	readonly rate?: number;
}

/**
 * Reads a rule as a command line gives it: `fault[=number][@route][%percent]`, like `truncate@result` or
 * `500@details%20`.
 *
 * @throws RangeError where it cannot be read.
 */
export function parseFaultRule(text: string): FaultRule {
	const parts = /^([^@%]+)(?:@([a-z-]+))?(?:%(\d+(?:\.\d+)?))?$/.exec(text.trim());
	const [fault, more] = parseFaults(parts?.[1] ?? "");
	if (parts === null || fault === undefined || more !== undefined) {
		throw new RangeError(
			`"${text}" is not a fault rule. Write fault[=number][@route][%percent], like truncate@result%20.`,
		);
	}
	const [, , on, percent] = parts;
	return {
		...fault,
		...(on === undefined ? {} : { on: checkRoute(on, text) }),
		...(percent === undefined ? {} : { rate: Number(percent) / 100 }),
	};
}

function checkRoute(name: string, text: string): RouteName {
	const found = routeNames.find((route) => route === name);
	if (found === undefined)
		throw new RangeError(`"${text}": "${name}" is not a kind of request. Known: ${routeNames.join(", ")}.`);
	return found;
}

/**
 * Makes a schedule from rules. Which requests a rule with a rate befalls is decided by the seed: the same requests in the
 * same order meet the same faults.
 *
 * @param rules - each is decided for itself; a request may meet several faults.
 * @param seed - any number or text.
 */
export function scheduleFaults(rules: readonly FaultRule[], seed: number | string = 0): FaultSchedule {
	const random = seededRandom(`faults ${seed}`);
	return (request) => {
		const route = matchRoute(new URL(request.url).pathname)?.name;
		return rules.filter(({ on, rate = 1 }) => {
			const met = random.chance(rate);
			return met && (on === undefined ? route !== "token" : on === route);
		});
	};
}
