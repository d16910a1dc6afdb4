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

	test("on a telephone nothing is wider than the page", async () => {
		const { page } = await openPage(browser, `${site.url}documents/Filters.html`, { width: 390, height: 800 });
		expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
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
