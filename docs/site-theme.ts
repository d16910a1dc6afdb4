import { DefaultTheme, DefaultThemeRenderContext, type Models, type NavigationElement, type PageEvent } from "typedoc";
import { readGuides } from "./menu.js";
import { isStandardModule, writeModulePage } from "./module-pages.js";

/** TypeDoc's theme with our menu (the guides in groups, then the API) and shorter pages for modules. */
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

	override getRenderContext(page: PageEvent<Models.Reflection>): DefaultThemeRenderContext {
		const context = new DefaultThemeRenderContext(this.router, this, page, this.application.options);
		const { reflectionTemplate } = context;
		context.reflectionTemplate = (event) =>
			isStandardModule(event.model) ? writeModulePage(context, event.model) : reflectionTemplate(event);
		return context;
	}
}
