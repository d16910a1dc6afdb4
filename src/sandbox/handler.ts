import { refusalAnswer } from "./answer.js";
import { isServedVersion, type ServedVersion } from "./api-versions.js";
import { applyEarlyFaults, applyLateFaults, fateFrom } from "./apply-faults.js";
import { type Fault, faultHeader, parseFaults } from "./fault.js";
import type { FaultSchedule } from "./fault-schedule.js";
import type { Job, JobFate } from "./job.js";
import { answerCreate, answerDetails, answerResult, type JobEndpoints } from "./job-endpoints.js";
import { Refusal } from "./refusal.js";
import { loggedPath, type RequestLogEntry } from "./request-log.js";
import { matchRoute, type RouteMatch } from "./routes.js";
import { answerSettings, type SettingsEndpoints } from "./settings-endpoints.js";
import { answerRevoke, answerToken, type TokenEndpoint } from "./token-endpoint.js";

/** What a handler answers with. */
export interface HandlerParts {
	readonly jobs: JobEndpoints;
	readonly settings: SettingsEndpoints;
	readonly token: TokenEndpoint;
	readonly faults: FaultSchedule;
	readonly apiAccess: boolean;
	/** Told of each job that was created. */
	readonly onJob: (job: Job) => void;
	/** Told of each request, when its answer begins. */
	readonly onRequest: (entry: RequestLogEntry) => void;
}

/** What became of a request, for the log. */
interface Outcome {
	status?: number;
	code?: string;
	job?: string;
}

/** Makes what answers every request to the sandbox. */
export function makeHandler(parts: HandlerParts): (request: Request) => Promise<Response> {
	const { clock } = parts.jobs;
	let calls = 0;
	return async (request) => {
		const call = calls++;
		const startedAt = clock.now();
		const url = new URL(request.url);
		const route = matchRoute(url.pathname);
		const outcome: Outcome = route?.parameters.id === undefined ? {} : { job: route.parameters.id };
		let faults: readonly Fault[] = [];
		try {
			faults = faultsOf(request, call, parts.faults);
			const answer = await answerWithFaults(request, url, route, faults, outcome, parts);
			outcome.status = answer.status;
			return answer;
		} catch (reason) {
			if (!(reason instanceof Refusal)) throw reason;
			outcome.status = reason.status;
			outcome.code = reason.code;
			return refusalAnswer(reason, route?.name === "create" && parts.jobs.assumptions.errorsInData);
		} finally {
			parts.onRequest({
				time: new Date(startedAt).toISOString(),
				method: request.method,
				path: loggedPath(url),
				...(route === undefined ? {} : { route: route.name }),
				...outcome,
				milliseconds: clock.now() - startedAt,
				...(faults.length === 0 ? {} : { faults: faults.map(({ fault }) => fault) }),
			});
		}
	};
}

/** The faults that the schedule sends, and those that the request asks for. */
function faultsOf(request: Request, call: number, schedule: FaultSchedule): readonly Fault[] {
	const scheduled = schedule(request, call) ?? [];
	const asked = request.headers.get(faultHeader) ?? "";
	try {
		return [...("fault" in scheduled ? [scheduled] : scheduled), ...parseFaults(asked)];
	} catch (reason) {
		throw new Refusal("BAD_REQUEST", { note: `${faultHeader}: ${reason instanceof Error ? reason.message : reason}` });
	}
}

async function answerWithFaults(
	request: Request,
	url: URL,
	route: RouteMatch | undefined,
	faults: readonly Fault[],
	outcome: Outcome,
	parts: HandlerParts,
): Promise<Response> {
	const context = { clock: parts.jobs.clock, tokens: parts.token.tokens };
	const early = await applyEarlyFaults(faults, request, context);
	const answer = early ?? (await answerRoute(request, url, route, fateFrom(faults), outcome, parts));
	return applyLateFaults(faults, answer, context);
}

async function answerRoute(
	request: Request,
	url: URL,
	route: RouteMatch | undefined,
	fate: JobFate,
	outcome: Outcome,
	parts: HandlerParts,
): Promise<Response> {
	if (route === undefined) throw unknownPath(url.pathname);
	if (request.method !== route.method) throw new Refusal("INVALID_REQUEST_METHOD");
	if (route.name === "token") return answerToken(request, parts.token);
	if (route.name === "revoke") return answerRevoke(request, parts.token);

	const version = checkVersion(route);
	const { scopes } = parts.token.tokens.check(request.headers.get("authorization"));
	if (!parts.apiAccess) throw new Refusal("AUTHORIZATION_FAILED");
	const { id = "" } = route.parameters;
	switch (route.name) {
		case "create": {
			const { job, answer } = await answerCreate(request, { version, scopes }, fate, parts.jobs);
			outcome.job = job.id;
			parts.onJob(job);
			return answer;
		}
		case "details":
			return answerDetails(id, { version, scopes }, parts.jobs);
		case "result":
			return answerResult(id, { version, scopes }, parts.jobs);
		default:
			return answerSettings(route, url, scopes, parts.settings);
	}
}

function checkVersion({ parameters: { version = "" } }: RouteMatch): ServedVersion {
	if (!isServedVersion(version)) throw new Refusal("INVALID_URL_PATTERN");
	return version;
}

/** Which of its codes the API gives for a path that is not its own is our assumption. */
function unknownPath(pathname: string): Refusal {
	const [, service = "", bulk, , operation] = pathname.split("/");
	if (bulk !== "bulk") return new Refusal("INVALID_URL_PATTERN");
	if (service !== "crm") return new Refusal("INVALID_SERVICE_NAME", { say: [service] });
	if (operation === "write") return new Refusal("NOT_SUPPORTED_FEATURE");
	return new Refusal(operation === "read" ? "INVALID_URL_PATTERN" : "INVALID_BULK_OPERATION");
}
