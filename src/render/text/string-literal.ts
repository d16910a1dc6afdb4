import { writeUnits } from "../../checks/escape-hidden.js";

/** A way in which a language writes text of several lines as one literal. */
interface LiteralForm {
	readonly open: string;
	readonly close: string;
	/** What cannot stand as it is, longest first where one begins another. */
	readonly special: RegExp;
	readonly escape: (special: string) => string;
	/** What no escape of this form can hold: the next form is taken. */
	readonly never?: RegExp;
}

const withBackslash = (special: string): string => `\\${special}`;

const singleQuoted: LiteralForm = { open: "'", close: "'", special: /[\\']/g, escape: withBackslash };

/** The languages whose literals differ. */
export type LiteralLanguage = "shell" | "ecmascript" | "python" | "php" | "ruby" | "java" | "csharp" | "go";

/**
 * How each language writes a string literal, by that language's own rules. Every form keeps line feeds as they are but
 * the last of Go's.
 */
const literalForms: Readonly<Record<LiteralLanguage, readonly LiteralForm[]>> = {
	/** POSIX 2.2.2: nothing is special between single quotes but their end. */
	shell: [{ open: "'", close: "'", special: /'/g, escape: () => `'\\''` }],
	/** A template literal: `${` begins an expression. */
	ecmascript: [{ open: "`", close: "`", special: /[\\`]|\$(?=\{)/g, escape: withBackslash }],
	/** Long strings; a quote is escaped wherever it stands, so that three never meet. */
	python: [{ open: "'''", close: "'''", special: /[\\']/g, escape: withBackslash }],
	php: [singleQuoted],
	/** Nothing is interpolated between single quotes. */
	ruby: [singleQuoted],
	/**
	 * A text block (Java 15). ASCII alone: up to Java 17 a source is read in the encoding of the machine. A backslash is
	 * always doubled, so none begins a `\u` escape of its own.
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
	/** A raw string, which has no escapes; where it will not do, an interpreted one. */
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
 * @param text - JSON, indented or not: no control character but line feeds, no half of a character, no white space at
 * the end of a line.
 */
export function writeLiteral(language: LiteralLanguage, text: string): string {
	const form = literalForms[language].find(({ never }) => never === undefined || !never.test(text));
	if (form === undefined) throw new TypeError(`No string literal of ${language} can hold this text.`);
	return form.open + text.replace(form.special, form.escape) + form.close;
}
