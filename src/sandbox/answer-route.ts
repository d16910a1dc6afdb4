import { fateFrom } from "./faults/apply-faults.js";
import type { Fault } from "./faults/fault.js";
import type { ServedJob } from "./jobs/job.js";
import { answerCreate, answerDetails, answerResult, type JobCaller, type JobEndpoints } from "./jobs/job-endpoints.js";
import { ApiRefusal } from "./requests/api-refusal.js";
import { isServedVersion, type ServedVersion } from "./requests/api-versions.js";
import type { Credits } from "./requests/credits.js";
import type { RouteMatch } from "./requests/routes.js";
import { answerSettings, type SettingsEndpoints } from "./requests/settings-endpoints.js";
import { answerRevoke, answerToken, type TokenEndpoint } from "./requests/token-endpoint.js";

/** What the answers are made from. */
export interface Endpoints {
	readonly jobs: JobEndpoints;
	readonly settings: SettingsEndpoints;
	readonly token: TokenEndpoint;
	readonly credits: Credits;
	/** Whether the user may use the API at all. */
	readonly apiAccess: boolean;
	/** Called for each job that was created. */
	readonly onJob: (job: ServedJob) => void;
}

/** A request as it arrived. */
export interface Arrival {
	readonly request: Request;
	readonly url: URL;
	/** Absent if the sandbox does not serve the path. */
	readonly route: RouteMatch | undefined;
}

/** An answer, and what the log says about it. */
export interface Answered {
	readonly response: Response;
	/** The job that was created. */
	readonly jobId?: string;
	/** The API's code, if the request was refused. */
	readonly code?: string;
}

/**
 * Answers a request as the API does. The order in which it checks path, method, token, credits and body is our
 * assumption.
 *
 * @throws {@link ApiRefusal} if it is refused.
 */
export async function answerRoute(arrival: Arrival, faults: readonly Fault[], endpoints: Endpoints): Promise<Answered> {
	const { request, url, route } = arrival;
	if (route === undefined) throw unknownPath(url.pathname);
	if (request.method !== route.method) throw new ApiRefusal("INVALID_REQUEST_METHOD");
	if (route.name === "token") return { response: await answerToken(request, endpoints.token) };
	if (route.name === "revoke") return { response: await answerRevoke(request, endpoints.token) };

	const version = checkVersion(route);
	const { scopes } = endpoints.token.tokens.check(request.headers.get("authorization"));
	if (!endpoints.apiAccess) throw new ApiRefusal("AUTHORIZATION_FAILED");
	const giveBack = endpoints.credits.spend(route.name);
	try {
		const answered = await answerCaller({ ...arrival, route }, { version, scopes }, faults, endpoints);
		for (const [name, value] of Object.entries(endpoints.credits.header)) answered.response.headers.set(name, value);
		return answered;
	} catch (reason) {
		if (!endpoints.jobs.assumptions.refusalsCost) giveBack();
		throw reason;
	}
}

async function answerCaller(
	{ request, url, route }: Arrival & { readonly route: RouteMatch },
	caller: JobCaller,
	faults: readonly Fault[],
	endpoints: Endpoints,
): Promise<Answered> {
	const { id = "" } = route.parameters;
	switch (route.name) {
		case "create": {
			const { job, answer } = await answerCreate(request, caller, fateFrom(faults), endpoints.jobs);
			endpoints.onJob(job);
			return { response: answer, jobId: job.id };
		}
		case "details":
			return { response: await answerDetails(id, caller, endpoints.jobs) };
		case "result":
			return { response: await answerResult(id, caller, endpoints.jobs) };
		default:
			return { response: answerSettings(route, url, caller.scopes, endpoints.settings) };
	}
}

function checkVersion({ parameters: { version = "" } }: RouteMatch): ServedVersion {
	if (!isServedVersion(version)) throw new ApiRefusal("INVALID_URL_PATTERN");
	return version;
}

/** Which code the API gives for an unknown path is our assumption. */
function unknownPath(pathname: string): ApiRefusal {
	const [, service = "", bulk, , operation] = pathname.split("/");
	if (bulk !== "bulk") return new ApiRefusal("INVALID_URL_PATTERN");
	if (service !== "crm") return new ApiRefusal("INVALID_SERVICE_NAME", { say: [service] });
	if (operation === "write") return new ApiRefusal("NOT_SUPPORTED_FEATURE");
	return new ApiRefusal(operation === "read" ? "INVALID_URL_PATTERN" : "INVALID_BULK_OPERATION");
}
