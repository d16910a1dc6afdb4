import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readShareHash } from "../../docs/playground/share-link.js";
import { seriousFindings } from "./accessibility.js";
import { hasBrowser, startBrowser } from "./browser.js";
import { head, linkTo, openPlayground, type Playground, playgroundAddress } from "./playground-page.js";
import { isBuilt, siteDirectory } from "./site-server.js";

const canLook = isBuilt && hasBrowser;
const query = (filter: string): string =>
	`${head}\nexport const job = bulkRead(Contacts).where((where) => ${filter});\n`;

describe.skipIf(!canLook)(
	"what is written in the playground (needs npm run docs and chromium)",
	{ timeout: 60_000 },
	() => {
		let browser: Browser;
		let playground: Playground;
		let page: Page;
		beforeAll(async () => {
			browser = await startBrowser();
			playground = await openPlayground(browser);
			page = playground.page;
		});
		afterAll(() => browser.close());
		beforeEach(() => playground.begin());

		const says = (words: string): Promise<void> => page.locator("#verdict", { hasText: words }).waitFor();

		test("while it does not compile, the answer is that of the last query, and is neither copied nor run", async () => {
			await playground.write(query('where("Email_Opt_Out").contains("x")'));
			await says("Last valid query");
			expect(await page.locator("#english").textContent()).toContain("Advertisement");
			for (const button of await page.locator(".copy, #run").all()) expect(await button.isDisabled()).toBe(true);
			expect(await page.locator("#tree").evaluate((tree) => getComputedStyle(tree).opacity)).not.toBe("1");
			expect(await page.locator("#problems .sentence").allTextContents()).toEqual([
				"Line 4: Email_Opt_Out contains: a boolean field does not take the comparator contains. Allowed: equal.",
			]);
			expect(await page.locator("#problems details").getAttribute("open")).toBe(null);
			expect(await page.locator(".cm-lintRange-error").count()).toBe(1);
			expect(await seriousFindings(page)).toEqual([]);
		});

		test("a slip of the hand is mended by a click", async () => {
			await playground.write(query('where("Lead_Sorce").equal("Advertisment")'));
			await page.locator("#problems .sentence", { hasText: 'Did you mean "Lead_Source"' }).waitFor();
			await page.locator("#problems .fix").click();
			await says("Valid, 1 of 25");
			// No org's picklist is known whole.
			await page.locator("#hints button", { hasText: "Advertisement" }).click();
			await page.locator("#english", { hasText: 'Lead_Source is "Advertisement"' }).waitFor();
			expect(await page.locator("#hints").textContent()).toBe("");
		});

		test("what is half typed is one thing", async () => {
			for (const half of ['where("Lead_Source").', 'where("Lead_Source").equal(', 'where("']) {
				await playground.write(`${head}\nexport const job = bulkRead(Contacts).where((where) => ${half}`);
				await page.locator("#problems .sentence", { hasText: "not complete yet" }).waitFor();
				expect(await page.locator("#problems .sentence").count(), half).toBe(1);
			}
		});

		test("an example takes its place, and loses nothing", async () => {
			const mine = query('where("Last_Name").equal("mine")');
			await playground.write(mine);
			await says("Valid, 1 of 25");
			await page.locator("#examples").selectOption("empties");
			await says("Valid, 3 of 25");
			await page.locator(".cm-content").click();
			await page.keyboard.press("Control+z");
			expect(await playground.written()).toContain('equal("mine")');
			await page.locator("#examples").selectOption("dates");
			await page.locator("#examples").selectOption({ label: "Your text from before" });
			expect(await playground.written()).toContain('equal("mine")');
		});

		test("JSON offers to become TypeScript, and mistakes in it are told in words", async () => {
			await playground.write(
				'{ "query": { "module": "Deals", "criteria": { "api_name": "Amount", "comparator": "equal", "value": "5" } } }',
			);
			await page.locator("#problems button", { hasText: "Turn it into TypeScript" }).click();
			await page.locator("#import-use").click();
			await page.locator("#english", { hasText: "Amount is 5" }).waitFor();
			await page.locator("#import").click();
			await page.locator("#import-text").fill("oops");
			await page.locator("#import-use").click();
			await page.locator("#import-mistake", { hasText: 'it begins with "oops"' }).waitFor();
		});

		test("who knows no TypeScript builds a filter, and reads it back", async () => {
			await page.locator("#b-module option", { hasText: "Deals" }).waitFor({ state: "attached" });
			await page.locator("#b-module").selectOption("Deals");
			await page.locator("#b-field").fill("Stage");
			await page.locator("#b-field").press("Tab");
			await page.locator("#b-comparator:enabled").selectOption("equal");
			await page.locator("#b-values input").fill("Qualification");
			await page.locator("#b-and").click();
			await says("Valid, 1 of 25");
			await page.locator("#b-field").fill("Created_Time");
			await page.locator("#b-field").press("Tab");
			await page.locator("#b-zone").selectOption("+05:30");
			await page.locator("#b-comparator").selectOption("between");
			await page.locator("#b-values input").first().fill("2026-01-01T00:00");
			await page.locator("#b-values input").last().fill("2026-06-30T23:59");
			await page.locator("#b-zone").selectOption("+05:30");
			await page.locator("#b-or").click();
			await says("Valid, 2 of 25");
			expect(await page.locator("#b-mistake").textContent()).toBe("");
			expect(await playground.written()).toContain('"2026-06-30T23:59:00+05:30"');
			expect(await page.locator("#chips").textContent()).toContain('Stage is "Qualification"or');
			await page.locator("#chips .chip", { hasText: "Stage" }).click();
			await page.locator("#b-remove").click();
			await says("Valid, 1 of 25");
			// What the type does not permit is absent, and the mistake is beside it.
			await page.locator("#b-field").fill("Amuont");
			await page.locator("#b-field").press("Tab");
			await page.locator("#b-mistake", { hasText: 'Did you mean "Amount"' }).waitFor();
		});

		test("a damaged link says so, and one that needs modules too", async () => {
			await playground.reopen(linkTo(query('where("Last_Name").equal("b")')).slice(0, -9));
			await page.locator("#notice", { hasText: "damaged" }).waitFor();
			await playground.reopen(
				linkTo('import { Projects } from "./zoho.js";\nexport const criteria = Projects.where("Name");\n'),
			);
			await page.locator("#notice", { hasText: "needs modules of its author's own org" }).waitFor();
		});

		test("what a block of the guides opens is a query here, or the mistake that it shows", async () => {
			// One of each kind in each of these: whole blocks, queries of blocks, mistakes.
			const links = ["Comparators", "Jobs,_callbacks_and_pages"].flatMap((guide) => {
				const html = readFileSync(`${siteDirectory}documents/${guide}.html`, "utf8");
				const found = [...html.matchAll(/(#query=[^"]*)">([^<]+)</g)];
				return [...new Map(found.map(([, hash = "", words = ""]) => [words, hash]))];
			});
			expect(links.length).toBeGreaterThan(3);
			for (const [words, hash] of links) {
				await page.evaluate((next) => {
					location.hash = next;
				}, hash);
				const link = readShareHash(hash);
				const text = typeof link === "object" ? link.text : "";
				await expect.poll(async () => (await playground.written()).trim()).toBe(text.trim());
				if (words.startsWith("Mend")) await page.locator("#problems .sentence").first().waitFor();
				else await says("Valid");
			}
		});

		// What these leave is kept.
		test("it is there after a reload, without the address, and in a link", async () => {
			await playground.write(query('where("Last_Name").equal("日本 🎉")'));
			await page.locator("#english", { hasText: "日本 🎉" }).waitFor();
			expect(page.url()).toContain("#query=");
			await page.locator("#theme").click();
			for (const url of [page.url(), playgroundAddress]) {
				await playground.reopen(url);
				expect(await playground.written()).toContain('equal("日本 🎉")');
				expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
			}
		});

		test("modules of one's own are kept, typed and filtered by", async () => {
			const fields = [
				{ api_name: "Name", data_type: "text" },
				{ api_name: "Budget__c", data_type: "currency" },
			];
			const metadata = {
				modules: { modules: [{ api_name: "Projects", api_supported: true }] },
				fields: { Projects: { fields } },
			};
			await page.locator("#import").click();
			await page.locator("#import-text").fill(JSON.stringify(metadata));
			await page.locator("#import-use").click();
			await page.locator("#english", { hasText: "Every record of Projects" }).waitFor();
			await playground.reopen(playgroundAddress);
			await playground.write(
				'import { Projects } from "./zoho.js";\nexport const criteria = Projects.where("Budget__c").greaterThan(100);\n',
			);
			await page.locator("#english", { hasText: "Budget__c is more than 100" }).waitFor();
			expect(await page.locator("#editor").getAttribute("data-checked")).toBe("0");
		});
	},
);
