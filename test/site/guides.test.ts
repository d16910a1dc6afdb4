import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepWhatLooksNew, seriousFindings } from "./accessibility.js";
import { hasBrowser, openPage, startBrowser } from "./browser.js";
import { findRepresentativePages, listPages } from "./representative-pages.js";
import { isBuilt, serveSite, siteDirectory } from "./site-server.js";

const canLook = isBuilt && hasBrowser;
if (!canLook) console.info(`The site is not looked at here: ${isBuilt ? "no chromium" : "npm run docs was not run"}.`);

describe.skipIf(!canLook)(
	"the built site, in Chromium (needs npm run docs and chromium)",
	{ timeout: process.env.AXE_PAGES === "all" ? 7_200_000 : 180_000 },
	() => {
		let site: Awaited<ReturnType<typeof serveSite>>;
		let browser: Browser;

		beforeAll(async () => {
			[site, browser] = await Promise.all([serveSite(), startBrowser()]);
		});
		afterAll(async () => {
			await browser.close();
			site.close();
		});

		const paths = isBuilt ? listPages() : [];
		// What is new on a page of the 500 is on one of these; `AXE_PAGES=all` opens every one, which takes an hour and more.
		const inspected = process.env.AXE_PAGES === "all" ? paths : findRepresentativePages(paths);
		const guides = paths.filter((path) => path === "index.html" || path.startsWith("documents/"));

		test("no guide, and nothing that the reference has, has an error, asks for others or keeps anybody out", async () => {
			const { page, troubles, requests, visit } = await openPage(browser, "about:blank");
			const found: string[] = [];
			const look = async (colorScheme: "light" | "dark", width: number): Promise<void> => {
				await page.emulateMedia({ colorScheme });
				await page.setViewportSize({ width, height: 900 });
			};
			// It is the same on every page.
			let without: readonly string[] = [];
			for (const path of new Set([...guides, ...inspected])) {
				const axe: string[] = [];
				await look("light", 390);
				await visit(site.url + encodeURI(path));
				await page.locator("h1").first().waitFor();
				if ((await page.evaluate<number>("document.documentElement.scrollWidth")) > 390)
					axe.push("it scrolls sideways");
				if (inspected.includes(path)) {
					axe.push(...(await seriousFindings(page, { rules: "structure", without })));
					await keepWhatLooksNew(page);
					for (const width of [390, 1280])
						for (const colorScheme of ["light", "dark"] as const) {
							await look(colorScheme, width);
							axe.push(...(await seriousFindings(page, { rules: "looks", without })));
						}
				}
				const strangers = requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"));
				found.push(...[...axe, ...troubles, ...strangers].map((words) => `${path}: ${words}`));
				if (inspected.includes(path)) without = [".site-menu"];
			}
			expect(found).toEqual([]);
			await page.close();
		});

		test("a name shows its type under a pointer, and by the arrow keys of the block it is in", async () => {
			const { page } = await openPage(browser, `${site.url}documents/Filters.html`);
			const card = page.locator("#type-card");
			const name = page.locator(".typed", { hasText: /^reachable$/ }).first();
			await name.hover();
			expect(await card.textContent()).toContain('Criteria<"Contacts">');
			await page.locator("h1").hover();
			await card.waitFor({ state: "hidden" });

			await page.locator("pre:has(.typed)").first().focus();
			await page.keyboard.press("ArrowRight");
			const first = await card.textContent();
			expect(first).not.toBe("");
			await page.keyboard.press("ArrowRight");
			expect(await card.textContent()).not.toBe(first);
			await page.keyboard.press("ArrowLeft");
			expect(await card.textContent()).toBe(first);
			await page.keyboard.press("Escape");
			expect(await card.isVisible()).toBe(false);
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("Tab");
			expect(await card.isVisible()).toBe(false);

			// The language's own names have nothing to say.
			await page.goto(`${site.url}documents/First_export.html`);
			const names = await page.locator(".typed").allTextContents();
			expect(names).toContain("createClient");
			for (const known of ["process", "console", "log"]) expect(names).not.toContain(known);
			await page.close();
		});

		test("a name shows its type at a touch, within the page", async () => {
			const { page } = await openPage(browser, `${site.url}documents/First_export.html`, {
				width: 390,
				hasTouch: true,
			});
			const card = page.locator("#type-card");
			for (const name of ["between", "createClient", "Contacts"]) {
				await page
					.locator(".typed", { hasText: new RegExp(`^${name}$`) })
					.last()
					.tap();
				expect(await card.textContent()).toContain(name);
				const { x = 0, width = 0 } = (await card.boundingBox()) ?? {};
				expect([x >= 0, x + width <= 390]).toEqual([true, true]);
			}
			await page.locator("h1").tap();
			expect(await card.isVisible()).toBe(false);
			await page.close();
		});

		test("a telephone's menu leads to the playground", async () => {
			const { page } = await openPage(browser, `${site.url}documents/Rows.html`, { width: 390, hasTouch: true });
			await page.locator("#tsd-toolbar-menu-trigger").tap();
			await page.locator("#tsd-nav-container").getByText("Playground", { exact: true }).tap();
			await page.waitForURL("**/playground.html*");
			await page.close();
		});

		test("a wrong example shows the compiler's words, and is copied without them", async () => {
			const { page } = await openPage(browser, `${site.url}documents/Filters.html`);
			const words = await page.locator(".refused .compiler-words").allInnerTexts();
			expect(words.join("\n")).toContain('Misspelt<"last_name", DidYouMean<"Last_Name">, Contacts>');
			await page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }");
			await page.locator(".refused .copy").first().click();
			expect(await page.evaluate("globalThis.copied")).toMatch(/^import [\s\S]+;$/);
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
			expect(await first.textContent()).toContain("A webhook");
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
	},
);
