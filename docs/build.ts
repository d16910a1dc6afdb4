import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type MarkdownIt from "markdown-it";
import { Application, Converter, type Models, PageEvent, ReflectionKind, TSConfigReader, TypeDocReader } from "typedoc";
import { categorize, categoryOrder } from "./categorize.js";
import { blocksOf, teachFences } from "./fences.js";
import { fillGuides } from "./fill-guides.js";
import { finishPage } from "./finish-page.js";
import { startHighlight } from "./highlight.js";
import { linkNames, partsOf } from "./link-names.js";
import { writeLlmsText } from "./llms-text.js";
import { readGuides } from "./menu.js";
import { introduceModules } from "./module-pages.js";
import { buildPlayground } from "./playground/build-playground.js";
import { startOpener } from "./playground/open-queries.js";
import { buildSearch, sectionsOf } from "./search/build-search.js";
import type { Section } from "./search/section.js";
import { SiteTheme } from "./site-theme.js";
import { startSnippetCompiler } from "./snippet-compiler.js";
import { selfExplaining } from "./undocumented.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { readonly version: string };
for (const path of fillGuides()) console.log(`Filled ${path}`);
const guides = readGuides().map(({ path }) => path);
const changelog = [`${root}CHANGELOG.md`].filter((path) => existsSync(path));
const compiler = startSnippetCompiler();
const highlight = await startHighlight(compiler);
const opener = startOpener();

const app = await Application.bootstrapWithPlugins(
	{
		options: `${root}typedoc.json`,
		projectDocuments: [...guides, ...changelog],
		theme: "site",
		categoryOrder: [...categoryOrder],
		markdownItLoader: (parser: MarkdownIt) =>
			teachFences(parser, { highlight, compiler, opener }, (mistake) => app.logger.error(mistake as never)),
	},
	[new TypeDocReader(), new TSConfigReader()],
);
app.renderer.defineTheme("site", SiteTheme);
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
	nameParts(project);
	introduceModules(project);
	categorize(project);
});
const sections: Section[] = [];
app.renderer.on(PageEvent.END, (page) => {
	sections.push(...sectionsOf(page));
	finishPage(page, { version, writeCards: highlight.writeCards });
});

const project = await app.convert();
if (project) {
	linkNames(project);
	const texts = [
		...[...guides, `${root}docs/front.md`].map((path) => readFileSync(path, "utf8")),
		...Object.values(project.reflections).flatMap((reflection) => partsOf(reflection).map(({ text }) => text)),
	];
	const blocks = texts.flatMap((text) => blocksOf(text, compiler));
	compiler.take(blocks.map(({ code }) => code));
	opener.take(blocks);
	app.options.setValue("intentionallyNotDocumented", selfExplaining(project));
	app.validate(project);
	await app.generateOutputs(project);
	const site = app.options.getValue("out");
	await Promise.all([buildPlayground(`${site}/playground.html`), buildSearch(sections, `${site}/assets`)]);
	cpSync(`${root}docs/404.html`, `${site}/404.html`);
	writeFileSync(`${site}/llms.txt`, writeLlmsText(guides));
}
process.exitCode = app.logger.hasErrors() || app.logger.hasWarnings() ? 1 : 0;

/** TypeDoc names entry points and documents after their files; readers know them by other names. */
function nameParts(project: Models.ProjectReflection): void {
	for (const document of project.documents ?? []) if (document.name.endsWith("CHANGELOG")) document.name = "Changelog";
	for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
		module.name = module.name === "index" ? "zoho-bulk-read" : `zoho-bulk-read/${module.name}`;
	}
}
