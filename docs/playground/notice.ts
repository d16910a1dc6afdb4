import { element, make, makeButton } from "./elements.js";

/** Shows a message at the top of the page, with buttons for what the user can do about it. */
export function showNotice(words: string, actions: Readonly<Record<string, () => void>> = {}): void {
	const notice = element("notice");
	const buttons = Object.entries(actions).map(([title, act]) => makeButton(title, act));
	notice.replaceChildren(make("span", words), ...buttons, makeButton("Close", hideNotice));
	notice.hidden = false;
}

export function hideNotice(): void {
	element("notice").hidden = true;
}
