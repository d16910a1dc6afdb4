import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { RequestLogEntry } from "../../../src/sandbox/index.js";
import { seriousFindings } from "../../site/accessibility.js";
import { hasBrowser, openPage, type PageOptions, startBrowser } from "../../site/browser.js";
import { longEnough, type RunningSandbox, send, startSandbox } from "../raw-http.js";

const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

describe("the page", () => {
	test("is for browsers alone: everyone else meets the API, and nothing of it is logged, refused or paid for", async () => {
		const log: RequestLogEntry[] = [];
		const { url, sandbox } = await startSandbox({ faults: [{ fault: "500" }], onRequest: (entry) => log.push(entry) });
		const page = await send(`${url}/`, { headers: html });
		expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
		expect(log).toEqual([]);
		expect(sandbox.credits.used).toBe(0);
		expect((await send(`${url}/`)).status).toBe(500);
		expect((await send(`${url}/nowhere`, { headers: html })).status).toBe(500);
		expect(log).toHaveLength(2);
	});

	test("shows names, paths and criteria as text, whatever they hold", async () => {
		const { url } = await startSandbox();
		const page = (await send(`${url}/`, { headers: html })).body.toString();
		expect(page).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/);
		const policy = (await send(`${url}/`, { headers: html })).headers["content-security-policy"];
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toContain("unsafe-inline");
	});

	test("gives no download that is not there", async () => {
		const { url, create, clock } = await startSandbox();
		const id = await create({ query: { module: "Leads" } });
		const download = () => send(`${url}/?download=${id}`, { headers: html });
		expect((await download()).status).toBe(404);
		await clock.advance(longEnough);
		expect((await download()).headers["content-disposition"]).toBe(`attachment; filename="${id}.zip"`);
	});
});

describe.runIf(hasBrowser)("in a browser", () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startBrowser();
	});
	afterAll(() => browser.close());

	async function open(running: RunningSandbox, options?: PageOptions) {
		const watched = await openPage(browser, running.url, options);
		onTestFinished(() => watched.page.close());
		await watched.page.getByText("Live").waitFor();
		return watched;
	}

	const job = (page: Page, id: string) => page.getByRole("listitem").filter({ hasText: id });

	const criteria = {
		group_operator: "or",
		group: [
			{ api_name: "Lead_Source", comparator: "equal", value: "Advertisement" },
			{ api_name: "Account_Name.Phone", comparator: "contains", value: "5" },
		],
	};

	test("a job goes through its states, while the page asks nobody else for anything", async () => {
		const running = await startSandbox({ faults: [{ fault: "429", on: "details", nth: 3 }] });
		const { page, troubles, requests } = await open(running);
		await page.getByText("No jobs yet.").waitFor();
		const id = await running.create({ query: { module: "Contacts", fields: ["Last_Name"], criteria } });
		const shown = job(page, id);
		await shown.getByText("ADDED", { exact: true }).waitFor();
		expect(await shown.textContent()).toContain(
			'Last_Name where Lead_Source is "Advertisement", or Account_Name.Phone contains "5"',
		);
		await running.clock.advance(150);
		await shown.getByText("IN PROGRESS", { exact: true }).waitFor();
		expect(await shown.getByRole("link", { name: "Download" }).isVisible()).toBe(false);
		await running.clock.advance(longEnough);
		await shown.getByText("COMPLETED", { exact: true }).waitFor();
		const { count } = (await running.get(`/crm/bulk/v2/read/${id}`)).json().data[0].result ?? { count: 0 };
		await shown.getByText(`${count} rows`).waitFor();
		await page.getByRole("status").getByText(`Job ${id} on Contacts, page 1: COMPLETED`).waitFor();

		await shown.getByText("Criteria as a tree").click();
		expect(await shown.locator("pre").textContent()).toBe(
			'or\n├ Lead_Source is "Advertisement"\n└ Account_Name.Phone contains "5"',
		);
		await running.create({ query: { module: "Leads" } });
		await page.getByText("Leads, page 1", { exact: true }).waitFor();
		expect(await shown.locator("pre").isVisible(), "what was opened stays open").toBe(true);

		const [download] = await Promise.all([page.waitForEvent("download"), shown.getByRole("link").click()]);
		expect(download.suggestedFilename()).toBe(`${id}.zip`);
		await page.getByRole("row", { name: "POST 201" }).first().waitFor();
		await page.getByText("429@details#3").waitFor();
		await page.getByRole("row", { name: "Contacts 1,000" }).waitFor();
		// A browser gives up the navigation for which it begins a download.
		expect(troubles.filter((trouble) => !trouble.includes("/?download="))).toEqual([]);
		expect(requests.filter((address) => !address.startsWith(running.url) && address !== "data:,")).toEqual([]);
	});

	test("secrets are hidden until a click shows them, which the keyboard can do too", async () => {
		const running = await startSandbox();
		const { page } = await open(running);
		const { refreshToken, clientSecret, accessToken } = running.sandbox.credentials;
		const secrets = async (): Promise<readonly boolean[]> => {
			const text = await page.locator("body").textContent();
			return [refreshToken, clientSecret, accessToken].map((secret) => text?.includes(secret) ?? false);
		};
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.getByText("ZOHO_REFRESH_TOKEN").waitFor();
		expect(await secrets()).toEqual([false, false, false]);
		await page.getByRole("button", { name: "Show secrets" }).focus();
		await page.keyboard.press("Enter");
		expect(await secrets()).toEqual([true, true, true]);
		await page.keyboard.press("Enter");
		expect(await secrets()).toEqual([false, false, false]);
	});

	const looks: readonly PageOptions[] = [
		{ width: 1280, colorScheme: "light" },
		{ width: 1280, colorScheme: "dark" },
		{ width: 360, colorScheme: "light" },
		{ width: 360, colorScheme: "dark" },
	];

	test.each(looks)("nobody is kept out, and nothing sticks out: %j", async (options) => {
		const running = await startSandbox();
		await running.create({ query: { module: "Contacts", criteria } });
		await running.post("/crm/bulk/v2/read", { query: { module: "Nothing_of_this_rather_long_name_is_there" } });
		await running.clock.advance(longEnough);
		const { page, troubles } = await open(running, options);
		await page.getByText("How to use it").click();
		await page.getByText("Criteria as a tree").click();
		expect(await seriousFindings(page)).toEqual([]);
		expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
		expect(troubles).toEqual([]);
	});
});
