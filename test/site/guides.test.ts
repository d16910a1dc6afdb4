import { mkdirSync, readdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seriousFindings } from "./accessibility.js";
import { hasBrowser, openPage, startBrowser } from "./browser.js";
import { isBuilt, serveSite, siteDirectory } from "./site-server.js";

const canLook = isBuilt && hasBrowser;
if (!canLook) console.info(`The site is not looked at here: ${isBuilt ? "no chromium" : "npm run docs was not run"}.`);

describe.skipIf(!canLook)("the built site, in Chromium (needs npm run docs and chromium)", () => {
	let site: Awaited<ReturnType<typeof serveSite>>;
	let browser: Browser;

	beforeAll(async () => {
		[site, browser] = await Promise.all([serveSite(), startBrowser()]);
		mkdirSync(`${siteDirectory}screenshots`, { recursive: true });
	});
	afterAll(async () => {
		await browser.close();
		site.close();
	});

	const guides = isBuilt ? readdirSync(`${siteDirectory}documents`) : [];
	const pages = ["index.html", ...guides.map((file) => `documents/${encodeURIComponent(file)}`)];

	test.each(pages)("%s has no error, keeps to itself, and keeps nobody out", { timeout: 60_000 }, async (path) => {
		const { page, troubles, requests } = await openPage(browser, site.url + path);
		await page.locator("h1").first().waitFor();
		expect(await seriousFindings(page)).toEqual([]);
		expect(troubles).toEqual([]);
		expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).toEqual([]);
		await page.setViewportSize({ width: 390, height: 800 });
		expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
		await page.close();
	});

	test("a name shows its type when the pointer is over it", async () => {
		const { page } = await openPage(browser, `${site.url}documents/Filters.html`);
		const name = page.locator(".twoslash-hover", { hasText: /reachable$/ }).first();
		const popup = name.locator(".twoslash-popup-container");
		expect(await popup.isVisible()).toBe(false);
		await name.hover();
		expect(await popup.textContent()).toContain('Criteria<"Contacts">');
		await page.close();
	});

	test("a wrong example shows the compiler's words", async () => {
		const { page } = await openPage(browser, `${site.url}documents/Filters.html`);
		const words = await page.locator(".refused .twoslash-error-line").allInnerTexts();
		expect(words.join("\n")).toContain('Misspelt<"last_name", DidYouMean<"Last_Name">, Contacts>');
		await page.close();
	});

	test("the tabs of an example are reached and changed by keys", async () => {
		const { page } = await openPage(browser, `${site.url}documents/First_export.html`);
		await page.locator("#first-export-0").focus();
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowRight");
		const shown = page.locator("fieldset.example").first().locator(".panel:visible");
		expect(await shown.textContent()).toContain('"api_name": "Created_Time"');
		await page.close();
	});

	test("Enter in the search opens the first section that is found", async () => {
		const { page } = await openPage(browser, `${site.url}documents/Rows.html`);
		await page.locator("#site-search-open").click();
		await page.keyboard.type("between");
		await page.locator("#site-search-results a").first().waitFor();
		await page.keyboard.press("Enter");
		await page.waitForURL("**/documents/Comparators.html#between");
		await page.close();
	});

	test("the search works from the disk", async () => {
		const { page } = await openPage(browser, `file://${siteDirectory}documents/Rows.html`);
		// TypeDoc hides a page until its menu is there.
		await page.locator("h1").first().waitFor();
		await page.keyboard.press("/");
		await page.keyboard.type("webhook");
		const first = page.locator("#site-search-results a").first();
		await first.waitFor();
		expect(await first.innerText()).toContain("Callbacks");
		await page.close();
	});

	test("a guide leads to the one before and the one after", async () => {
		const { page } = await openPage(browser, `${site.url}documents/Comparators.html`);
		await page.locator('.way-on [rel="next"]').click();
		await page.waitForURL("**/documents/Modules_and_lookups.html");
		await page.locator('.way-on [rel="prev"]').click();
		await page.waitForURL("**/documents/Comparators.html");
		await page.close();
	});

	test("the page for what is not there leads back from any depth", async () => {
		const { page } = await openPage(browser, `${site.url}404.html`);
		const first = await page.locator("a").first().getAttribute("href");
		expect(first).toBe("/index.html");
		await page.close();
	});

	test.each([
		["first-page", "index.html", "light"],
		["guide", "documents/First_export.html", "dark"],
	] as const)("a picture of it: %s", async (name, path, colorScheme) => {
		const { page } = await openPage(browser, site.url + path, { colorScheme });
		await page.locator("h1").first().waitFor();
		await page.screenshot({ path: `${siteDirectory}screenshots/${name}.png` });
		await page.close();
	});
});
