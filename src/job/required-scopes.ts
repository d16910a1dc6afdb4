import type { AnyJob } from "./any-job.js";
import { checkJob } from "./check-job.js";

/**
 * The modules that have their own scope, and its name.
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
 * The minimal OAuth scopes for submitting a job, looking at it and downloading its result. A module without its own
 * scope, such as a custom one, needs the scope for all modules.
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
