import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import {
	apiOrigin,
	type DataCenter,
	dataCenters,
	type Environment,
	environmentHosts,
} from "../../facts/data-centers.js";
import type { ApiVersion } from "../../job/request.js";
import { type Renderable, toJson } from "./to-json.js";

/** Where a rendered request is sent, and with what. */
export interface RenderOptions {
	/** The version of the API; `"v2"` by default. */
	readonly apiVersion?: ApiVersion;
	/** The data centre of the org; `"us"` by default. */
	readonly dataCenter?: DataCenter;
	/** The org's environment; production by default. */
	readonly environment?: Environment;
	/** Address of the API, including a path prefix, instead of a data centre: a sandbox of this library, or a proxy. */
	readonly baseUrl?: string | URL;
	/** The environment variable with the access token; `"ZOHO_ACCESS_TOKEN"` by default. */
	readonly tokenVariable?: string;
}

/**
 * A request, ready to be written into a program. Its address and variable have no characters that any language escapes.
 */
export interface RenderedRequest {
	readonly url: string;
	readonly tokenVariable: string;
	/** JSON, without control characters other than line feeds. */
	readonly body: string;
}

/**
 * Makes a request from a job.
 *
 * @throws {@link InvalidOptionError} for a target that does not exist, or an invalid name.
 */
export function renderRequest(source: Renderable, options: RenderOptions): RenderedRequest {
	const { apiVersion = "v2", tokenVariable = "ZOHO_ACCESS_TOKEN" } = options;
	if (apiVersion !== "v2" && apiVersion !== "v8") {
		throw new InvalidOptionError("apiVersion", `"${apiVersion}" is not supported; "v2" and "v8" are.`);
	}
	if (!/^[A-Za-z_]\w*$/.test(tokenVariable)) {
		throw new InvalidOptionError("tokenVariable", "is not the name of an environment variable.");
	}
	return {
		url: `${readTarget(options)}/crm/bulk/${apiVersion}/read`,
		tokenVariable,
		body: toJson(source, apiVersion),
	};
}

function readTarget({ dataCenter = "us", environment = "production", baseUrl }: RenderOptions): string {
	if (baseUrl !== undefined) return readUrl(baseUrl);
	if (!Object.hasOwn(dataCenters, dataCenter)) {
		throw new InvalidOptionError("dataCenter", `"${dataCenter}" is not one of ${Object.keys(dataCenters).join(", ")}.`);
	}
	if (!Object.hasOwn(environmentHosts, environment)) {
		const known = Object.keys(environmentHosts).join(", ");
		throw new InvalidOptionError("environment", `"${environment}" is not one of ${known}.`);
	}
	return apiOrigin(dataCenter, environment);
}

/** Host names and paths can have other characters, but each is a quote or an expansion in some language. */
const plainUrl = /^https?:\/\/[\w.:[\]-]+(?:\/[\w.~%/-]*)?$/;

function readUrl(given: string | URL): string {
	const { href } = URL.canParse(String(given)) ? new URL(given) : { href: "" };
	if (plainUrl.test(href)) return href.replace(/(?<!\/)\/+$/, "");
	throw new InvalidOptionError(
		"baseUrl",
		"is not an http or https URL of letters, digits, dots and hyphens, without a user name and query.",
	);
}
