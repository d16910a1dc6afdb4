/** A part of the site that a search can find. */
export interface Section {
	/** Its address from the site's root. */
	readonly id: string;
	/** The title of its page. */
	readonly page: string;
	/** Its heading; for the start of a page, the page's title. */
	readonly heading: string;
	/** Words that people search for but the text does not contain: from `<!-- also found by: … -->` below the heading. */
	readonly words: string;
	readonly text: string;
	readonly kind: "guide" | "reference";
}
