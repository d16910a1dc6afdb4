import { readFileSync } from "node:fs";
import ts from "typescript";

/** A text for the playground, made from a block of code. It may turn out not to run there. */
export interface Candidate {
	readonly text: string;
	/** Whether it contains the whole block. */
	readonly isWhole: boolean;
}

const cut = /^export \{\};\n|^\/\/ ---cut---\n/gm;

/** Values for the names that short pieces of code use without declaring them: see `snippet-globals.d.ts`. */
const given = parse(readFileSync(new URL("../snippet-values.ts", import.meta.url), "utf8"));

/**
 * Lists texts that may show a block's query, the best first: the block, the block with its query exported, and only the
 * statements that one query needs, with their imports. This only looks at names; the compiler decides later.
 */
export function listQueries(code: string): readonly Candidate[] {
	const block = parse(code.replace(cut, ""));
	const statements = block.statements.filter((statement) => !ts.isImportDeclaration(statement));
	const queries = listExpressions(block);
	return [
		{ text: `${block.text.trim()}\n`, isWhole: true },
		...queries.flatMap((query) => write(query, statements)),
		...queries.flatMap((query) => write(query)),
	];
}

function parse(text: string): ts.SourceFile {
	return ts.createSourceFile("block.ts", text, ts.ScriptTarget.ES2022, true);
}

/** The expressions that may build a query: jobs, filters, and other calls whose result the block does not use. */
function listExpressions(block: ts.SourceFile): readonly ts.CallExpression[] {
	const jobs: ts.CallExpression[] = [];
	const filters: ts.CallExpression[] = [];
	const others: ts.CallExpression[] = [];
	const visit = (node: ts.Node): void => {
		const name = firstName(node);
		const isCall = ts.isCallExpression(node);
		if (isCall && name === "bulkRead") jobs.push(node);
		else if (isCall && ["where", "and", "or", "not"].includes(name)) filters.push(node);
		else {
			if (isCall && ts.isExpressionStatement(node.parent) && ts.isIdentifier(node.expression)) others.push(node);
			ts.forEachChild(node, visit);
		}
	};
	visit(block);
	return [...jobs, ...filters, ...others];
}

/** The name of the first call in a chain: `where` in `Leads.where("Email").isEmpty()`. */
function firstName(node: ts.Node): string {
	if (ts.isCallExpression(node)) {
		const { expression } = node;
		if (ts.isIdentifier(expression)) return expression.text;
		if (ts.isPropertyAccessExpression(expression)) {
			return ts.isIdentifier(expression.expression) ? expression.name.text : firstName(expression.expression);
		}
	}
	return "";
}

/** Writes an exported query and some statements of the block, with everything that they need. */
function write(query: ts.CallExpression, statements: readonly ts.Statement[] = []): readonly Candidate[] {
	const isWhole = statements.length > 0;
	const home = homeOf(query);
	const conditions = isWhole ? [] : conditionsOf(query);
	const needs = collectNeeds([...statements, home ?? query, ...conditions]);
	if (needs === undefined || (isWhole && !home)) return [];
	const ordered = needs.statements.sort((one, other) => placeOf(one) - placeOf(other));
	return exportsOf(query).map((exported) => {
		const parts = ordered.map((statement) => {
			const { before, text, after } = partsOf(statement);
			if (statement !== home) return before + text + after;
			if (ts.isExpressionStatement(statement)) return before + exported + after;
			return `${before}export ${text.replace(/^export /, "")}${after}`;
		});
		const guards = conditions.map(
			(condition) => `if (!(${condition.getText()})) throw new Error("There is no query.");`,
		);
		const lines = [...needs.loops, ...guards].map((line) => `\n${line}`);
		const body = [...parts, ...lines, ...(home ? [] : [`\n\n${exported}`])].join("").trim();
		const imports = writeImports(needs.imports, exported.includes("bulkRead(") ? ["bulkRead"] : []);
		return { text: `${imports}\n\n${body}\n`.trimStart(), isWhole };
	});
}

