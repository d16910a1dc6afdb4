export function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
	const found = document.getElementById(id);
	if (!found) throw new Error(`There is no element "${id}".`);
	return found as Kind;
}

/** Makes an element that contains a text. The text is never read as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	text = "",
	className = "",
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	made.textContent = text;
	if (className !== "") made.className = className;
	return made;
}

export function makeButton(text: string, onClick: () => void, className = ""): HTMLButtonElement {
	const button = make("button", text, className);
	button.type = "button";
	button.addEventListener("click", onClick);
	return button;
}
