import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** Debian's Chromium. */
const executablePath = "/usr/bin/chromium";

/** Whether there is a browser to test with. */
export const hasBrowser: boolean = existsSync(executablePath);

/** Starts a browser that makes no requests of its own. */
export function startBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath,
		args: [
			...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
			...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
		],
	});
}

/** A page that keeps what went wrong on it. */
export interface WatchedPage {
	readonly page: Page;
	/** Errors of scripts and of the console, and requests that failed. */
	readonly troubles: readonly string[];
	/** Every address that was asked for. */
	readonly requests: readonly string[];
	/** Goes to another address, and forgets what was there before. A browser's tab costs more than an address. */
	visit(url: string): Promise<void>;
}

/** How a page is looked at. */
export interface PageOptions {
	readonly width?: number;
	readonly height?: number;
	readonly colorScheme?: "light" | "dark";
	readonly hasTouch?: boolean;
}

/** Opens a page of its own. */
export async function openPage(
	browser: Browser,
	url: string,
	{ width = 1280, height = 900, colorScheme = "light", hasTouch = false }: PageOptions = {},
): Promise<WatchedPage> {
	const page = await browser.newPage({ viewport: { width, height }, colorScheme, hasTouch });
	const troubles: string[] = [];
	const requests: string[] = [];
	page.on("pageerror", (error) => troubles.push(error.message));
	page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
	page.on("requestfailed", (request) => troubles.push(`${request.url()} failed`));
	page.on(
		"response",
		(response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`),
	);
	page.on("request", (request) => requests.push(request.url()));
	const visit = async (next: string): Promise<void> => {
		await page.goto(next);
	};
	await visit(url);
	return {
		page,
		troubles,
		requests,
		visit: async (next) => {
			troubles.length = 0;
			requests.length = 0;
			await visit(next);
		},
	};
}
