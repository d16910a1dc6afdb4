import { existsSync } from "node:fs";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

/** Debian's Firefox. */
const executablePath = "/usr/bin/firefox-esr";

/** In milliseconds: its first start makes a profile, which takes longer than the usual 30 seconds on a busy machine. */
const startTimeout = 120_000;

/** Whether there is a Firefox to test with. */
export const hasFirefox: boolean = existsSync(executablePath);

/** Starts Firefox, driven by WebDriver BiDi: Playwright's protocol needs a Firefox of its own. */
export function startFirefox(): Promise<Browser> {
	return puppeteer.launch({ browser: "firefox", executablePath, headless: true, timeout: startTimeout });
}

/** A page of Firefox that keeps what went wrong on it. */
export interface FirefoxPage {
	readonly page: Page;
	/** Errors of scripts and of the console, and answers that are errors. */
	readonly troubles: readonly string[];
}

/** Opens a page of its own. */
export async function openInFirefox(browser: Browser, url: string): Promise<FirefoxPage> {
	const page = await browser.newPage();
	const troubles: string[] = [];
	page.on("pageerror", (error) => troubles.push(String(error)));
	page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
	page.on(
		"response",
		(response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`),
	);
	await page.goto(url);
	return { page, troubles };
}
