import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { hasBrowser, openPage, startBrowser } from "./browser.js";
import { hasFirefox, startFirefox } from "./firefox.js";
import { serveSite, siteDirectory } from "./site-server.js";

/** The folder for screenshots. Each build of the docs deletes it. */
const folder = `${siteDirectory}screenshots/`;

/** The picture in the README. */
const readmePicture = fileURLToPath(new URL("../../docs/playground.png", import.meta.url));

const pages = {
	front: "index.html",
	guide: "documents/First_export.html",
	playground: "playground.html",
	reference: "functions/zoho-bulk-read.bulkRead.html",
	module: "variables/zoho-bulk-read_standard.Contacts.html",
} as const;

/** A picture, and what is on it. */
export interface Picture {
	readonly file: string;
	readonly browser: "chromium" | "firefox";
	readonly path: string;
	readonly width: number;
	readonly theme: "light" | "dark";
}

/** Every picture that is taken. */
export function listPictures(): readonly Picture[] {
	const browsers = ["chromium", "firefox"] as const;
	return browsers.flatMap((browser) =>
		Object.entries(pages).flatMap(([name, path]) =>
			[1280, 390].flatMap((width) =>
				(["light", "dark"] as const).map((theme) => {
					const file = `${name}-${browser}-${width}-${theme}.png`;
					return { file, browser, path, width, theme };
				}),
			),
		),
	);
}

/** Once it is there, a page of its kind can be looked at: on a telephone the playground has it on its other view. */
const readyMark = (path: string): string => (path === pages.playground ? "#shown[data-standing=valid]" : "h1");

async function takeInChromium(site: string, pictures: readonly Picture[]): Promise<void> {
	const browser = await startBrowser();
	for (const { file, path, width, theme } of pictures) {
		const { page } = await openPage(browser, site + path, { width, colorScheme: theme });
		await page.locator(readyMark(path)).first().waitFor({ state: "attached" });
		await page.screenshot({ path: folder + file });
		if (path === pages.playground && width === 1280 && theme === "light" && process.argv.includes("--readme"))
			await page.screenshot({ path: readmePicture });
		await page.close();
	}
	await browser.close();
}

async function takeInFirefox(site: string, pictures: readonly Picture[]): Promise<void> {
	const browser = await startFirefox();
	const page = await browser.newPage();
	// One key for the guides and the playground; WebDriver BiDi has no command for the system's theme.
	await page.goto(`${site}404.html`);
	for (const { file, path, width, theme } of pictures) {
		await page.evaluate((wanted) => localStorage.setItem("tsd-theme", wanted), theme);
		await page.setViewport({ width, height: 900 });
		await page.goto(site + path);
		await page.waitForSelector(readyMark(path), { timeout: 60_000 });
		await page.screenshot({ path: folder + file });
	}
	await browser.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	mkdirSync(folder, { recursive: true });
	const site = await serveSite();
	const pictures = listPictures();
	const of = (browser: Picture["browser"]) => pictures.filter((picture) => picture.browser === browser);
	if (hasBrowser) await takeInChromium(site.url, of("chromium"));
	if (hasFirefox) await takeInFirefox(site.url, of("firefox"));
	site.close();
	console.log(`Pictures of the site: ${folder}`);
}
