import examples from "virtual:examples";
import { element } from "./elements.js";
import { exampleGroups } from "./example-groups.js";

/** What the page opens on: the README's own query. */
export const firstExample: string = examples["first-export"] ?? "";

const yours = "yours";

/** The menu of examples. Its first line says whose text stands in the editor, or brings the user's own back. */
export interface ExampleMenu {
	/** Says whose text it is. */
	tell(text: string, isShared: boolean): void;
}

/** Fills the menu. What is chosen goes to the editor as an edit, so that undo brings back what stood there. */
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

/** Whether a text is one of the examples, and so not lost when another takes its place. */
export const isExample = (text: string): boolean => Object.values(examples).includes(text);
