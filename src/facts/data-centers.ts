import { keysOf } from "./table.js";

/** Where a data centre's servers are. */
export interface DataCenterHosts {
	/** Origin of the accounts server, which issues tokens. The same for every environment. */
	readonly accounts: string;
	/** Domain of the API's hosts. */
	readonly domain: string;
	/** Whether Zoho's CRM documentation or SDK names the hosts, or others report them. */
	readonly certainty: "documented" | "reported";
}

/**
 * Zoho's data centres. A new one is a new line.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html
 */
export const dataCenters = {
	us: { accounts: "https://accounts.zoho.com", domain: "zohoapis.com", certainty: "documented" },
	eu: { accounts: "https://accounts.zoho.eu", domain: "zohoapis.eu", certainty: "documented" },
	in: { accounts: "https://accounts.zoho.in", domain: "zohoapis.in", certainty: "documented" },
	au: { accounts: "https://accounts.zoho.com.au", domain: "zohoapis.com.au", certainty: "documented" },
	jp: { accounts: "https://accounts.zoho.jp", domain: "zohoapis.jp", certainty: "documented" },
	cn: { accounts: "https://accounts.zoho.com.cn", domain: "zohoapis.com.cn", certainty: "documented" },
	ca: { accounts: "https://accounts.zohocloud.ca", domain: "zohoapis.ca", certainty: "documented" },
	sa: { accounts: "https://accounts.zoho.sa", domain: "zohoapis.sa", certainty: "documented" },
	ae: { accounts: "https://accounts.zoho.ae", domain: "zohoapis.ae", certainty: "reported" },
	uk: { accounts: "https://accounts.zoho.uk", domain: "zohoapis.uk", certainty: "reported" },
} as const;

/** A data centre of Zoho, by the short name that Zoho itself gives as `location`. */
export type DataCenter = keyof typeof dataCenters;

/** The environments of an org, and the host that serves each. A token belongs to one environment. */
export const environmentHosts = { production: "www", sandbox: "sandbox", developer: "developer" } as const;

/** An environment of an org. Not this library's own sandbox: that one is reached by `baseUrl`. */
export type Environment = keyof typeof environmentHosts;

/** The origin of the API, without a slash at the end: `"https://www.zohoapis.eu"`. */
export function apiOrigin(dataCenter: DataCenter, environment: Environment = "production"): string {
	return `https://${environmentHosts[environment]}.${hostsOf(dataCenter).domain}`;
}

/** The servers of a data centre. */
export function hostsOf(dataCenter: DataCenter): DataCenterHosts {
	return dataCenters[dataCenter];
}

/**
 * The accounts server that belongs to an API's origin. An origin that is not Zoho's, such as that of a sandbox of this
 * library, is its own.
 */
export function accountsOrigin(origin: string): string {
	const { hostname } = new URL(origin);
	const found = Object.values(dataCenters).find(({ domain }) => hostname.endsWith(`.${domain}`));
	return found?.accounts ?? origin;
}

/** The data centre and environment that an origin of the API belongs to; `undefined` if it is not Zoho's. */
export function placeOf(
	apiOrigin: string,
): { readonly dataCenter: DataCenter; readonly environment: Environment } | undefined {
	const { hostname } = new URL(apiOrigin);
	const dataCenter = keysOf(dataCenters).find((name) => hostname.endsWith(`.${dataCenters[name].domain}`));
	if (dataCenter === undefined) return undefined;
	const environment = keysOf(environmentHosts).find((name) => hostname.startsWith(`${environmentHosts[name]}.`));
	return { dataCenter, environment: environment ?? "production" };
}
