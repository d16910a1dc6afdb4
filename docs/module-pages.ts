import {
	Comment,
	type CommentDisplayPart,
	type DeclarationReflection,
	type DefaultThemeRenderContext,
	JSX,
	Models,
	type PageEvent,
	ReflectionKind,
} from "typedoc";

/** Whether a page is about a standard module: its descriptor, or the interface of its fields. */
export function isStandardModule(model: Models.Reflection): model is DeclarationReflection {
	return model.isDeclaration() && model.parent?.name === "zoho-bulk-read/standard";
}

/** TypeDoc's titles, "Variable Contacts" and "Interface Contacts", say nothing about CRM modules, and cannot be told apart. */
export function moduleTitle({ model }: PageEvent): string | undefined {
	if (!(model instanceof Models.Reflection) || !isStandardModule(model)) return undefined;
	return model.kindOf(ReflectionKind.Interface) ? `Fields of ${model.name}` : `${model.name}, a standard module`;
}

/** Puts a module's purpose at the start of its comments. Call this after the entry points have been renamed. */
export function introduceModules(project: Models.ProjectReflection): void {
	for (const model of Object.values(project.reflections).filter(isStandardModule)) {
		const { name, comment } = model;
		const fields = fieldsOf(model);
		const begin = model.kindOf(ReflectionKind.Variable)
			? `Filters and exports ${name}, a standard module of Zoho CRM with ${fields.length} fields.\n\n${writeExample(name, fields)}`
			: `The ${fields.length} fields of ${name}, by API name. They type this module's filters and rows.`;
		const origin = (comment?.summary ?? []).map((part) => ({ ...part, text: part.text.replace(`${name}. `, "") }));
		model.comment = new Comment([{ kind: "text", text: `${begin}\n\n` }, ...origin]);
	}
}

function writeExample(name: string, fields: readonly DeclarationReflection[]): string {
	const moment = ["Modified_Time", "Created_Time"].find((wanted) => fields.some((field) => field.name === wanted));
	const filter =
		moment === undefined ? "" : `\n  .where((where) => where("${moment}").greaterEqual("2026-01-01T00:00:00Z"))`;
	return `\`\`\`ts\nexport const job = bulkRead(${name})${filter};\n\`\`\``;
}

/** The fields of a module, from its interface or from the descriptor with the same name. */
function fieldsOf(model: DeclarationReflection): readonly DeclarationReflection[] {
	const isFields = ({ name, kind }: Models.Reflection): boolean =>
		name === model.name && kind === ReflectionKind.Interface;
	const { children = [] } = model.parent as DeclarationReflection;
	return children.find(isFields)?.children ?? [];
}

/** Writes a module's page: its purpose, what it can do, and its fields as a table. */
export function writeModulePage(context: DefaultThemeRenderContext, model: DeclarationReflection): JSX.Element {
	const fields = fieldsOf(model);
	const [begin, ...origin] = model.comment?.summary ?? [];
	const introduction = render(context.displayParts(begin && [begin]));
	const known = render(context.displayParts(origin));
	if (model.kindOf(ReflectionKind.Interface)) return raw(introduction + known + writeFields(context, model, fields));
	const type = render(context.type(model.type));
	context.page.pageHeadings.push(heading("What it can do", "members"), heading("Fields", "fields"));
	return raw(
		`${introduction}<div class="tsd-signature">${model.name}: ${type}</div>` +
			`<h2 id="members">What it can do</h2>${writeMembers(context, model)}` +
			`<h2 id="fields">Fields</h2>${known}<details><summary>All ${fields.length} fields</summary>` +
			`${writeFields(context, model, fields)}</details>`,
	);
}

/** Writes the content of a table cell, which cannot hold paragraphs. */
function writeLine(context: DefaultThemeRenderContext, parts: readonly CommentDisplayPart[] | undefined): string {
	return render(context.displayParts(parts)).replace(/<\/?(?:p|div)\b[^>]*>/g, "");
}

/** Writes the members that every module has. Those that start a filter come first. */
function writeMembers(context: DefaultThemeRenderContext, model: DeclarationReflection): string {
	const members = Object.values(model.project.reflections)
		.filter(({ name, kind }) => name === "Module" && kind === ReflectionKind.Interface)
		.flatMap((module) => (module.isDeclaration() ? (module.children ?? []) : []))
		// Members that only carry types do not exist at run time.
		.filter(({ flags }) => !flags.isOptional);
	const rank = ({ name, kind }: DeclarationReflection): number =>
		name === "where" ? 0 : kind === ReflectionKind.Method ? 1 : 2;
	members.sort((one, other) => rank(one) - rank(other));
	const rows = members.map((member) => {
		const label = rank(member) < 2 ? `${member.name}()` : member.name;
		const summary = member.signatures?.[0]?.comment?.summary ?? member.comment?.summary;
		return [`<a href="${context.urlTo(member)}"><code>${label}</code></a>`, writeLine(context, summary)];
	});
	return writeTable(
		`What ${model.name} can do`,
		["member", "what it is"],
		rows.map((cells) => ({ cells })),
	);
}

function writeFields(
	context: DefaultThemeRenderContext,
	model: DeclarationReflection,
	fields: readonly DeclarationReflection[],
): string {
	const isHome = model.kindOf(ReflectionKind.Interface);
	const rows = fields.map((field) => ({
		...(isHome && { id: context.getAnchor(field) }),
		cells: [
			`<code>${field.name}</code>`,
			`<code>${render(context.type(field.type))}</code>`,
			writeLine(context, field.comment?.summary),
		],
	}));
	return writeTable(`Fields of ${model.name}`, ["field", "type", "what is known"], rows);
}

interface TableRow {
	readonly id?: string | undefined;
	readonly cells: readonly string[];
}

function writeTable(label: string, heads: readonly string[], rows: readonly TableRow[]): string {
	const body = rows.map(({ id, cells }) => {
		const place = id === undefined ? "" : ` id="${id}"`;
		return `<tr${place}>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
	});
	const head = heads.map((words) => `<th>${words}</th>`).join("");
	return (
		`<div class="table tsd-typography${rows.length > 20 ? " fields" : ""}" tabindex="0" role="region" aria-label="${label}">` +
		`<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`
	);
}

const heading = (text: string, anchor: string) => ({ link: `#${anchor}`, text, classes: "" });
const raw = (html: string): JSX.Element => JSX.createElement(JSX.Raw, { html });
const render = (element: JSX.Children): string => JSX.renderElement(JSX.createElement(JSX.Fragment, null, element));
