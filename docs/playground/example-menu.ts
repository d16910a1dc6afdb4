import examples from "virtual:examples";
import { element } from "./elements.js";
import { exampleGroups } from "./example-groups.js";

/** The page opens with the README's query. */
export const firstExample: string = examples["first-export"] ?? "";

const yours = "yours";

/** The menu of examples. Its first line says whose text is in the editor, or restores the user's own. */
export interface ExampleMenu {
	/** Updates the first line. */
	tell(text: string, isShared: boolean): void;
}

/** Fills the menu. A chosen example replaces the text by an edit, so that it can be undone. */
export function fillExampleMenu(choose: (text: string) => void, textBefore: () => string | undefined): ExampleMenu {
	const menu = element<HTMLSelectElement>("examples");
	const own = new Option("Your text", yours);
	menu.add(own);
	for (const [title, members] of Object.entries(exampleGroups)) {
		const group = document.createElement("optgroup");
		group.label = title;
		for (const [name, words] of Object.entries(members)) group.append(new Option(words, name));
		menu.append(group);
	}
	menu.addEventListener("change", () => {
		const text = menu.value === yours ? textBefore() : examples[menu.value];
		if (text !== undefined) choose(text);
	});
	return {
		tell: (text, isShared) => {
			const [name] = Object.entries(examples).find(([, example]) => example === text) ?? [];
			own.textContent = name === undefined ? (isShared ? "A text from a link" : "Your text") : "Your text from before";
			own.disabled = name !== undefined && textBefore() === undefined;
			menu.value = name ?? yours;
		},
	};
}

/** Whether a text is one of the examples: replacing it then loses nothing. */
export const isExample = (text: string): boolean => Object.values(examples).includes(text);
