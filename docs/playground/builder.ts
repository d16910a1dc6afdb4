import type { FieldFacts } from "zoho-bulk-read";
import type { Ask } from "./ask.js";
import { listComparators, readValueInputs, showValueInputs } from "./builder-values.js";
import type { Choice, Composed, Composition } from "./compose.js";
import { element, make, makeButton } from "./elements.js";
import type { Shown, TreeNode } from "./messages.js";

/** The row of menus that builds a condition without writing TypeScript. */
export interface Builder {
	/** Fills the menu of modules: at the start, and when the user adds modules. */
	offerModules(): Promise<void>;
	/** Takes over the query from the editor; `undefined` while the text is not a query. */
	readBack(shown: Shown | undefined): void;
}

/** Connects the row. It changes the editor's text by edits, so that they can be undone. */
export function startBuilder(desk: () => Ask, write: (text: string) => void): Builder {
	const module = element<HTMLSelectElement>("b-module");
	const field = element<HTMLInputElement>("b-field");
	const comparator = element<HTMLSelectElement>("b-comparator");
	let shown: Shown | undefined;
	let facts: FieldFacts | undefined;
	let place: readonly number[] = [];

	const offerFields = async (): Promise<void> => {
		const fields = (await desk()("listFields", [module.value])) as readonly Choice[];
		element("b-fields").replaceChildren(...fields.map(({ name, label }) => new Option(label, name)));
	};
	const takeField = async (): Promise<void> => {
		tellMistake([]);
		try {
			facts = (await desk()("tellField", [module.value, field.value.trim()])) as FieldFacts;
		} catch (error) {
			facts = undefined;
			if (field.value !== "") tellMistake([{ part: "field", message: (error as Error).message }]);
		}
		const before = comparator.value;
		comparator.replaceChildren(
			...(facts ? listComparators(facts) : []).map(({ name, label }) => new Option(label, name)),
		);
		if ([...comparator.options].some(({ value }) => value === before)) comparator.value = before;
		comparator.disabled = facts === undefined;
		askValues();
	};
	const askValues = (): void => {
		if (facts) showValueInputs(facts, comparator.value);
		else element("b-values").replaceChildren();
	};
	const take = async (step: Composition["step"]): Promise<void> => {
		const composition: Composition = {
			module: module.value,
			request: shown?.request,
			place,
			step,
			field: field.value.trim(),
			comparator: comparator.value,
			values: readValueInputs(),
		};
		try {
			const composed = (await desk()("compose", [composition])) as Composed;
			if ("issues" in composed) {
				tellMistake(composed.issues);
				return;
			}
			tellMistake([]);
			place = [];
			write(composed.source);
		} catch (error) {
			tellMistake([{ part: "field", message: (error as Error).message }]);
		}
	};
	const choose = (chosen: readonly number[]): void => {
		place = String(chosen) === String(place) ? [] : chosen;
		drawChips();
	};
	const drawChips = (): void => {
		const { tree } = shown ?? {};
		element("chips").replaceChildren(...(tree === undefined ? [] : drawNode(tree, [], place, choose)));
		const isChosen = tree !== undefined && (place.length > 0 || tree.kind === "condition");
		element("b-replace").hidden = !isChosen;
		element("b-remove").hidden = !isChosen;
		element("b-hint").textContent = tellWhere(tree, place);
	};

	module.addEventListener("change", () => void offerFields().then(takeField));
	field.addEventListener("change", () => void takeField());
	comparator.addEventListener("change", askValues);
	element("builder").addEventListener("submit", (event) => {
		event.preventDefault();
		void take("and");
	});
	for (const step of ["or", "replace", "remove"] as const) {
		element(`b-${step}`).addEventListener("click", () => void take(step));
	}
	return {
		offerModules: async () => {
			const modules = (await desk()("listModules", [])) as readonly Choice[];
			const before = shown?.module ?? module.value;
			module.replaceChildren(...modules.map(({ name, label }) => new Option(label, name)));
			if (modules.some(({ name }) => name === before)) module.value = before;
			await offerFields();
		},
		readBack: (next) => {
			const isOther = next !== undefined && next.module !== shown?.module && next.module !== module.value;
			shown = next;
			place = [];
			drawChips();
			if (!isOther || ![...module.options].some(({ value }) => value === next.module)) return;
			module.value = next.module;
			void offerFields();
		},
	};
}

function tellMistake(issues: readonly { readonly part: string; readonly message: string }[]): void {
	element("b-mistake").textContent = issues.map(({ message }) => message).join(" ");
	for (const [part, id] of [
		["field", "b-field"],
		["comparator", "b-comparator"],
		["value", "b-values"],
	] as const) {
		element(id).toggleAttribute(
			"data-wrong",
			issues.some((issue) => issue.part === part),
		);
	}
}

/** Says where a new condition will go, since this decides the brackets. */
function tellWhere(tree: TreeNode | undefined, place: readonly number[]): string {
	if (tree === undefined) return "starts the filter";
	if (place.length === 0)
		return tree.kind === "group" ? "joins the whole filter; choose a condition above for brackets" : "joins the filter";
	const chosen = place.reduce<TreeNode | undefined>(
		(node, index) => (node?.kind === "group" ? node.members[index] : undefined),
		tree,
	);
	return chosen?.kind === "condition"
		? `joins ${chosen.field} ${chosen.words}, in brackets`
		: "joins the conditions in these brackets";
}

function drawNode(
	node: TreeNode,
	at: readonly number[],
	place: readonly number[],
	choose: (place: readonly number[]) => void,
): readonly HTMLElement[] {
	const isChosen = at.length > 0 && String(at) === String(place);
	const chip = (text: string, className: string): HTMLButtonElement => {
		const button = makeButton(text, () => choose(at), className);
		button.setAttribute("aria-pressed", String(isChosen));
		return button;
	};
	if (node.kind === "condition") return [chip(`${node.field} ${node.words}`, "chip")];
	const members = node.members.flatMap((member, index) => [
		...(index === 0 ? [] : [make("span", node.operator, "joint")]),
		...drawNode(member, [...at, index], place, choose),
	]);
	if (at.length === 0) return members;
	const box = make("span", "", isChosen ? "bracket chosen" : "bracket");
	const open = chip("(", "bracket-mark");
	open.setAttribute("aria-label", `Brackets around ${node.members.length} conditions joined by ${node.operator}`);
	box.append(open, ...members, make("span", ")"));
	return [box];
}
