import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type MarkdownIt from "markdown-it";
import { Application, Converter, type Models, ReflectionKind, TSConfigReader, TypeDocReader } from "typedoc";
import { teachFences } from "./fences.js";
import { startHighlight } from "./highlight.js";
import { linkNames } from "./link-names.js";
import { writeLlmsText } from "./llms-text.js";
import { buildPlayground } from "./playground/build-playground.js";
import { selfExplaining } from "./undocumented.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const highlight = await startHighlight();

const app = await Application.bootstrapWithPlugins(
	{
		options: `${root}typedoc.json`,
		markdownItLoader: (parser: MarkdownIt) =>
			teachFences(parser, highlight, (mistake) => app.logger.error(mistake as never)),
	},
	[new TypeDocReader(), new TSConfigReader()],
);
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => nameEntryPoints(project));

const project = await app.convert();
if (project) {
	linkNames(project);
	app.options.setValue("intentionallyNotDocumented", selfExplaining(project));
	app.validate(project);
	await app.generateOutputs(project);
	const site = app.options.getValue("out");
	await buildPlayground(`${site}/playground.html`);
	writeFileSync(`${site}/llms.txt`, writeLlmsText(app.options.getValue("projectDocuments")));
}
process.exitCode = app.logger.hasErrors() || app.logger.hasWarnings() ? 1 : 0;

/** Entry points are called what users import. */
function nameEntryPoints(project: Models.ProjectReflection): void {
	for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
		module.name = module.name === "index" ? "zoho-bulk-read" : `zoho-bulk-read/${module.name}`;
	}
}
