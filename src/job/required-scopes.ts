import type { AnyJob } from "./any-job.js";
import { checkJob } from "./check-job.js";

/**
 * The modules that have a scope of their own, and its name.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/scopes.html
 * @see https://zoho.com/crm/developer/docs/api/v3/scopes.html (services, appointments)
 */
const scopeNames: Readonly<Record<string, string>> = {
	Leads: "leads",
	Accounts: "accounts",
	Contacts: "contacts",
	Deals: "deals",
	Campaigns: "campaigns",
	Tasks: "tasks",
	Cases: "cases",
	Events: "events",
	Calls: "calls",
	Solutions: "solutions",
	Products: "products",
	Vendors: "vendors",
	Price_Books: "pricebooks",
	Quotes: "quotes",
	Sales_Orders: "salesorders",
	Purchase_Orders: "purchaseorders",
	Invoices: "invoices",
	Services__s: "services",
	Appointments__s: "appointments",
};

/**
 * The OAuth scopes that a token needs to submit a job, look at it and download its result: the least that will do. For a
 * module without a scope of its own, such as a custom one, that is the scope for all modules.
 *
 * @example
 * ```ts
 * requiredScopes(bulkRead(Contacts)); // ["ZohoCRM.bulk.READ", "ZohoCRM.modules.contacts.READ"]
 * ```
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html (scope)
 */
export function requiredScopes(job: AnyJob): string[] {
	checkJob(job);
	const { apiName } = job.module;
	const own = Object.hasOwn(scopeNames, apiName) ? `${scopeNames[apiName]}.` : "";
	return ["ZohoCRM.bulk.READ", `ZohoCRM.modules.${own}READ`];
}
