import { DefaultTheme, type Models, type NavigationElement } from "typedoc";
import { readGuides } from "./menu.js";

/** TypeDoc's theme, with the guides in the groups of the menu and the API behind them. */
export class SiteTheme extends DefaultTheme {
	override buildNavigation(project: Models.ProjectReflection): NavigationElement[] {
		const elements = super.buildNavigation(project);
		const byTitle = new Map(elements.map((element) => [element.text, element]));
		const groups = new Map<string, NavigationElement[]>();
		for (const { title, group } of readGuides()) {
			const element = byTitle.get(title);
			if (element) groups.set(group, [...(groups.get(group) ?? []), element]);
			byTitle.delete(title);
		}
		groups.get("Start")?.push({ text: "Playground", path: "playground.html" });
		groups.set("Reference", [...byTitle.values()]);
		return [...groups].map(([text, children]) => ({ text, children }));
	}
}
