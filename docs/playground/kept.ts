/** What the page stores in this browser, and nowhere else. */
export interface Kept {
	/** The last text in the editor. */
	readonly text?: string;
	/** Whether the text came from a link, and the user has not yet allowed it to see the user's own modules. */
	readonly isShared?: boolean;
	/** What the user wrote before an example or a link replaced it. */
	readonly before?: string;
	/** The user's own modules, in TypeScript and in JavaScript. `undefined` removes them. */
	readonly modules?: { readonly source: string; readonly script: string } | undefined;
	readonly dataCenter?: string;
	readonly apiVersion?: string;
	readonly language?: string;
}

const place = "zoho-bulk-read playground";

/** Reads what is stored. Empty if the browser stores nothing. */
export function readKept(): Kept {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
		return typeof kept === "object" && kept !== null ? kept : {};
	} catch {
		return {};
	}
}

/** Stores these members; the others stay. */
export function keep(changed: Kept): void {
	try {
		localStorage.setItem(place, JSON.stringify({ ...readKept(), ...changed }));
	} catch {
		// If the browser stores nothing, the text is still in the page's address.
	}
}

/** TypeDoc's key: the choice holds for the whole site. */
const themePlace = "tsd-theme";

/** Applies the theme that was chosen here or in the guides. */
export function showKeptTheme(): void {
	let theme: string | null = null;
	try {
		theme = localStorage.getItem(themePlace);
	} catch {
		// The system's theme stays.
	}
	if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
}

/** Switches between light and dark, and stores the choice. */
export function switchTheme(): void {
	const { dataset } = document.documentElement;
	const isDark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
	dataset.theme = isDark ? "light" : "dark";
	try {
		localStorage.setItem(themePlace, dataset.theme);
	} catch {
		// The choice is lost when the page is left.
	}
}
