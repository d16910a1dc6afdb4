import { isJsonObject } from "../../checks/json-object.js";
import { readBytes } from "../requests/read-body.js";
import type { RouteMatch } from "../requests/routes.js";
import type { JobEndpoints } from "./job-endpoints.js";
import { redeemPageToken } from "./page-token.js";

/**
 * The page that a request is about: that of its job, or of the job that it creates. `undefined` if there is none, or it
 * cannot be read. Leaves the body unread.
 */
export async function requestedPage(
	request: Request,
	route: RouteMatch | undefined,
	endpoints: JobEndpoints,
): Promise<number | undefined> {
	if (route?.name === "details" || route?.name === "result") {
		return endpoints.jobs.find(route.parameters.id ?? "")?.request.page;
	}
	return route?.name === "create" ? pageAskedFor(request.clone(), endpoints) : undefined;
}

async function pageAskedFor(request: Request, { jobs, clock, limits }: JobEndpoints): Promise<number | undefined> {
	try {
		const body: unknown = JSON.parse(new TextDecoder().decode(await readBytes(request, limits.bodyBytes)));
		const query = isJsonObject(body) && isJsonObject(body.query) ? body.query : {};
		if (typeof query.page_token === "string") {
			return redeemPageToken(query.page_token, jobs, clock.now(), limits.pageTokenHours).page;
		}
		return typeof query.page === "number" ? query.page : 1;
	} catch {
		return undefined;
	}
}
