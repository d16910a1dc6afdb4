import { makeSearch } from "./make-search.js";
import type { Section } from "./section.js";

declare global {
	var siteSections: readonly Section[];
	var searchSite: (query: string) => readonly Section[];
}

globalThis.searchSite = makeSearch(globalThis.siteSections);
