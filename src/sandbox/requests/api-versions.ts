/** What differs between the versions of the API in requests and answers. */
export interface VersionTraits {
	/** Whether a module is a string and a condition's field `api_name`, or both are objects with an `api_name`. */
	readonly names: "string" | "object";
	/** Whether the next page is requested by a token. */
	readonly pageToken: boolean;
	/** Whether the version's documentation has the state `QUEUED`. */
	readonly queued: boolean;
	/** Content type of a download. Assumption: sources differ, and newer ones say `application/zip`. */
	readonly downloadType: "application/x-download" | "application/zip";
}

/** A version that the sandbox serves. */
export type ServedVersion = "v2" | "v2.1" | "v3" | "v4" | "v5" | "v6" | "v7" | "v8";

const middle: VersionTraits = {
	names: "object",
	pageToken: false,
	queued: true,
	downloadType: "application/x-download",
};
const newest: VersionTraits = { names: "object", pageToken: true, queued: true, downloadType: "application/zip" };

/** The versions that Zoho serves; the sandbox serves all of them. */
export const versionTraits: Readonly<Record<ServedVersion, VersionTraits>> = {
	v2: { names: "string", pageToken: false, queued: false, downloadType: "application/x-download" },
	"v2.1": { ...middle, queued: false },
	v3: middle,
	v4: middle,
	v5: middle,
	v6: middle,
	v7: newest,
	v8: newest,
};

/** Whether the sandbox serves a version. */
export function isServedVersion(version: string): version is ServedVersion {
	return Object.hasOwn(versionTraits, version);
}
