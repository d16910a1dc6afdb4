import { isServedVersion, type ServedVersion } from "./api-versions.js";
import { fateFrom } from "./apply-faults.js";
import type { Fault } from "./fault.js";
import type { Job } from "./job.js";
import { answerCreate, answerDetails, answerResult, type JobEndpoints } from "./job-endpoints.js";
import { Refusal } from "./refusal.js";
import type { RouteMatch } from "./routes.js";
import { answerSettings, type SettingsEndpoints } from "./settings-endpoints.js";
import { answerRevoke, answerToken, type TokenEndpoint } from "./token-endpoint.js";

/** What requests are answered with. */
export interface Endpoints {
	readonly jobs: JobEndpoints;
	readonly settings: SettingsEndpoints;
	readonly token: TokenEndpoint;
	/** Whether the user may use the API at all. */
	readonly apiAccess: boolean;
	/** Told of each job that was created. */
	readonly onJob: (job: Job) => void;
}

/** One request on its way to its answer, and what the log tells of it. */
export interface Exchange {
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
 * @throws {@link Refusal} where it is refused.
 */
export async function answerRoute(exchange: Exchange, endpoints: Endpoints): Promise<Response> {
	const { request, url, route } = exchange;
	if (route === undefined) throw unknownPath(url.pathname);
	if (request.method !== route.method) throw new Refusal("INVALID_REQUEST_METHOD");
	if (route.name === "token") return answerToken(request, endpoints.token);
	if (route.name === "revoke") return answerRevoke(request, endpoints.token);

	const version = checkVersion(route);
	const { scopes } = endpoints.token.tokens.check(request.headers.get("authorization"));
	if (!endpoints.apiAccess) throw new Refusal("AUTHORIZATION_FAILED");
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
