import type { Certainty, ModuleMetadata } from "./metadata.js";

/** Why bulk read does not serve a module. */
export interface NotServed {
	readonly certainty: Certainty;
	/** A sentence without its full stop. */
	readonly why: string;
}

const limitations: NotServed = {
	certainty: "documented",
	why: "Zoho's page of limitations says that bulk read does not serve this module",
};
const refused: NotServed = {
	certainty: "observed",
	why: "a client of the API reports that bulk read refuses this module",
};

/**
 * The modules that bulk read does not serve, by API name.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/bulk-read/limitations.html
 */
const modules: ReadonlyMap<string, NotServed> = new Map([
	["Notes", limitations],
	["Attachments", limitations],
	["Emails", limitations],
	["CTI_Entry", refused],
	["Email_Analytics", refused],
	["Email_Template_Analytics", refused],
	["Functions__s", refused],
]);

/** Says why bulk read does not serve a module; undefined if it does, or if nothing is known. */
export function whyNotServed(module: ModuleMetadata): NotServed | undefined {
	const named = modules.get(module.apiName);
	if (named) return named;
	if (!module.apiSupported) {
		return {
			certainty: "documented",
			why: "the metadata says that the API does not serve this module (api_supported)",
		};
	}
	if (module.generatedType === "linking") {
		return { certainty: "observed", why: "clients of the API report that bulk read refuses linking modules" };
	}
	return undefined;
}
