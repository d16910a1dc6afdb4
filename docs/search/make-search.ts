import MiniSearch from "minisearch";
import type { Section } from "./section.js";

/** Words that people type, and the words that our pages use instead. */
const otherWords: Readonly<Record<string, string>> = {
	webhook: "callback",
	hook: "callback",
	install: "npm first",
	custom: "own",
	checkpoint: "going crash database",
	token: "credentials",
	throttle: "limits",
	oauth: "token scopes credentials",
	quota: "limits credits",
	price: "credits costs",
	like: "contains startsWith",
	null: "isEmpty empty",
	sort: "order",
	mock: "sandbox",
	fake: "sandbox",
	cron: "copy sync schedule",
	excel: "spreadsheets",
	cli: "command line",
	timeout: "JobTimeoutError",
	429: "rate limits",
};

/** Makes a search that returns the best sections first. */
export function makeSearch(sections: readonly Section[]): (query: string) => readonly Section[] {
	const byId = new Map(sections.map((section) => [section.id, section]));
	const index = new MiniSearch<Section>({
		fields: ["heading", "words", "page", "text"],
		processTerm: stem,
		tokenize: splitWords,
		searchOptions: {
			boost: { heading: 6, words: 12, page: 3 },
			prefix: (term, position, terms) => position === terms.length - 1 && term.length > 1,
			fuzzy: (term) => (term.length > 4 ? 0.2 : false),
			weights: { fuzzy: 0.2, prefix: 0.5 },
			boostDocument: (id) => (byId.get(id)?.kind === "guide" ? 4 : 1),
			combineWith: "OR",
		},
	});
	index.addAll(sections);
	return (query) => {
		const words = query.toLowerCase().split(/\s+/).filter(Boolean);
		const more = words.flatMap((word) => otherWords[word] ?? []).join(" ");
		const found =
			more === ""
				? index.search(query)
				: index.search({ combineWith: "OR", queries: [query, { queries: [more], combineWith: "OR" }] });
		const best = found.flatMap(({ id }) => byId.get(id) ?? []);
		// Somebody who types a whole name with its capitals wants that name.
		const isNamed = ({ heading }: Section): boolean => heading === query && /[A-Z]/.test(query);
		return [...best.filter(isNamed), ...best.filter((section) => !isNamed(section))].slice(0, 20);
	};
}

/** Splits names into words, so that "starts" finds `startsWith`. */
function splitWords(text: string): string[] {
	const words = text.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
	return words.flatMap((word) => {
		const parts = word.split(/_|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
		return parts.length > 1 ? [word, ...parts] : [word];
	});
}

/** Plural and singular count as the same word. */
function stem(term: string): string {
	const word = term.toLowerCase();
	return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
