import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page that keeps people out: the serious and the critical, each with its places. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
	// Evaluated, not added as a script: a page's own policy may let no script in.
	await page.evaluate(axe);
	const { violations } = await page.evaluate<AxeResults>("axe.run()");
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
