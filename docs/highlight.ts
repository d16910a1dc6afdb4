import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rendererRich, transformerTwoslash } from "@shikijs/twoslash";
import { createHighlighter, type Highlighter } from "shiki";
import ts from "typescript";

/** Writes code as HTML. */
export interface Highlight {
	/** Code in a language, coloured. */
	plain(code: string, language: string): string;
	/**
	 * TypeScript with its types on hover, checked as users' code is. What the package exports need not be imported.
	 *
	 * @throws with the compiler's words where it does not compile.
	 */
	checked(code: string): string;
	/** TypeScript that does not compile, with the compiler's words beneath the lines. */
	refused(code: string): string;
}

const languages = ["ts", "js", "json", "sh"] as const;

/** Every colour of these themes can be read by everyone (WCAG AA). */
const appearance = {
	themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
	defaultColor: "light-dark()",
} as const;

const root = fileURLToPath(new URL("../", import.meta.url));

/** The package's entry points, as users name them, and their declarations. */
const entryPoints: Readonly<Record<string, string>> = {
	"zoho-bulk-read": `${root}dist/index.d.ts`,
	"zoho-bulk-read/files": `${root}dist/files/index.d.ts`,
	"zoho-bulk-read/render": `${root}dist/render/index.d.ts`,
	"zoho-bulk-read/sandbox": `${root}dist/sandbox/index.d.ts`,
	"zoho-bulk-read/standard": `${root}dist/standard/index.d.ts`,
	"zoho-bulk-read/sync": `${root}dist/sync/index.d.ts`,
	"zoho-bulk-read/sync/duckdb": `${root}dist/sync/duckdb/index.d.ts`,
	"zoho-bulk-read/sync/postgres": `${root}dist/sync/postgres/index.d.ts`,
};

const compilerOptions: ts.CompilerOptions = {
	strict: true,
	exactOptionalPropertyTypes: true,
	noUncheckedIndexedAccess: true,
	skipLibCheck: true,
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.ESNext,
	moduleResolution: ts.ModuleResolutionKind.Bundler,
	lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
	types: ["node"],
	// Recipes import one another.
	rootDirs: [root, `${root}docs/recipes`],
	paths: Object.fromEntries(Object.entries(entryPoints).map(([name, file]) => [name, [file]])),
};

/** Starts the highlighter and the compiler behind it. The package must have been built: users see its declarations. */
export async function startHighlight(): Promise<Highlight> {
	const highlighter = await createHighlighter({
		langs: [...languages],
		themes: Object.values(appearance.themes),
	});
	const addImports = importer();
	const checked = once(twoslash(highlighter, false));
	const refused = once(twoslash(highlighter, true));
	return {
		plain: (code, language) => {
			const lang = languages.find((known) => known === language) ?? "text";
			return highlighter.codeToHtml(code.trimEnd(), { ...appearance, lang });
		},
		checked: (code) => checked(addImports(code)),
		refused,
	};
}

function twoslash(highlighter: Highlighter, noErrorValidation: boolean): (code: string) => string {
	const transformer = transformerTwoslash({
		renderer: rendererRich({ errorRendering: "line", processHoverDocs: plainLinks }),
		twoslashOptions: {
			vfsRoot: root,
			compilerOptions,
			handbookOptions: { noErrorValidation },
			extraFiles: { "globals.d.ts": readFileSync(new URL("snippet-globals.d.ts", import.meta.url), "utf8") },
		},
	});
	return (code) => highlighter.codeToHtml(code.trimEnd(), { ...appearance, lang: "ts", transformers: [transformer] });
}

/** The comment of a function stands at each of its overloads, and on the page of its module: it is compiled once. */
function once(write: (code: string) => string): (code: string) => string {
	const written = new Map<string, string>();
	return (code) => {
		const html = written.get(code) ?? write(code);
		written.set(code, html);
		return html;
	};
}

/** `{@link Criteria}` gives `Criteria`: a hover has no links. */
function plainLinks(docs: string): string {
	return docs.replace(/\{@link ([^}]+)\}/g, "$1");
}

/** Makes what puts imports, hidden from readers, before code that has none. */
function importer(): (code: string) => string {
	const program = ts.createProgram(Object.values(entryPoints), compilerOptions);
	const checker = program.getTypeChecker();
	const exported = Object.entries(entryPoints).map(([specifier, file]) => {
		const source = program.getSourceFile(file);
		const symbol = source && checker.getSymbolAtLocation(source);
		return { specifier, names: symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : [] };
	});
	return (code) => {
		if (/^import /m.test(code)) return code;
		const isUsed = (name: string): boolean =>
			new RegExp(`(?<![\\w."'])${name}\\b`).test(code) &&
			!new RegExp(`(?:const|let|type|function) (?:\\{[^}]*\\b)?${name}\\b`).test(code);
		const imports = exported.flatMap(({ specifier, names }) => {
			const used = names.filter(isUsed);
			return used.length === 0 ? [] : [`import { ${used.join(", ")} } from "${specifier}";`];
		});
		return [...imports, "export {};", "// ---cut---", code].join("\n");
	};
}
