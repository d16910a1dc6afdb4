import { checkKey, checkOptions } from "../checks/check-argument.js";
import { csharp } from "./programs/csharp.js";
import { curl } from "./programs/curl.js";
import { go } from "./programs/go.js";
import { http } from "./programs/http.js";
import { java } from "./programs/java.js";
import { javascript } from "./programs/javascript.js";
import { nodejs } from "./programs/nodejs.js";
import { php } from "./programs/php.js";
import type { Program } from "./programs/program.js";
import { python } from "./programs/python.js";
import { ruby } from "./programs/ruby.js";
import { typescript } from "./programs/typescript.js";
import { type RenderOptions, renderRequest } from "./request/render-options.js";
import type { Renderable } from "./request/to-json.js";

/** A language that {@link render} writes; `"javascript"` is for browsers. */
export type Language =
	| "curl"
	| "http"
	| "java"
	| "php"
	| "csharp"
	| "python"
	| "nodejs"
	| "ruby"
	| "javascript"
	| "typescript"
	| "go";

/**
 * How each language is written. A new language is a name above, a line here and a file beside its neighbours; if its
 * literals are like no other's, also a form in `text/string-literal.ts`. The compiler names each place, including the
 * interpreter of the tests.
 */
export const programs: Readonly<Record<Language, Program>> = {
	curl,
	http,
	java,
	php,
	csharp,
	python,
	nodejs,
	ruby,
	javascript,
	typescript,
	go,
};

/** Facts about a language. */
export interface LanguageTraits {
	/** Its name, for people. */
	readonly title: string;
	/** Its file extension, without the dot. */
	readonly extension: string;
}

/** The languages that {@link render} writes. */
export const languages: Readonly<Record<Language, LanguageTraits>> = programs;

/**
 * Writes a program that creates the job, with only the language's standard library. The body is one string literal,
 * which no value of a filter can end. The access token is read from an environment variable; in a browser it is an
 * argument, and in `"http"` a placeholder.
 *
 * @param source - the job, or the body of its request as API v2 spells it.
 * @param language - one of {@link languages}.
 * @throws {@link InvalidOptionError} for a language or an option that does not exist.
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export function render(source: Renderable, language: Language, options: RenderOptions = {}): string {
	checkKey(language, programs, "language");
	return programs[language].write(renderRequest(source, checkOptions(options)));
}

/** Writes the command that creates the job, for sh, bash and zsh: {@link render} in `"curl"`. */
export function toCurl(source: Renderable, options: RenderOptions = {}): string {
	return render(source, "curl", options);
}

/** Writes the HTTP message that creates the job: {@link render} in `"http"`. */
export function toHttp(source: Renderable, options: RenderOptions = {}): string {
	return render(source, "http", options);
}
