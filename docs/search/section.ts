/** A part of the site that a search finds. */
export interface Section {
	/** Its address from the site's root. */
	readonly id: string;
	/** The page it is on. */
	readonly page: string;
	/** Its own heading; of a page's beginning, the page's. */
	readonly heading: string;
	/** What people call it who do not find these words in it: `<!-- also found by: … -->` beneath its heading. */
	readonly words: string;
	readonly text: string;
	/** A guide, or the reference. */
	readonly kind: "guide" | "reference";
}
