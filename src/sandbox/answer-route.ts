import { fateFrom } from "./faults/apply-faults.js";
import type { Fault } from "./faults/fault.js";
import type { ServedJob } from "./jobs/job.js";
import { answerCreate, answerDetails, answerResult, type JobEndpoints } from "./jobs/job-endpoints.js";
import { ApiRefusal } from "./requests/api-refusal.js";
import { isServedVersion, type ServedVersion } from "./requests/api-versions.js";
import type { RouteMatch } from "./requests/routes.js";
import { answerSettings, type SettingsEndpoints } from "./requests/settings-endpoints.js";
import { answerRevoke, answerToken, type TokenEndpoint } from "./requests/token-endpoint.js";

/** What requests are answered with. */
export interface Endpoints {
	readonly jobs: JobEndpoints;
	readonly settings: SettingsEndpoints;
	readonly token: TokenEndpoint;
	/** Whether the user may use the API at all. */
	readonly apiAccess: boolean;
	/** Told of each job that was created. */
	readonly onJob: (job: ServedJob) => void;
}

/** One request on its way to its answer, and what the log tells of it. */
export interface HandledRequest {
	readonly request: Request;
	readonly url: URL;
	/** Absent where the sandbox serves no such path. */
	readonly route: RouteMatch | undefined;
	readonly faults: Fault[];
	jobId: string | undefined;
	code: string | undefined;
	error: string | undefined;
}

/**
 * Answers a request as the API does. In which order it looks at path, method, token and body is our assumption.
 *
 * @throws {@link ApiRefusal} where it is refused.
 */
export async function answerRoute(exchange: HandledRequest, endpoints: Endpoints): Promise<Response> {
	const { request, url, route } = exchange;
	if (route === undefined) throw unknownPath(url.pathname);
	if (request.method !== route.method) throw new ApiRefusal("INVALID_REQUEST_METHOD");
	if (route.name === "token") return answerToken(request, endpoints.token);
	if (route.name === "revoke") return answerRevoke(request, endpoints.token);

	const version = checkVersion(route);
	const { scopes } = endpoints.token.tokens.check(request.headers.get("authorization"));
	if (!endpoints.apiAccess) throw new ApiRefusal("AUTHORIZATION_FAILED");
	const caller = { version, scopes };
	const { id = "" } = route.parameters;
	switch (route.name) {
		case "create": {
			const { job, answer } = await answerCreate(request, caller, fateFrom(exchange.faults), endpoints.jobs);
			exchange.jobId = job.id;
			endpoints.onJob(job);
			return answer;
		}
		case "details":
			return answerDetails(id, caller, endpoints.jobs);
		case "result":
			return answerResult(id, caller, endpoints.jobs);
		default:
			return answerSettings(route, url, scopes, endpoints.settings);
	}
}

function checkVersion({ parameters: { version = "" } }: RouteMatch): ServedVersion {
	if (!isServedVersion(version)) throw new ApiRefusal("INVALID_URL_PATTERN");
	return version;
}

/** Which of its codes the API gives for a path that is not its own is our assumption. */
function unknownPath(pathname: string): ApiRefusal {
	const [, service = "", bulk, , operation] = pathname.split("/");
	if (bulk !== "bulk") return new ApiRefusal("INVALID_URL_PATTERN");
	if (service !== "crm") return new ApiRefusal("INVALID_SERVICE_NAME", { say: [service] });
	if (operation === "write") return new ApiRefusal("NOT_SUPPORTED_FEATURE");
	return new ApiRefusal(operation === "read" ? "INVALID_URL_PATTERN" : "INVALID_BULK_OPERATION");
}