/** Exports a query. A filter is exported as a job too, if possible: for a filter alone, the playground must know its module. */
function exportsOf(query: ts.CallExpression): readonly string[] {
	const text = dedent(query);
	if (firstName(query) === "bulkRead") return [`export const job = ${text};`];
	const [, module] = /^(\w+)\.where\(/.exec(text) ?? [];
	const asJob = module === undefined ? [] : [`export const job = bulkRead(${module}).where(${text});`];
	return [`export const criteria = ${text};`, ...asJob];
}

function writeImports(imported: ReadonlyMap<string, ReadonlySet<string>>, more: readonly string[]): string {
	const main = '"zoho-bulk-read"';
	const all = new Map([...imported, [main, new Set([...(imported.get(main) ?? []), ...more])]]);
	const lines = [...all].filter(([, names]) => names.size > 0).sort();
	return lines.map(([from, names]) => `import { ${[...names].sort().join(", ")} } from ${from};`).join("\n");
}

/** The conditions under which the block reaches a query. */
function conditionsOf(query: ts.Node): readonly ts.Expression[] {
	const conditions: ts.Expression[] = [];
	for (let node = query; !ts.isSourceFile(node); node = node.parent) {
		const { parent } = node;
		if (ts.isIfStatement(parent) && parent.thenStatement === node) conditions.unshift(parent.expression);
	}
	return conditions;
}

/** The statement that only makes this query, if there is one. */
function homeOf(query: ts.Expression): ts.Statement | undefined {
	const { parent } = query;
	const statement = ts.isVariableDeclaration(parent) ? parent.parent.parent : parent;
	const isHome = ts.isExpressionStatement(statement) || ts.isVariableStatement(statement);
	return isHome && ts.isSourceFile(statement.parent) ? statement : undefined;
}

/** A statement with its comments. A comment on the previous statement's line belongs to that statement. */
function partsOf(statement: ts.Statement): { readonly before: string; readonly text: string; readonly after: string } {
	const { text } = statement.getSourceFile();
	if (statement.getSourceFile() === given)
		return { before: "\n", text: statement.getText().replace(/^export /, ""), after: "" };
	const before = text.slice(statement.pos, statement.getStart());
	const [, after = ""] = /^([^\S\n]*\/\/.*)/.exec(text.slice(statement.end)) ?? [];
	return {
		before: statement.pos === 0 ? `\n${before}` : before.replace(/^[^\n]*/, ""),
		text: statement.getText(),
		after,
	};
}

/** The given values must come before the block. */
const placeOf = (node: ts.Node): number => node.pos - (node.getSourceFile() === given ? 1_000_000 : 0);

/** The lines of a nested expression, indented as if it were not nested. */
function dedent(query: ts.Expression): string {
	const lines = query.getText().split("\n");
	const indents = lines.slice(1).map((line) => /^\t*/.exec(line)?.[0].length ?? 0);
	const least = Math.max(0, Math.min(...indents) - 1);
	return lines.map((line, index) => (index === 0 ? line : line.slice(least))).join("\n");
}

/** What some pieces of code need to run without the rest of the block. */
interface Needs {
	readonly statements: ts.Statement[];
	/** The imported names, by the quoted name of their module. */
	readonly imports: ReadonlyMap<string, ReadonlySet<string>>;
	/** Code that runs the first round of the loops around them. */
	readonly loops: readonly string[];
}

/** The statements among some nodes, and all that they need; `undefined` if they need something that only a caller knows. */
function collectNeeds(nodes: readonly ts.Node[]): Needs | undefined {
	const seen = new Set(nodes);
	const imported = new Map<string, Set<string>>();
	const loops = new Set<string>();
	for (const node of seen) {
		for (const name of namesIn(node)) {
			const found = lookUp(name, node);
			if (found === undefined) continue;
			if (ts.isImportDeclaration(found)) {
				const from = found.moduleSpecifier.getText();
				imported.set(from, (imported.get(from) ?? new Set()).add(writtenImport(found, name.text)));
			} else if (ts.isForOfStatement(found)) {
				const first = ts.isArrayLiteralExpression(found.expression) ? found.expression.elements[0] : undefined;
				if (!first) return undefined;
				loops.add(`const ${name.text} = ${first.getText()};`);
				seen.add(first);
			} else if (ts.isStatement(found)) seen.add(found);
			else return undefined;
		}
	}
	return {
		statements: [...seen].filter(ts.isStatement),
		imports: imported,
		loops: [...loops],
	};
}

/** The names that a piece of code uses, except the names of members. */
function namesIn(node: ts.Node): readonly ts.Identifier[] {
	const names: ts.Identifier[] = [];
	const visit = (inner: ts.Node): void => {
		if (ts.isIdentifier(inner) && !isMember(inner)) names.push(inner);
		ts.forEachChild(inner, visit);
	};
	visit(node);
	return names;
}

function isMember(name: ts.Identifier): boolean {
	const { parent } = name;
	if (ts.isPropertyAccessExpression(parent)) return parent.name === name;
	if (ts.isBindingElement(parent)) return parent.propertyName === name;
	return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === name;
}

/** Finds the declaration of a name that a node uses; `undefined` if the node itself or the language declares it. */
function lookUp(name: ts.Identifier, within: ts.Node): ts.Node | undefined {
	let isInside = true;
	for (let scope: ts.Node = name; !ts.isSourceFile(scope); scope = scope.parent) {
		if (scope === within) isInside = false;
		const { parent } = scope;
		const found = membersOf(parent).find((member) => declares(member, name.text));
		if (found === undefined) continue;
		if (isInside || found === within) return undefined;
		if (ts.isForOfStatement(parent)) return parent;
		return standIn(name.text, found) ?? found;
	}
	return given.statements.find((statement) => declares(statement, name.text));
}

function membersOf(node: ts.Node): readonly ts.Node[] {
	if (ts.isFunctionLike(node)) return node.parameters;
	if (ts.isForOfStatement(node)) return [node.initializer];
	return ts.isBlock(node) || ts.isSourceFile(node) ? node.statements : [];
}

/** A value for something that a program would get from its environment, or read from somewhere. */
function standIn(name: string, found: ts.Node): ts.Statement | undefined {
	const isRead = ts.isParameter(found) || /\bawait\b|\bJSON\.parse\(|\bprocess\./.test(found.getText());
	return isRead ? given.statements.find((statement) => declares(statement, name)) : undefined;
}

function declares(node: ts.Node, name: string): boolean {
	if (ts.isIdentifier(node)) return node.text === name;
	if (ts.isVariableStatement(node)) return declares(node.declarationList, name);
	if (ts.isVariableDeclarationList(node)) return node.declarations.some((one) => declares(one, name));
	if (ts.isImportDeclaration(node)) {
		const bindings = node.importClause?.namedBindings;
		return (
			bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.some((one) => declares(one, name))
		);
	}
	if (ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
		return node.elements.some((one) => declares(one, name));
	const isNamed =
		ts.isVariableDeclaration(node) ||
		ts.isParameter(node) ||
		ts.isBindingElement(node) ||
		ts.isImportSpecifier(node) ||
		ts.isFunctionDeclaration(node) ||
		ts.isInterfaceDeclaration(node) ||
		ts.isTypeAliasDeclaration(node) ||
		ts.isClassDeclaration(node);
	return isNamed && node.name !== undefined && declares(node.name, name);
}

/** How an import writes one of its names, for example `type Client`. */
function writtenImport(statement: ts.ImportDeclaration, name: string): string {
	const bindings = statement.importClause?.namedBindings;
	const found =
		bindings && ts.isNamedImports(bindings) ? bindings.elements.find((one) => one.name.text === name) : undefined;
	return found?.getText() ?? name;
}
