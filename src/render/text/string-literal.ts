import { writeUnits } from "../../checks/escape-hidden.js";

/** A way of writing text of several lines as one literal in a language. */
interface LiteralForm {
	readonly open: string;
	readonly close: string;
	/** What must be escaped, longest first if one begins another. */
	readonly special: RegExp;
	readonly escape: (special: string) => string;
	/** What this form cannot escape: then the next form is used. */
	readonly never?: RegExp;
}

const withBackslash = (special: string): string => `\\${special}`;

const singleQuoted: LiteralForm = { open: "'", close: "'", special: /[\\']/g, escape: withBackslash };

/** The languages whose literals differ. */
export type LiteralLanguage = "shell" | "ecmascript" | "python" | "php" | "ruby" | "java" | "csharp" | "go";

/**
 * How each language writes a string literal, by its own rules. Every form keeps line feeds as they are, except Go's
 * last one.
 */
const literalForms: Readonly<Record<LiteralLanguage, readonly LiteralForm[]>> = {
	/** POSIX 2.2.2: between single quotes nothing is special but the closing quote. */
	shell: [{ open: "'", close: "'", special: /'/g, escape: () => `'\\''` }],
	/** A template literal: `${` starts an expression. */
	ecmascript: [{ open: "`", close: "`", special: /[\\`]|\$(?=\{)/g, escape: withBackslash }],
	/** Long strings; every quote is escaped, so that there are never three in a row. */
	python: [{ open: "'''", close: "'''", special: /[\\']/g, escape: withBackslash }],
	php: [singleQuoted],
	/** Nothing is interpolated between single quotes. */
	ruby: [singleQuoted],
	/**
	 * A text block (Java 15). ASCII only: up to Java 17 source is read in the machine's encoding. Backslashes are
	 * always doubled, so none starts an unintended `\u` escape.
	 */
	java: [
		{
			open: '"""\n',
			close: '"""',
			special: /\\|"(?="")|"$|[^\n\x20-\x7e]/gu,
			escape: (special) => (special === "\\" || special === '"' ? `\\${special}` : writeUnits(special)),
		},
	],
	/** A verbatim string. */
	csharp: [{ open: '@"', close: '"', special: /"/g, escape: () => '""' }],
	/** A raw string, which has no escapes; if that does not work, an interpreted one. */
	go: [
		{ open: "`", close: "`", special: /(?!)/g, escape: withBackslash, never: /[`\ufeff]/ },
		{
			open: '"',
			close: '"',
			special: /[\\"\n\ufeff]/g,
			escape: (special) => ({ "\n": "\\n", "\ufeff": "\\ufeff" })[special] ?? `\\${special}`,
		},
	],
};

/**
 * Writes text as one string literal of a language.
 *
 * @param text - JSON, indented or not: without control characters other than line feeds, lone surrogates, or white
 * space at the end of a line.
 */
export function writeLiteral(language: LiteralLanguage, text: string): string {
	const form = literalForms[language].find(({ never }) => never === undefined || !never.test(text));
	if (form === undefined) throw new TypeError(`No string literal of ${language} can hold this text.`);
	return form.open + text.replace(form.special, form.escape) + form.close;
}
