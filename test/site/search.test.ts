import { existsSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { makeSearch } from "../../docs/search/make-search.js";
import type { Section } from "../../docs/search/section.js";
import { siteDirectory } from "./site-server.js";

const file = `${siteDirectory}assets/sections.js`;
const isThere = existsSync(file);

/** What people search for, and the page that must come first. */
const first: readonly (readonly [query: string, page: string])[] = [
	["between", "Comparators.html#between"],
	["equal", "Comparators.html#equal"],
	["contains", "Comparators.html#contains"],
	["resume", "Resuming_after_a_crash.html"],
	["crash", "Resuming_after_a_crash.html"],
	["webhook", "Recipes.html#a-webhook-instead-of-waiting"],
	["callback", "Jobs,_callbacks_and_pages.html#callbacks"],
	["calendar", "Jobs,_callbacks_and_pages.html#calendars"],
	["windows", "Jobs,_callbacks_and_pages.html#windows"],
	["pages", "Jobs,_callbacks_and_pages.html#pages"],
	["install", "First_export.html"],
	["credentials", "First_export.html#credentials"],
	["without an account", "First_export.html#without-an-account"],
	["rate limit", "Limits_and_costs.html#rate-limits-and-repeated-requests"],
	["what an export costs", "Limits_and_costs.html#what-an-export-costs"],
	["backup", "Recipes.html#a-backup-of-everything"],
	["nightly", "Recipes.html#every-night-into-postgresql"],
	["changes", "Recipes.html#the-changes-of-the-last-day"],
	["recipes", "Recipes.html"],
	["coql", "Why_not_the_SDK,_COQL_or_the_records_API.html"],
	["records api", "Why_not_the_SDK,_COQL_or_the_records_API.html"],
	["custom field", "Modules_and_lookups.html#fields-of-your-own-on-a-standard-module"],
	["custom fields", "Modules_and_lookups.html#fields-of-your-own-on-a-standard-module"],
	["generate my modules", "Your_own_org.html"],
	["types of my modules", "Your_own_org.html"],
	["credits", "Limits_and_costs.html"],
	["test without account", "Recipes.html#a-test-without-an-account"],
	["resume an export", "Resuming_after_a_crash.html"],
	["between on a date-time", "Comparators.html#between"],
	["postgres", "Recipes.html#every-night-into-postgresql"],
	["copy in PostgreSQL", "A_copy_in_a_database.html"],
	["refresh token", "The_first_hour.html#a-refresh-token-of-your-own"],
	["type error", "Filters.html#what-the-compiler-says"],
	["delete detection", "A_copy_in_a_database.html#what-the-runs-do"],
	["custom view", "Modules_and_lookups.html#custom-views"],
	["lookup", "Modules_and_lookups.html#through-a-lookup"],
	["standard module", "Modules_and_lookups.html#fields-of-your-own-on-a-standard-module"],
	["empty", "Filters.html#empty-values"],
	["time zone", "Filters.html#days-moments-and-zones"],
	["long list", "Filters.html#long-lists"],
	["sandbox", "Testing_with_the_sandbox.html"],
	["error codes", "Errors_and_what_to_do.html#codes-of-the-api"],
	["INVALID_TOKEN", "Errors_and_what_to_do.html#INVALID_TOKEN"],
	["CRITERIA_LIMIT_EXCEEDED", "Errors_and_what_to_do.html#CRITERIA_LIMIT_EXCEEDED"],
	["excel", "Recipes.html#a-file-for-excel"],
	["stream", "Rows.html#as-a-stream"],
	["redis", "Running_on_many_machines.html#what-the-workers-share"],
	["queue", "Running_on_many_machines.html"],
	["sdk", "Coming_from_Zoho_s_SDK_or_raw_JSON.html#from-zohos-sdk"],
	["raw json", "Coming_from_Zoho_s_SDK_or_raw_JSON.html"],
	["python", "Coming_from_Zoho_s_SDK_or_raw_JSON.html#back-to-json-and-to-other-languages"],
	["security", "Security.html"],
	["secrets", "Security.html#secrets"],
	["generate", "Command_line.html#generate"],
	["doctor", "Command_line.html#doctor"],
	["explain", "Command_line.html#explain"],
	["completion", "Command_line.html#completion"],
];

describe.skipIf(!isThere)("the search of the built site (needs npm run docs)", () => {
	const context: { siteSections?: readonly Section[] } = {};
	if (isThere) runInNewContext(`var globalThis = this; ${readFileSync(file, "utf8")}`, context);
	const sections = context.siteSections ?? [];
	const search = makeSearch(sections);

	test.each(first)("%s finds %s", (query, page) => {
		const [best] = search(query);
		expect(best?.id.slice(0, "documents/".length + page.length)).toBe(`documents/${page}`);
	});

	test("a name of the reference finds its page", () => {
		expect(search("RateLimitError")[0]?.id).toBe("classes/zoho-bulk-read.RateLimitError.html");
	});

	test.each(["Contacts", "Deals", "Sales_Orders"])(
		"the name %s finds the module first, and its fields apart from it",
		(name) => {
			const found = search(name);
			expect(found[0]?.id).toBe(`variables/zoho-bulk-read_standard.${name}.html`);
			expect(found).toContainEqual(
				expect.objectContaining({
					id: `interfaces/zoho-bulk-read_standard.${name}.html`,
					heading: `Fields of ${name}`,
				}),
			);
		},
	);

	test("no two sections have one address, and each page has the section", () => {
		const ids = sections.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const pages = new Map<string, string>();
		for (const id of ids) {
			const [page = "", anchor] = id.split("#");
			const html = pages.get(page) ?? readFileSync(siteDirectory + page, "utf8");
			pages.set(page, html);
			if (anchor !== undefined) expect(html, id).toContain(`id="${anchor}"`);
		}
	});
});
