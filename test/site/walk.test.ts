import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageName } from "../../docs/finish-page.js";
import { readGuides } from "../../docs/menu.js";
import { hasBrowser, openPage, startBrowser, type WatchedPage } from "./browser.js";
import { isBuilt, serveSite } from "./site-server.js";

/** Tasks of readers: what they search for, and the guide (its file) and section with the answer. */
const tasks: readonly (readonly [task: string, guide: string, section: string])[] = [
	["between on a date-time", "comparators", "#between"],
	["resume an export", "going-on", ""],
	["generate my modules", "your-own-org", ""],
	["rate limits", "limits", "#rate-limits-and-repeated-requests"],
	["webhook", "recipes", "#a-webhook-instead-of-waiting"],
	["test without an account", "recipes", "#a-test-without-an-account"],
	["custom field", "modules", "#fields-of-your-own-on-a-standard-module"],
	["credits", "limits", "#what-an-export-costs"],
	["delete detection", "a-copy", "#what-the-runs-do"],
	["a copy in PostgreSQL", "a-copy", ""],
];

const canLook = isBuilt && hasBrowser;

describe.skipIf(!canLook)("ten tasks (needs npm run docs and chromium)", { timeout: 60_000 }, () => {
	let site: Awaited<ReturnType<typeof serveSite>>;
	let browser: Browser;
	let watched: WatchedPage;
	beforeAll(async () => {
		[site, browser] = await Promise.all([serveSite(), startBrowser()]);
		watched = await openPage(browser, site.url);
	});
	afterAll(async () => {
		await browser.close();
		site.close();
	});
	const titleOf = (guide: string): string =>
		readGuides().find(({ path }) => path.endsWith(`/${guide}.md`))?.title ?? `no guide ${guide}`;
	const addressOf = (guide: string, section: string): string =>
		`${site.url}documents/${pageName(titleOf(guide))}${section}`;

	/** Whether what was looked for stands at the top of the window, or the whole page does. */
	const isInSight = (section: string): Promise<boolean> =>
		watched.page.evaluate((id) => {
			const { top = Number.NaN } = document.getElementById(id)?.getBoundingClientRect() ?? {};
			return id === "" ? scrollY === 0 : top >= 0 && top < innerHeight;
		}, section.slice(1));

	test.each(tasks)("%s: found by its words", async (task, guide, section) => {
		const { page } = watched;
		await page.locator("#site-search-open").click();
		await page.locator("#site-search-input").fill(task);
		await page.locator("#site-search-results a").first().waitFor();
		await page.keyboard.press("Enter");
		await page.waitForURL(addressOf(guide, section));
		await expect.poll(() => isInSight(section)).toBe(true);
	});

	test.each(tasks)("%s: found by the menu, in two clicks", async (_, guide, section) => {
		const { page, visit } = watched;
		await visit(`${site.url}index.html`);
		await page.locator("#tsd-nav-container").getByText(titleOf(guide), { exact: true }).click();
		await page.waitForURL(addressOf(guide, ""));
		if (section !== "") await page.locator(`.tsd-page-navigation a[href$="${section}"]`).click();
		await page.waitForURL(addressOf(guide, section));
		await expect.poll(() => isInSight(section)).toBe(true);
	});
});
