import { element, make, makeButton } from "./elements.js";

/** Says something above everything else, with what can be done about it. */
export function showNotice(words: string, actions: Readonly<Record<string, () => void>> = {}): void {
	const notice = element("notice");
	const buttons = Object.entries(actions).map(([title, act]) => makeButton(title, act));
	notice.replaceChildren(make("span", words), ...buttons, makeButton("Close", hideNotice));
	notice.hidden = false;
}

/** Has nothing more to say. */
export function hideNotice(): void {
	element("notice").hidden = true;
}
