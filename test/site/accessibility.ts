import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules that depend on how a page looks, and so on its width and theme. They take nearly all of axe's time. */
const rulesOfLooks = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

/** Which rules are asked, and of what. */
export interface Scope {
	/** The rules of looks, the others, or all of them. */
	readonly rules?: "all" | "looks" | "structure";
	/** Parts that are the same on every page, and were looked at. */
	readonly without?: readonly string[];
}

const optionsOf: Readonly<Record<NonNullable<Scope["rules"]>, RunOptions>> = {
	all: {},
	looks: { runOnly: { type: "rule", values: rulesOfLooks } },
	structure: { rules: Object.fromEntries(rulesOfLooks.map((rule) => [rule, { enabled: false }])) },
};

/** What axe finds on a page that keeps people out: the serious and the critical, each with its places. */
export async function seriousFindings(
	page: Page,
	{ rules = "all", without = [] }: Scope = {},
): Promise<readonly string[]> {
	// Evaluated, not added as a script: a page's own policy may let no script in.
	if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
	const options: RunOptions = { resultTypes: ["violations"], ...optionsOf[rules] };
	const { violations } = await page.evaluate<AxeResults>(
		`axe.run(${JSON.stringify({ exclude: without })}, ${JSON.stringify(options)})`,
	);
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/**
 * Takes from a page what looks like what was seen twice before, on it or on an earlier page of the same tab: a third line of code
 * in the same colours looks no different.
 */
export async function keepWhatLooksNew(page: Page): Promise<void> {
	await page.evaluate(() => {
		const seen: Record<string, number> = JSON.parse(sessionStorage.getItem("seen") ?? "{}");
		const look = (element: Element): string =>
			`${element.tagName}.${element.className}{${element.getAttribute("style")}}`;
		const kind = (element: Element): string => `${look(element.parentElement ?? element)} > ${look(element)}`;
		const isKnown = (element: Element): boolean => (seen[kind(element)] ?? 0) >= 2;
		const visit = (element: Element): void => {
			if (isKnown(element) && [...element.querySelectorAll("*")].every(isKnown)) {
				element.remove();
				return;
			}
			seen[kind(element)] = (seen[kind(element)] ?? 0) + 1;
			for (const child of [...element.children]) visit(child);
		};
		visit(document.body);
		sessionStorage.setItem("seen", JSON.stringify(seen));
	});
}
