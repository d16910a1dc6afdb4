import type { FieldFacts } from "zoho-bulk-read";
import { element, make } from "./elements.js";

/** The comparators that the row offers for a field. "is empty" is one of them: people think of it as a comparator. */
export function listComparators({
	comparators,
}: FieldFacts): readonly { readonly name: string; readonly label: string }[] {
	const offered = comparators.map(({ comparator, label }) => ({ name: comparator as string, label }));
	if (!comparators.some(({ comparator, takesEmpty }) => comparator === "equal" && takesEmpty)) return offered;
	return [...offered, { name: "is_empty", label: "is empty" }, { name: "is_not_empty", label: "is not empty" }];
}

/** Shows the inputs for the values of a field. */
export function showValueInputs(facts: FieldFacts, comparator: string): void {
	const { comparators } = facts;
	const arity = comparators.find((known) => known.comparator === comparator)?.arity;
	const box = element("b-values");
	if (arity === undefined) {
		box.replaceChildren();
		return;
	}
	const inputs =
		arity === "pair"
			? [makeInput(facts, "From"), make("span", "and"), makeInput(facts, "To")]
			: [arity === "list" ? makeListInput(facts) : makeInput(facts, "Value")];
	const zone = facts.input === "datetime" ? [makeZoneMenu()] : [];
	const known = facts.values.length > 0 ? [makeKnownValues(facts.values)] : [];
	box.replaceChildren(...inputs, ...zone, ...known);
}

export function readValueInputs(): readonly string[] {
	const box = element("b-values");
	const zone = box.querySelector<HTMLSelectElement>("#b-zone")?.value ?? "";
	return [...box.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("[data-value]")].flatMap(
		(input) => {
			const values = input.dataset.value === "list" ? splitList(input.value) : [input.value];
			return values.map((value) =>
				/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(value) ? addZone(value, zone) : value,
			);
		},
	);
}

const splitList = (text: string): readonly string[] =>
	text
		.split(/[\n,]/)
		.map((value) => value.trim())
		.filter((value) => value !== "");

const addZone = (moment: string, zone: string): string => (moment.length === 16 ? `${moment}:00` : moment) + zone;

function makeInput({ input, values }: FieldFacts, label: string): HTMLElement {
	if (input === "checkbox") {
		const menu = make("select");
		menu.append(new Option("yes", "true"), new Option("no", "false"));
		return labelled(menu, label);
	}
	const field = make("input");
	field.autocomplete = "off";
	field.spellcheck = false;
	if (input === "date") field.type = "date";
	if (input === "datetime") field.type = "datetime-local";
	if (input === "number" || input === "digits" || input === "record") field.inputMode = "decimal";
	if (input === "record") field.placeholder = "id of a record";
	if (values.length > 0) field.setAttribute("list", "b-known");
	return labelled(field, label);
}

function makeListInput({ input }: FieldFacts): HTMLElement {
	const area = make("textarea");
	area.rows = 2;
	area.placeholder = input === "datetime" || input === "date" ? "2026-01-31, 2026-02-28" : "one, another";
	labelled(area, "Values, separated by commas or line breaks");
	area.dataset.value = "list";
	return area;
}

function labelled<Kind extends HTMLElement>(field: Kind, label: string): Kind {
	field.setAttribute("aria-label", label);
	field.dataset.value = "one";
	return field;
}

function makeKnownValues(values: readonly string[]): HTMLElement {
	const list = make("datalist");
	list.id = "b-known";
	list.append(...values.map((value) => new Option(value, value)));
	return list;
}

/** A menu of the UTC offsets that are in use, with the browser's own selected. */
function makeZoneMenu(): HTMLElement {
	const menu = make("select");
	menu.id = "b-zone";
	menu.setAttribute("aria-label", "Zone, as an offset from UTC");
	const here = -new Date().getTimezoneOffset();
	const halves = Array.from({ length: 53 }, (_, index) => index * 30 - 720);
	const offsets = [...new Set([...halves, 345, 525, 765, here])].sort((one, other) => one - other);
	for (const offset of offsets) menu.add(new Option(`UTC${writeOffset(offset)}`, writeOffset(offset)));
	menu.value = writeOffset(here);
	return menu;
}

function writeOffset(minutes: number): string {
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
