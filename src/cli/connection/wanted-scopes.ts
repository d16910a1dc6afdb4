import type { AnyJob } from "../../job/any-job.js";
import { requiredScopes } from "../../job/required-scopes.js";
import { allows } from "../../sandbox/requests/scopes.js";
import { CommandError } from "../terminal/command-error.js";

/** What a token may be used for, and the minimal scopes for it, whatever the module. */
const uses: Readonly<Record<string, readonly string[]>> = {
	export: ["ZohoCRM.bulk.READ", "ZohoCRM.modules.READ"],
	generate: ["ZohoCRM.settings.modules.READ", "ZohoCRM.settings.fields.READ"],
	sync: ["ZohoCRM.bulk.READ", "ZohoCRM.modules.READ"],
};

/**
 * The scopes for jobs, or for uses, or for everything by default.
 *
 * @param named - uses, separated by commas.
 * @throws {@link CommandError}
 */
export function wantedScopes(jobs: readonly AnyJob[], named: string | undefined): readonly string[] {
	const names =
		named?.split(",").map((name) => name.trim().toLowerCase()) ?? (jobs.length > 0 ? [] : Object.keys(uses));
	const ofUses = names.flatMap((name) => {
		const scopes = Object.hasOwn(uses, name) ? uses[name] : undefined;
		if (scopes !== undefined) return scopes;
		throw new CommandError(`--for "${name}" is not a use of a token. Known: ${Object.keys(uses).join(", ")}.`);
	});
	return [...new Set([...jobs.flatMap(requiredScopes), ...ofUses])];
}

/** The wanted scopes that the others do not cover: `ZohoCRM.modules.ALL` covers `ZohoCRM.modules.leads.READ`. */
export function missingScopes(wanted: readonly string[], given: readonly string[]): readonly string[] {
	return wanted.filter((scope) => !allows(given, scope.replace(/^ZohoCRM\.|\.READ$/g, "")));
}
