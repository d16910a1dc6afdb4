import { ApiRefusal } from "./api-refusal.js";
import type { VersionTraits } from "./api-versions.js";

/** The default scopes of a token. */
export const defaultScopes: readonly string[] = [
	"ZohoCRM.bulk.READ",
	"ZohoCRM.modules.ALL",
	"ZohoCRM.settings.ALL",
	"ZohoCRM.users.READ",
];

/**
 * Whether scopes allow something: `ZohoCRM.modules.ALL` allows reading `modules.Leads`. Case-insensitive.
 *
 * @param wanted - what to read, without `ZohoCRM.` and `.READ`: `"bulk"`, `"modules.Leads"`, `"settings.fields"`.
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
 * What a token needs for a job on a module: both scopes to create one; to look at one, both on v2 and either from v3
 * on.
 *
 * @throws {@link ApiRefusal} if it lacks them.
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
 * What a request for any job needs up to v2, apart from the job's module. That this is checked before the job is our
 * assumption.
 *
 * @throws {@link ApiRefusal} if it is missing.
 */
export function requireBulkScope(scopes: readonly string[], version: VersionTraits): void {
	if (version.names !== "object" && !allows(scopes, "bulk")) throw new ApiRefusal("OAUTH_SCOPE_MISMATCH");
}
