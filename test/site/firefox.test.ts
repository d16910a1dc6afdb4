import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasFirefox, openInFirefox, startFirefox } from "./firefox.js";
import { isBuilt, serveSite } from "./site-server.js";

const canLook = isBuilt && hasFirefox;
if (!canLook)
	console.info(`The site is not looked at in Firefox: ${isBuilt ? "no firefox-esr" : "npm run docs was not run"}.`);

describe.skipIf(!canLook)(
	"the built site, in Firefox (needs npm run docs and firefox-esr)",
	{ timeout: 90_000 },
	() => {
		let site: Awaited<ReturnType<typeof serveSite>>;
		let browser: Browser;

		beforeAll(async () => {
			[site, browser] = await Promise.all([serveSite(), startFirefox()]);
		}, 150_000);
		afterAll(async () => {
			await browser.close();
			site.close();
		});

		test("a guide shows types under the pointer, and changes tabs by keys", async () => {
			const { page, troubles } = await openInFirefox(browser, `${site.url}documents/First_export.html`);
			await page.locator(".typed").hover();
			await page.locator("#type-card:not([hidden])").wait();
			expect(await page.$eval("#type-card", (shown) => shown.textContent)).not.toBe("");
			await page.focus("#first-export-0");
			await page.keyboard.press("ArrowRight");
			await page.keyboard.press("ArrowRight");
			const panels = await page.$$eval("fieldset.example .panel", (all) =>
				all.filter((panel) => panel.checkVisibility()).map((panel) => panel.textContent),
			);
			expect(panels[0]).toContain('"api_name": "Created_Time"');
			expect(troubles).toEqual([]);
			await page.close();
		});

		test("the playground checks what is typed, and exports from its sandbox", async () => {
			const { page, troubles } = await openInFirefox(browser, `${site.url}playground.html`);
			// Where query and result stand side by side.
			await page.setViewport({ width: 1280, height: 900 });
			await page.locator("#editor[data-checked]").setTimeout(60_000).wait();
			await page.locator(".cm-content").click();
			await page.keyboard.down("Control");
			await page.keyboard.press("Enter");
			await page.keyboard.up("Control");
			await page.waitForFunction(() => /\d+ rows in/.test(document.querySelector("#outcome")?.textContent ?? ""));
			expect(await page.$$eval("#rows thead th", (cells) => cells.map((cell) => cell.textContent))).toEqual([
				"Id",
				"Last_Name",
				"Owner.last_name",
				"Account_Name.Phone",
				"Created_Time",
			]);
			await page.locator(".cm-content").click();
			await page.keyboard.type("x(");
			await page.locator("#problems .sentence").wait();
			expect(troubles).toEqual([]);
			await page.close();
		});
	},
);
