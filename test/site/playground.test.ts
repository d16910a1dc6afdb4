import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seriousFindings } from "./accessibility.js";
import { hasBrowser, startBrowser } from "./browser.js";
import { head, openPlayground, type Playground, playgroundAddress, playgroundFile } from "./playground-page.js";
import { isBuilt } from "./site-server.js";

const canLook = isBuilt && hasBrowser;
if (!canLook)
	console.info(`The playground is not tried here: ${isBuilt ? "no chromium" : "npm run docs was not run"}.`);

describe.skipIf(!canLook)("the playground, in Chromium (needs npm run docs and chromium)", { timeout: 60_000 }, () => {
	let browser: Browser;
	let playground: Playground;
	let page: Page;

	beforeAll(async () => {
		browser = await startBrowser();
		playground = await openPlayground(browser);
		page = playground.page;
	});
	afterAll(() => browser.close());

	const write = (text: string): Promise<void> => playground.write(text);

	test("it is one file of less than 1.7 MB, compressed", () => {
		expect(gzipSync(readFileSync(playgroundFile)).length).toBeLessThan(1_700_000);
	});

	test("it opens on the README's query, and shows what becomes of it", async () => {
		expect(await page.locator("#english").textContent()).toContain('Lead_Source is "Advertisement", or Account_Name');
		expect(await page.locator("#tree .condition").count()).toBe(3);
		expect(await page.locator("body").getAttribute("data-view")).toBe("query");
		expect(await page.locator("#verdict").textContent()).toBe("Valid, 3 of 25 conditions");
		expect(await page.locator("#facts").textContent()).toContain("ZohoCRM.bulk.READ");
		expect(await page.locator("#facts").textContent()).toContain("50 API credits");
		await page.locator("label[for=tab-code]").click();
		await page.locator("#language").selectOption("python");
		await page.locator("#program", { hasText: "import urllib.request" }).waitFor();
	});

	describe("tried on one page", () => {
		beforeEach(async () => {
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.emulateMedia({ colorScheme: "light" });
			await playground.begin();
		});

		test("it sends the request where it is told, in the version that is asked for, and remembers both", async () => {
			await page.locator("label[for=tab-curl]").click();
			await page.locator("#data-center").selectOption("eu");
			await page.locator("#api-version").selectOption("v8");
			await page.locator("#curl", { hasText: "https://www.zohoapis.eu/crm/bulk/v8/read" }).waitFor();
			await page.locator("label[for=tab-json]").click();
			expect(await page.locator("#json").textContent()).toContain('"module": { "api_name": "Contacts" }');
			await playground.reopen(playgroundAddress);
			expect(await page.locator("#curl").textContent()).toContain("zohoapis.eu/crm/bulk/v8");
			await page.locator("label[for=tab-curl]").click();
			await page.locator("#data-center").selectOption("us");
			await page.locator("#api-version").selectOption("v2");
		});

		test("it completes a field inside a string, and through a lookup", async () => {
			await write(`${head}\nexport const criteria = Contacts.where("`);
			await page.keyboard.type("Email_O");
			await page.locator(".cm-tooltip-autocomplete li", { hasText: "Email_Opt_Out" }).click();
			expect(await playground.written()).toContain('where("Email_Opt_Out');
			await write(`${head}\nexport const criteria = Contacts.where("Owner.`);
			await page.keyboard.type("last");
			await page.locator(".cm-tooltip-autocomplete li", { hasText: "Owner.last_name" }).waitFor();
		});

		test("it completes the comparators that the field takes, and no others", async () => {
			await write(`${head}\nexport const criteria = Contacts.where("Email_Opt_Out")`);
			await page.keyboard.type(".");
			const offered = page.locator(".cm-tooltip-autocomplete li");
			await offered.first().waitFor();
			expect(await offered.allTextContents()).toEqual(["equal"]);
		});

		test("it says in words what only the run time can know", async () => {
			await write(`${head}\nexport const job = bulkRead(Contacts).select("Email").page(0.5);\n`);
			await page.locator("#problems .sentence", { hasText: "pages are whole numbers from 1" }).waitFor();
		});

		test("it says that a job has no filter, and that a function returned none", async () => {
			await write(`${head}\nexport const job = bulkRead(Contacts).where(null);\n`);
			await page.locator("#english", { hasText: "Every record of Contacts: this job has no filter." }).waitFor();
			await write(`${head}\nexport const job = bulkRead(Contacts).where((where) => { where("Email").isEmpty(); });\n`);
			await page.locator("#problems details", { hasText: "FilterOrNull" }).waitFor();
		});

		test("it stops what does not end, and goes on", async () => {
			await write("for (;;) {}");
			await page.locator("#problems button", { hasText: "was stopped" }).waitFor();
			await page.keyboard.press("Control+Enter");
			await page.locator("#outcome", { hasText: "There is no query yet" }).waitFor();
			await write(`${head}\nexport const job = bulkRead(Contacts).where((where) => where("Email").isEmpty());\n`);
			await page.locator("#english", { hasText: "Email is empty" }).waitFor({ state: "attached" });
		});

		test("it shows a type over a name", async () => {
			await page.locator(".cm-line span", { hasText: "bulkRead" }).last().hover();
			await page.locator(".hover code", { hasText: "bulkRead" }).waitFor();
		});

		test("it exports from the sandbox in the page, and shows states, rows and the time", async () => {
			await page.locator(".cm-content").click();
			await page.keyboard.press("Control+Enter");
			await page.locator("#outcome", { hasText: /\d+ rows in [\d.]+ s/ }).waitFor();
			const states = (await page.locator("#states li").allTextContents()).map((state) => state.split(",")[0]);
			expect(states[0]).toBe("ADDED");
			expect(states.at(-1)).toBe("COMPLETED");
			expect(await page.locator("#rows thead th").allTextContents()).toEqual([
				"Id",
				"Last_Name",
				"Owner.last_name",
				"Account_Name.Phone",
				"Created_Time",
			]);
			expect(await page.locator("#rows tbody tr").count()).toBeGreaterThan(5);
			await write(`${head}\nexport const job = bulkRead(Contacts).where((where) => where("Email").isEmpty());\n`);
			await page.locator("#verdict", { hasText: "Valid, 1 of 25" }).waitFor();
			expect(await page.locator("#rows").textContent()).toBe("");
		});

		test("its examples have no error", async () => {
			const names = await page
				.locator("#examples optgroup option")
				.evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""));
			expect(names.length).toBeGreaterThan(15);
			// The state "checking" may be over before anybody looks, so it is counted.
			await page.locator("#shown").evaluate((shown) => {
				shown.dataset.timesChecked = "0";
				new MutationObserver(() => {
					if (shown.dataset.standing === "checking")
						shown.dataset.timesChecked = String(Number(shown.dataset.timesChecked) + 1);
				}).observe(shown, { attributeFilter: ["data-standing"] });
			});
			const timesChecked = async (): Promise<number> =>
				Number(await page.locator("#shown").getAttribute("data-times-checked"));
			// The first one is already in the editor, so it comes last.
			for (const name of [...names.slice(1), names[0] ?? ""]) {
				const before = await timesChecked();
				await page.locator("#examples").selectOption(name);
				await expect.poll(timesChecked, { timeout: 30_000, message: name }).toBeGreaterThan(before);
				await page.locator("#shown:not([data-standing=checking])").waitFor();
				expect(await page.locator("#verdict").textContent(), name).toContain("Valid");
				expect(await page.locator("#problems").textContent(), name).toBe("");
			}
		});

		test("it keeps nobody out, light and dark", async () => {
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				for (const tab of ["explain", "run"]) {
					await page.locator(`label[for=tab-${tab}]`).click();
					expect(await seriousFindings(page)).toEqual([]);
				}
			}
		});

		test("on a telephone the query and its result are one touch apart, and nothing is wider than the page", async () => {
			await page.setViewportSize({ width: 390, height: 800 });
			await page.emulateMedia({ colorScheme: "dark" });
			await page.locator("#view-query").click();
			expect(await page.locator("#english").isVisible()).toBe(false);
			expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
			await page.locator("#view-result").click();
			expect(await page.locator("#english").isVisible()).toBe(true);
			expect(await page.locator("#editor").isVisible()).toBe(false);
			expect(await seriousFindings(page)).toEqual([]);
			for (const tab of ["json", "curl", "code", "run"]) {
				await page.locator(`label[for=tab-${tab}]`).click();
				expect(await page.evaluate("document.documentElement.scrollWidth"), tab).toBeLessThanOrEqual(390);
			}
		});

		test("everything is reached by keys, and nothing holds them", async () => {
			const reached = new Set<string>();
			for (let step = 0; step < 40; step++) {
				await page.keyboard.press("Tab");
				reached.add(await page.evaluate("document.activeElement.id || document.activeElement.className"));
			}
			for (const id of ["examples", "import", "share", "theme", "b-module", "b-field", "tab-explain"])
				expect([...reached]).toContain(id);
			expect([...reached].join(" ")).toContain("cm-content");
		});
	});

	test("after all that, it has asked for nothing, and had no error", () => {
		expect(playground.requests.filter((url) => !/^(?:file|blob|data|about):/.test(url))).toEqual([]);
		expect(playground.troubles).toEqual([]);
	});
});
