import { isJsonObject } from "../../checks/json-object.js";
import type { AnyJob } from "../../job/any-job.js";
import { foldSpellings } from "./fold-spellings.js";

/** What replaces a secret. */
const concealed = "[concealed]";

/** Texts that must not be shown. Answers are read as they are; anything shown of them goes through here first. */
export class Secrets {
	readonly #texts: readonly string[];
	/** The texts in one spelling, to be found in any. */
	#folded: readonly string[] | undefined;

	constructor(texts: Iterable<string>) {
		this.#texts = [...new Set(texts)];
	}

	/** These and more. */
	and(more: readonly string[]): Secrets {
		return more.length === 0 ? this : new Secrets([...this.#texts, ...more]);
	}

	/** A text without them, whatever their spelling. It is cut if it is longer than anybody reads. */
	conceal(text: string): string {
		const shown = text.length > maxLength ? `${text.slice(0, maxLength)}...` : text;
		this.#folded ??= foldAll(this.#texts);
		const { bytes, starts } = foldSpellings(shown);
		const found = this.#folded.flatMap((secret) => placesOf(secret, bytes));
		let left = 0;
		const parts: string[] = [];
		for (const [from, to] of found.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
			const start = starts[from] ?? 0;
			const end = starts[to] ?? shown.length;
			if (start >= left) parts.push(shown.slice(left, start), concealed);
			left = Math.max(left, end);
		}
		return [...parts, shown.slice(left)].join("").replace(zohoToken, concealed);
	}

	/** A code of the API without them. One that Zoho documents is none, whatever a secret looks like: programs decide by it. */
	async concealCode(code: string): Promise<string> {
		const shown = this.conceal(code);
		if (shown === code) return code;
		const facts = await import("../../facts/known-error.js").catch(() => undefined);
		return facts?.knownError(code) ? code : shown;
	}

	/**
	 * A parsed document without them, in its texts and its keys. What is nested deeper than anybody looks is left out.
	 */
	concealJson(json: unknown, depth = 0): unknown {
		if (typeof json === "string") return this.conceal(json);
		if (depth > maxDepth) return concealed;
		if (Array.isArray(json)) return json.map((item) => this.concealJson(item, depth + 1));
		if (!isJsonObject(json)) return json;
		const members = Object.entries(json).map(([key, value]) => [this.conceal(key), this.concealJson(value, depth + 1)]);
		return Object.fromEntries(members);
	}
}

/** The maximum number of characters of a text that are shown. */
const maxLength = 100_000;
/** The maximum number of levels of a document that are shown. */
const maxDepth = 100;

/** Access and refresh tokens in Zoho's form, whoever's they are. */
const zohoToken = /\b1000\.[0-9a-f]{16,}\.[0-9a-f]{16,}/gi;

/** A text shorter than this is bound to occur in others by chance, so it only counts as a whole word. */
const shortest = 8;

function foldAll(texts: readonly string[]): readonly string[] {
	return [...new Set(texts.map((text) => foldSpellings(text).bytes))].filter((folded) => folded.trim() !== "");
}

function placesOf(secret: string, bytes: string): (readonly [from: number, to: number])[] {
	const places: (readonly [number, number])[] = [];
	for (let at = bytes.indexOf(secret); at !== -1; at = bytes.indexOf(secret, at + secret.length)) {
		const end = at + secret.length;
		const isWord = !isWordByte(bytes[at - 1]) && !isWordByte(bytes[end]);
		if (isWord || secret.length >= shortest) places.push([at, end]);
	}
	return places;
}

function isWordByte(byte: string | undefined): boolean {
	return byte !== undefined && /\w/.test(byte);
}

/** The parts of a job that no error may show. */
export function secretsOfJob(job: AnyJob): readonly string[] {
	const { callback } = job.toJSON();
	return callback === undefined ? [] : secretsOfUrl(callback.url);
}

/**
 * The parts of a callback's URL that may be a secret: receivers keep one in the query, in the path, after the `#` or in
 * place of a user name.
 */
export function secretsOfUrl(url: string): readonly string[] {
	if (!URL.canParse(url)) return [];
	const { search, hash, username, password, pathname } = new URL(url);
	const ids = pathname.split("/").filter((step) => step.length >= 16);
	return [username, password, ...ids, ...valuesOf(search.slice(1)), ...valuesOf(hash.slice(1))].filter(
		(text) => text !== "",
	);
}

/** The values of a query; for a word without a value, the word itself, unless it is just a name. */
function valuesOf(query: string): readonly string[] {
	const values = query.split("&").map((pair) => {
		const equals = pair.indexOf("=");
		return equals === -1 ? (/^[a-z_]{1,8}$/i.test(pair) ? "" : pair) : pair.slice(equals + 1);
	});
	return [query.includes("=") ? "" : values.join("&"), ...values];
}
