import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seriousFindings } from "./accessibility.js";
import { hasBrowser, openPage, type PageOptions, startBrowser, type WatchedPage } from "./browser.js";
import { isBuilt, siteDirectory } from "./site-server.js";

const file = `${siteDirectory}playground.html`;
/** It is opened from the disk, without a server. */
const address = pathToFileURL(file).href;

const canLook = isBuilt && hasBrowser;
if (!canLook)
	console.info(`The playground is not tried here: ${isBuilt ? "no chromium" : "npm run docs was not run"}.`);

describe.skipIf(!canLook)("the playground, in Chromium (needs npm run docs and chromium)", { timeout: 60_000 }, () => {
	let browser: Browser;
	let watched: WatchedPage;
	let page: Page;

	beforeAll(async () => {
		browser = await startBrowser();
	});
	afterAll(() => browser.close());

	const open = async (url = address, options: PageOptions = {}): Promise<void> => {
		watched = await openPage(browser, url, options);
		page = watched.page;
		await page.locator("#editor[data-checked]").waitFor();
	};
	beforeEach(() => open());
	afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

	/** Puts a text into the editor as a person would. */
	const write = async (text: string): Promise<void> => {
		await page.locator(".cm-content").click();
		await page.keyboard.press("Control+a");
		await page.keyboard.insertText(text);
	};
	const written = async (): Promise<string> => (await page.locator(".cm-line").allTextContents()).join("\n");

	const head = 'import { bulkRead } from "zoho-bulk-read";\nimport { Contacts } from "zoho-bulk-read/standard";\n';

	test("it is one file of less than 1.5 MB, compressed", () => {
		expect(gzipSync(readFileSync(file)).length).toBeLessThan(1_500_000);
	});

	test("it begins with an example, and shows what becomes of it", async () => {
		expect(await page.locator("#english").textContent()).toContain("Email is not empty, or Phone is not empty");
		expect(await page.locator("#tree svg").count()).toBe(1);
		await page.locator("label[for=tab-json]").click();
		expect(await page.locator("#json").textContent()).toContain('"module": "Contacts"');
		await page.locator("label[for=tab-program]").click();
		await page.locator("#language").selectOption("python");
		expect(await page.locator("#program").textContent()).toContain("import urllib.request");
	});

	test("it completes a field inside a string, and through a lookup", async () => {
		await write(`${head}\nexport const criteria = Contacts.where("`);
		await page.keyboard.type("Email_O");
		await page.locator(".cm-tooltip-autocomplete li", { hasText: "Email_Opt_Out" }).click();
		expect(await written()).toContain('where("Email_Opt_Out');
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

	test("it shows the compiler's words on a wrong comparator, and the query that was right before", async () => {
		await write(
			`${head}\nexport const job = bulkRead(Contacts).where((where) => where("Email_Opt_Out").contains("x"));\n`,
		);
		await page.locator("#problems button", { hasText: "Property 'contains' does not exist" }).waitFor();
		expect(await page.locator(".cm-lintRange-error").count()).toBe(1);
		expect(await page.locator("#english").textContent()).toContain("Email is not empty");
	});

	test("it says in words what only the run time can know", async () => {
		await write(`${head}\nexport const job = bulkRead(Contacts).select("Email").page(0.5);\n`);
		await page.locator("#problems button", { hasText: "pages are whole numbers from 1" }).waitFor();
	});

	test("it says that a job has no filter, and that a function returned none", async () => {
		await write(`${head}\nexport const job = bulkRead(Contacts).where(null);\n`);
		await page.locator("#english", { hasText: "Every record of Contacts: this job has no filter." }).waitFor();
		await write(`${head}\nexport const job = bulkRead(Contacts).where((where) => { where("Email").isEmpty(); });\n`);
		await page.locator("#problems button", { hasText: "FilterOrNull" }).waitFor();
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
		expect(await page.locator("#rows thead th").allTextContents()).toEqual(["Id", "Last_Name", "Email", "Phone"]);
		expect(await page.locator("#rows tbody tr").count()).toBeGreaterThan(10);
		expect(watched.troubles).toEqual([]);
	});

	test("a link brings the query back", async () => {
		await write(
			`${head}\nexport const job = bulkRead(Contacts).where((where) => where("Last_Name").equal("日本 🎉"));\n`,
		);
		await page.locator("#english", { hasText: "日本 🎉" }).waitFor();
		await page.locator("#share").click();
		await page.waitForURL(/#query=/);
		await open(page.url());
		expect(await written()).toContain('where("Last_Name").equal("日本 🎉")');
		expect(await page.locator("#english").textContent()).toContain("日本 🎉");
	});

	test("it takes modules of one's own", async () => {
		const fields = [
			{ api_name: "Name", data_type: "text" },
			{ api_name: "Budget__c", data_type: "currency" },
		];
		await page.locator("#own").click();
		await page.locator("#metadata").fill("{}");
		await page.locator("#own-use").click();
		await page.locator("#own-mistake", { hasText: "modules" }).waitFor();
		await page.locator("#metadata").fill(
			JSON.stringify({
				modules: { modules: [{ api_name: "Projects", api_supported: true }] },
				fields: { Projects: { fields } },
			}),
		);
		await page.locator("#own-use").click();
		await page.locator("#json", { hasText: '"module": "Projects"' }).waitFor({ state: "attached" });
		await write(
			'import { Projects } from "./zoho.js";\nexport const criteria = Projects.where("Budget__c").greaterThan(100);\n',
		);
		await page.locator("#english", { hasText: "Budget__c is more than 100" }).waitFor();
		expect(await page.locator("#editor").getAttribute("data-checked")).toBe("0");
	});

	test("its examples have no error", async () => {
		const names = await page
			.locator("#examples option")
			.evaluateAll((options) => options.map((option) => option.getAttribute("value")));
		expect(names.length).toBeGreaterThan(10);
		for (const name of names) {
			await page.locator("#json").evaluate((json) => json.replaceChildren());
			await page.locator("#examples").selectOption(name === names[0] ? (names[1] ?? "") : (names[0] ?? ""));
			await page.locator("#examples").selectOption(name ?? "");
			await page.locator("#json", { hasText: "query" }).waitFor({ state: "attached" });
			expect(await page.locator("#problems button").count(), name ?? "").toBe(0);
		}
	});

	test("it asks for nothing, has no error, and keeps nobody out, light and dark", async () => {
		for (const colorScheme of ["light", "dark"] as const) {
			await open(address, { colorScheme });
			expect(await seriousFindings(page)).toEqual([]);
			await page.locator("label[for=tab-run]").click();
			expect(await seriousFindings(page)).toEqual([]);
			expect(watched.requests.filter((url) => !/^(?:file|blob|data):/.test(url))).toEqual([]);
			expect(watched.troubles).toEqual([]);
		}
	});

	test("on a telephone nothing is wider than the page", async () => {
		await open(address, { width: 390, height: 800 });
		expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
	});

	test("everything is reached by keys, and nothing holds them", async () => {
		const reached = new Set<string>();
		for (let step = 0; step < 20; step++) {
			await page.keyboard.press("Tab");
			reached.add(await page.evaluate("document.activeElement.id || document.activeElement.className"));
		}
		for (const id of ["examples", "own", "share", "theme", "tab-english"]) expect([...reached]).toContain(id);
		expect([...reached].join(" ")).toContain("cm-content");
	});

	test("a picture of it", async () => {
		await page.locator("label[for=tab-english]").click();
		await page.screenshot({ path: `${siteDirectory}screenshots/playground.png` });
	});
});
