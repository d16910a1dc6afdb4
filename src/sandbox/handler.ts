import { answerRoute, type Endpoints, type HandledRequest } from "./answer-route.js";
import { applyEarlyFaults, applyLateFaults } from "./faults/apply-faults.js";
import { ConnectionReset } from "./faults/connection-reset.js";
import { type Fault, faultHeader, parseFaults } from "./faults/fault.js";
import type { FaultSchedule } from "./faults/fault-schedule.js";
import { refusalAnswer } from "./requests/answer.js";
import { ApiRefusal } from "./requests/api-refusal.js";
import { loggedPath, type RequestLogEntry } from "./requests/request-log.js";
import { matchRoute } from "./requests/routes.js";

/** What a handler answers with, and whom it tells. */
export interface HandlerParts extends Endpoints {
	readonly faults: FaultSchedule;
	/** Told of each request, when its answer begins. */
	readonly onRequest: (entry: RequestLogEntry) => void;
}

/** Makes what answers every request to the sandbox: faults around the real answer, and a line in the log. */
export function makeHandler(parts: HandlerParts): (request: Request) => Promise<Response> {
	const { clock } = parts.jobs;
	let calls = 0;
	return async (request) => {
		const startedAt = clock.now();
		const exchange = beginExchange(request);
		let status: number | undefined;
		try {
			exchange.faults.push(...faultsOf(request, calls++, parts.faults));
			const answer = await answerWithFaults(exchange, parts);
			status = answer.status;
			return answer;
		} catch (reason) {
			// A mistake of the sandbox's own must not pass for a fault that was asked for.
			if (!(reason instanceof ConnectionReset || request.signal.aborted))
				exchange.error = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
			throw reason;
		} finally {
			parts.onRequest(writeEntry(exchange, status, startedAt, clock.now()));
		}
	};
}

function beginExchange(request: Request): HandledRequest {
	const url = new URL(request.url);
	const route = matchRoute(url.pathname);
	return { request, url, route, faults: [], jobId: route?.parameters.id, code: undefined, error: undefined };
}

/** The faults that the schedule sends; those that the request asks for are read where they can be refused. */
function faultsOf(request: Request, call: number, schedule: FaultSchedule): readonly Fault[] {
	const scheduled = schedule(request, call) ?? [];
	return "fault" in scheduled ? [scheduled] : scheduled;
}

async function answerWithFaults(exchange: HandledRequest, parts: HandlerParts): Promise<Response> {
	const context = { clock: parts.jobs.clock, tokens: parts.token.tokens };
	const answer = await refusalsAnswered(exchange, parts, async () => {
		exchange.faults.push(...askedFaults(exchange.request));
		const early = await applyEarlyFaults(exchange.faults, exchange.request, context);
		return early ?? answerRoute(exchange, parts);
	});
	return applyLateFaults(exchange.faults, answer, context);
}

function askedFaults(request: Request): readonly Fault[] {
	try {
		return parseFaults(request.headers.get(faultHeader) ?? "");
	} catch (reason) {
		throw new ApiRefusal("BAD_REQUEST", {
			note: `${faultHeader}: ${reason instanceof Error ? reason.message : reason}`,
		});
	}
}

async function refusalsAnswered(
	exchange: HandledRequest,
	{ jobs }: HandlerParts,
	answer: () => Promise<Response>,
): Promise<Response> {
	try {
		return await answer();
	} catch (reason) {
		if (!(reason instanceof ApiRefusal)) throw reason;
		exchange.code = reason.code;
		return refusalAnswer(reason, exchange.route?.name === "create" && jobs.assumptions.errorsInData);
	}
}

function writeEntry(exchange: HandledRequest, status: number | undefined, from: number, to: number): RequestLogEntry {
	const { request, url, route, code, jobId, faults, error } = exchange;
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
