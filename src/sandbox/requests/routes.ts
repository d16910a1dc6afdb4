import { keysOf } from "../../facts/table.js";

/** A kind of request that the sandbox answers. */
interface Route {
	readonly method: "GET" | "POST";
	/** The path; a colon starts a parameter. */
	readonly path: string;
}

/** The name of a kind of request. */
export type RouteName =
	| "create"
	| "details"
	| "result"
	| "token"
	| "revoke"
	| "modules"
	| "module"
	| "fields"
	| "custom-views";

/** Every kind of request that the sandbox answers. */
const routes: Readonly<Record<RouteName, Route>> = {
	create: { method: "POST", path: "/crm/bulk/:version/read" },
	details: { method: "GET", path: "/crm/bulk/:version/read/:id" },
	result: { method: "GET", path: "/crm/bulk/:version/read/:id/result" },
	token: { method: "POST", path: "/oauth/v2/token" },
	revoke: { method: "POST", path: "/oauth/v2/token/revoke" },
	modules: { method: "GET", path: "/crm/:version/settings/modules" },
	module: { method: "GET", path: "/crm/:version/settings/modules/:module" },
	fields: { method: "GET", path: "/crm/:version/settings/fields" },
	"custom-views": { method: "GET", path: "/crm/:version/settings/custom_views" },
};

/** Every name of a kind of request. */
export const routeNames: readonly RouteName[] = keysOf(routes);

/** A request's kind, and its path's parameters. */
export interface RouteMatch {
	readonly name: RouteName;
	readonly method: Route["method"];
	readonly parameters: Readonly<Record<string, string>>;
}

const patterns = routeNames.map((name) => ({ name, method: routes[name].method, steps: routes[name].path.split("/") }));

/** Finds the kind of request of a path, whatever the method. */
export function matchRoute(pathname: string): RouteMatch | undefined {
	const given = pathname.split("/");
	for (const { name, method, steps } of patterns) {
		const parameters = matchSteps(steps, given);
		if (parameters !== undefined) return { name, method, parameters };
	}
	return undefined;
}

function matchSteps(steps: readonly string[], given: readonly string[]): Record<string, string> | undefined {
	if (steps.length !== given.length) return undefined;
	const parameters: Record<string, string> = {};
	for (const [index, step] of steps.entries()) {
		const value = given[index] ?? "";
		if (step.startsWith(":") && value !== "") parameters[step.slice(1)] = value;
		else if (step !== value) return undefined;
	}
	return parameters;
}
