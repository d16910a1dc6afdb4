/** What the page keeps in this browser, and nowhere else. */
export interface Kept {
	/** What was written last. */
	readonly text?: string;
	/** Whether the text came by a link, and nobody said yet that it may have the user's own modules. */
	readonly isShared?: boolean;
	/** What the user wrote before an example or a link took its place. */
	readonly before?: string;
	/** The user's own modules: in TypeScript, and in JavaScript; `undefined` forgets them. */
	readonly modules?: { readonly source: string; readonly script: string } | undefined;
	readonly dataCenter?: string;
	readonly apiVersion?: string;
	readonly language?: string;
}

const place = "zoho-bulk-read playground";

/** Reads what is kept; nothing where the browser keeps nothing. */
export function readKept(): Kept {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
		return typeof kept === "object" && kept !== null ? kept : {};
	} catch {
		return {};
	}
}

/** Keeps more, or something else. */
export function keep(changed: Kept): void {
	try {
		localStorage.setItem(place, JSON.stringify({ ...readKept(), ...changed }));
	} catch {
		// A browser that keeps nothing still has the text in its address.
	}
}

/** The key of the guides' own theme: one choice for the whole site. */
const themePlace = "tsd-theme";

/** Shows the theme that was chosen, here or in the guides. */
export function showKeptTheme(): void {
	let theme: string | null = null;
	try {
		theme = localStorage.getItem(themePlace);
	} catch {
		// The system's own, then.
	}
	if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

/** Changes from light to dark or back, and keeps it. */
export function switchTheme(): void {
	const { dataset } = document.documentElement;
	const isDark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
	dataset.theme = isDark ? "light" : "dark";
	try {
		localStorage.setItem(themePlace, dataset.theme);
	} catch {
		// It holds until the page is left.
	}
}
