import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { writeShareHash } from "../../docs/playground/share-link.js";
import { openPage, type PageOptions, type WatchedPage } from "./browser.js";
import { siteDirectory } from "./site-server.js";

/** The playground's one file. */
export const playgroundFile = `${siteDirectory}playground.html`;

/** It is opened from the disk, without a server. */
export const playgroundAddress: string = pathToFileURL(playgroundFile).href;

/** A link that somebody sends. */
export const linkTo = (text: string): string => playgroundAddress + writeShareHash(text);

/** What a query begins with. */
export const head = 'import { bulkRead } from "zoho-bulk-read";\nimport { Contacts } from "zoho-bulk-read/standard";\n';

/** A playground in a browser, and what a person does with it. */
export interface Playground extends WatchedPage {
	/** Puts a text into the editor as a person would. */
	write(text: string): Promise<void>;
	/** The editor's text. */
	written(): Promise<string>;
	/** Opens it again, in the same browser with its storage. */
	reopen(url: string): Promise<void>;
	/** Puts the README's query back, as one finds it: to load a page with a compiler costs as much as ten tests. */
	begin(): Promise<void>;
}

/** Opens the playground, and waits until the compiler has looked at the text. */
export async function openPlayground(
	browser: Browser,
	url: string = playgroundAddress,
	options: PageOptions = {},
): Promise<Playground> {
	const watched = await openPage(browser, url, options);
	const { page } = watched;
	const checked = page.locator("#editor[data-checked]");
	await checked.waitFor();
	return {
		...watched,
		write: async (text) => {
			await page.locator(".cm-content").click();
			await page.keyboard.press("Control+a");
			await page.keyboard.insertText(text);
		},
		written: async () => (await page.locator(".cm-line").allTextContents()).join("\n"),
		reopen: async (next) => {
			await page.goto("about:blank");
			await page.goto(next);
			await checked.waitFor();
		},
		begin: async () => {
			await page.keyboard.press("Escape");
			await page.locator("#examples").selectOption("empties");
			await page.locator("#verdict", { hasText: "Valid, 3 of 25" }).waitFor();
			await page.locator("#examples").selectOption("first-export");
			await page.locator("#english", { hasText: "Advertisement" }).waitFor({ state: "attached" });
			await page.locator("#shown[data-standing=valid]").waitFor();
			await page.locator("label[for=tab-explain]").click();
		},
	};
}
