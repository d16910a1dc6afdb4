import { ApiRefusal } from "./api-refusal.js";
import type { VersionTraits } from "./api-versions.js";

/** What a token is given where nothing else is asked for. */
export const defaultScopes: readonly string[] = [
	"ZohoCRM.bulk.READ",
	"ZohoCRM.modules.ALL",
	"ZohoCRM.settings.ALL",
	"ZohoCRM.users.READ",
];

/**
 * Whether scopes let their token do something: `ZohoCRM.modules.ALL` lets it read `modules.Leads`. Case does not count.
 *
 * @param wanted - what is to be read, without `ZohoCRM.` and `.READ`: `"bulk"`, `"modules.Leads"`, `"settings.fields"`.
 */
export function allows(scopes: readonly string[], wanted: string): boolean {
	const [group = "", ...rest] = wanted.toLowerCase().split(".");
	const enough = new Set([wanted.toLowerCase(), ...(rest.length > 0 ? [group] : [])]);
	return scopes.some((scope) => {
		const held = /^zohocrm\.(.+)\.(?:all|read)$/.exec(scope.toLowerCase())?.[1];
		return held !== undefined && enough.has(held);
	});
}

/**
 * What a token needs for a job on a module: to create one, both scopes; to ask for one, both on v2 and either from v3 on.
 *
 * @throws {@link ApiRefusal} where it lacks them.
 */
export function requireJobScopes(
	scopes: readonly string[],
	step: "create" | "read",
	module: string,
	version: VersionTraits,
): void {
	const bulk = allows(scopes, "bulk");
	const onModule = allows(scopes, `modules.${module}`);
	const either = step === "read" && version.names === "object";
	if (either ? !bulk && !onModule : !bulk || !onModule) throw new ApiRefusal("OAUTH_SCOPE_MISMATCH");
}

/**
 * What a request for any job needs up to v2, the job's module aside. That it is looked at before the job is our assumption.
 *
 * @throws {@link ApiRefusal} where it is lacking.
 */
export function requireBulkScope(scopes: readonly string[], version: VersionTraits): void {
	if (version.names !== "object" && !allows(scopes, "bulk")) throw new ApiRefusal("OAUTH_SCOPE_MISMATCH");
}
