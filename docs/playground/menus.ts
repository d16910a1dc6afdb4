import { dataCenters } from "../../src/facts/data-centers.js";
import { languages } from "../../src/render/render.js";
import { element } from "./elements.js";
import { type Kept, keep } from "./kept.js";
import type { Target } from "./messages.js";

/** Fills the menus for how a query is shown, and restores the last choices. */
export function fillMenus(kept: Kept, onChange: () => void): void {
	const titles = Object.entries(languages).map(([name, { title }]) => [name, title] as const);
	const menus = {
		dataCenter: fill(
			"data-center",
			Object.keys(dataCenters).map((name) => [name, name]),
		),
		apiVersion: fill("api-version", [
			["v2", "v2"],
			["v8", "v8"],
		]),
		language: fill("language", [["builder", "TypeScript, this library"], ...titles]),
	};
	for (const [key, menu] of Object.entries(menus)) {
		const value = kept[key as keyof typeof menus];
		if (value !== undefined && [...menu.options].some((option) => option.value === value)) menu.value = value;
		menu.addEventListener("change", () => {
			keep({ [key]: menu.value });
			onChange();
		});
	}
}

export const readTarget = (): Target => ({
	dataCenter: element<HTMLSelectElement>("data-center").value,
	apiVersion: element<HTMLSelectElement>("api-version").value,
});

/** Shows one half of the page, on screens that have no room for both. */
export function showView(view: "query" | "result"): void {
	document.body.dataset.view = view;
	for (const name of ["query", "result"]) element(`view-${name}`).setAttribute("aria-pressed", String(name === view));
}

function fill(id: string, options: readonly (readonly [value: string, title: string])[]): HTMLSelectElement {
	const menu = element<HTMLSelectElement>(id);
	for (const [value, title] of options) menu.add(new Option(title, value));
	return menu;
}
