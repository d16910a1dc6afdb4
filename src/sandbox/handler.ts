import type { Except } from "type-fest";
import { type Answered, type Arrival, answerRoute, type Endpoints } from "./answer-route.js";
import { applyEarlyFaults, applyLateFaults, type FaultContext } from "./faults/apply-faults.js";
import { ConnectionReset } from "./faults/connection-reset.js";
import { type Fault, faultHeader, parseFaults } from "./faults/fault.js";
import { countRequests, type FaultSchedule, type RequestCounter } from "./faults/fault-schedule.js";
import { requestedPage } from "./jobs/requested-page.js";
import { refusalAnswer } from "./requests/answer.js";
import { ApiRefusal } from "./requests/api-refusal.js";
import { loggedPath, type RequestLogEntry } from "./requests/request-log.js";
import { matchRoute } from "./requests/routes.js";

/** What a handler needs. */
export interface HandlerParts extends Endpoints {
	readonly faults: FaultSchedule;
	/** Called for each request when its answer begins. */
	readonly onRequest: (entry: RequestLogEntry) => void;
}

/** The outcome of a request, as far as known when it is logged. */
interface Outcome extends Partial<Except<Answered, "response">> {
	readonly faults: readonly Fault[];
	readonly status?: number;
	/** Why the connection is cut instead of answering. */
	readonly cutBy?: unknown;
}

/** Makes the handler of every request to the sandbox: faults around the real answer, and a line in the log. */
export function makeHandler(parts: HandlerParts): (request: Request) => Promise<Response> {
	const { clock } = parts.jobs;
	const counter = countRequests();
	const context: FaultContext = { clock, tokens: parts.token.tokens };
	return async (request) => {
		const startedAt = clock.now();
		const arrival = receive(request);
		const log = (outcome: Outcome): void => parts.onRequest(writeEntry(arrival, outcome, startedAt, clock.now()));
		const logAndThrow = (known: Outcome) => (reason: unknown) => {
			log({ ...known, cutBy: reason });
			throw reason;
		};

		const met = await meetFaults(arrival, counter, parts).catch(logAndThrow({ faults: [] }));
		const { faults } = met;
		const answered = await answer(arrival, met, parts, context).catch(logAndThrow({ faults }));
		const { response, ...told } = answered;
		const sent = await applyLateFaults(faults, response, context).catch(logAndThrow({ ...told, faults }));
		log({ ...told, faults, status: sent.status });
		return sent;
	};
}

function receive(request: Request): Arrival {
	const url = new URL(request.url);
	return { request, url, route: matchRoute(url.pathname) };
}

/** The faults that affect a request. */
interface MetFaults {
	readonly faults: readonly Fault[];
	/** Why the faults that the request asks for cannot be read. */
	readonly refusal?: ApiRefusal;
}

/** Those of the schedule, and those that the request asks for. */
async function meetFaults(arrival: Arrival, counter: RequestCounter, parts: HandlerParts): Promise<MetFaults> {
	const { request, route } = arrival;
	const call = counter(route?.name, () => requestedPage(request, route, parts.jobs));
	const sent = (await parts.faults(request, call)) ?? [];
	const scheduled = "fault" in sent ? [sent] : sent;
	try {
		return { faults: [...scheduled, ...parseFaults(request.headers.get(faultHeader) ?? "")] };
	} catch (reason) {
		const note = `${faultHeader}: ${reason instanceof Error ? reason.message : reason}`;
		return { faults: scheduled, refusal: new ApiRefusal("BAD_REQUEST", { note }) };
	}
}

async function answer(
	arrival: Arrival,
	{ faults, refusal }: MetFaults,
	parts: HandlerParts,
	context: FaultContext,
): Promise<Answered> {
	try {
		if (refusal !== undefined) throw refusal;
		const early = await applyEarlyFaults(faults, arrival.request, context);
		return early === undefined ? await answerRoute(arrival, faults, parts) : { response: early };
	} catch (reason) {
		if (!(reason instanceof ApiRefusal)) throw reason;
		const inData = arrival.route?.name === "create" && parts.jobs.assumptions.errorsInData;
		return { response: refusalAnswer(reason, inData), code: reason.code };
	}
}

function writeEntry({ request, url, route }: Arrival, outcome: Outcome, from: number, to: number): RequestLogEntry {
	const { status, code, jobId = route?.parameters.id, faults } = outcome;
	const error = mistakeIn(outcome.cutBy, request);
	return {
		time: new Date(from).toISOString(),
		method: request.method,
		path: loggedPath(url),
		...(route === undefined ? {} : { route: route.name }),
		...(status === undefined ? {} : { status }),
		...(code === undefined ? {} : { code }),
		...(jobId === undefined ? {} : { job: jobId }),
		milliseconds: to - from,
		...(faults.length === 0 ? {} : { faults: faults.map(({ fault }) => fault) }),
		...(error === undefined ? {} : { error }),
	};
}

/** A bug in the sandbox, or in a function that was given to it, must not look like a requested fault. */
function mistakeIn(reason: unknown, { signal }: Request): string | undefined {
	if (reason === undefined || reason instanceof ConnectionReset || signal.aborted) return undefined;
	return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}
