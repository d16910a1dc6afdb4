import { readFileSync } from "node:fs";
import { toCurl } from "../src/render/index.js";
import { toJson } from "../src/render/request/to-json.js";
import { readExample, readWrongExample } from "./example.js";
import { codeOf, languageOf } from "./fill-guides.js";

/**
 * Writes the guides as one text for language models ([llmstxt.org](https://llmstxt.org)): the same examples with their
 * recorded results, and nothing that needs a browser.
 *
 * @param guides - the files of the guides, in their order.
 */
export function writeLlmsText(guides: readonly string[]): string {
	const texts = guides.map((path) => readFileSync(path, "utf8").replace(/^---\n[\s\S]*?\n---\n+/, ""));
	const intro =
		"> Typed, chainable filters and whole exports for the Zoho CRM Bulk Read API, in TypeScript. The examples below were " +
		"compiled and run; their results were recorded.";
	return ["# zoho-bulk-read", intro, ...texts.map(writeGuide)].join("\n\n");
}

function writeGuide(text: string): string {
	return text
		.replace(/^# /m, "## ")
		.replace(/\{@link (?:"[^"]+"\.)?([^}]+)\}/g, "`$1`")
		.replace(
			/^```(?:ts|js|text) (example|wrong|recipe|terminal) ([\w-]+)\n[\s\S]*?\n```$/gm,
			(_, kind: string, name: string) => expand[kind]?.(name) ?? "",
		)
		.replace(/^<!-- .* -->\n+/gm, "")
		.replace(/<a id="\w+"><\/a>/g, "")
		.trimEnd();
}

const expand: Readonly<Record<string, (name: string) => string>> = {
	example: (name) => {
		const { request, english, output } = readExample(name);
		return [
			fence("ts", codeOf("example", name)),
			...(output === undefined ? [] : ["It prints:", fence("text", output)]),
			...(english === undefined ? [] : [`In English: ${english.trim()}`]),
			...(request === undefined ? [] : ["The request:", fence("json", toJson(request)), fence("sh", toCurl(request))]),
		].join("\n\n");
	},
	wrong: (name) => {
		const { refusal } = readWrongExample(name);
		return [fence("ts", codeOf("wrong", name)), "The compiler refuses it:", fence("text", refusal)].join("\n\n");
	},
	recipe: (name) => fence(languageOf("recipe", name), codeOf("recipe", name)),
	terminal: (name) => fence("text", codeOf("terminal", name)),
};

const fence = (language: string, content: string): string => `\`\`\`${language}\n${content.trimEnd()}\n\`\`\``;
