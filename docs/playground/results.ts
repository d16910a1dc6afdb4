import type { limits } from "../../src/facts/limits.js";
import { element, make, makeButton } from "./elements.js";
import type { Fix, Outcome, Shown, TreeNode } from "./messages.js";

/** Whether the page shows the query that is in the editor. */
export type Standing =
	| "checking"
	| "valid"
	/** The text is not a query; the page still shows the last one. */
	| "last valid"
	| "none";

type KnownLimits = typeof limits;

/** Says whether the answer is up to date, and only then allows copying and running it. */
export function tellStanding(standing: Standing, shown: Shown | undefined, known: KnownLimits): void {
	const conditions = shown === undefined ? "" : countConditions(shown.size, known.conditions);
	const words: Readonly<Record<Standing, string>> = {
		checking: "Checking…",
		valid: `Valid, ${conditions}`,
		"last valid": "Last valid query, not the one in the editor",
		none: "No query yet",
	};
	element("verdict").textContent = words[standing];
	element("shown").dataset.standing = standing;
	element("view-result").textContent = standing === "valid" ? "Result" : `Result (${words[standing].split(",")[0]})`;
	for (const button of document.querySelectorAll<HTMLButtonElement>(".copy, #run"))
		button.disabled = standing !== "valid";
}

function countConditions(size: number, most: number): string {
	return size === 0 ? "no condition: every record" : `${size} of ${most} conditions`;
}

export function showQuery(shown: Shown, limits: KnownLimits, onFix: (fix: Fix) => void): void {
	const { english, tree, json, programs, scopes, hints } = shown;
	element("english").textContent = english;
	element("tree").replaceChildren(...(tree === undefined ? [] : [drawTree(tree)]));
	element("json").textContent = json;
	element("curl").textContent = programs.curl ?? "";
	element("program").textContent = programs[element<HTMLSelectElement>("language").value] ?? "";
	const pageSize = limits.recordsPerPage.toLocaleString("en");
	element("facts").replaceChildren(
		make("span", `Scopes: ${scopes.join(", ")}`),
		make("span", `Cost: ${limits.createCredits} API credits for each page of up to ${pageSize} records`),
	);
	element("hints").replaceChildren(
		...hints.map(({ message, fix }) => {
			const line = make("p", message, "hint");
			if (fix)
				line.append(
					" ",
					makeButton(`Write "${fix.wanted}"`, () => onFix(fix)),
				);
			return line;
		}),
	);
}

function drawTree(node: TreeNode): HTMLElement {
	if (node.kind === "condition") {
		const line = make("div", "", "condition");
		line.append(make("strong", node.field), ` ${node.words}`);
		return line;
	}
	const group = make("div", "", `group ${node.operator}`);
	const list = make("ul");
	for (const member of node.members) list.appendChild(make("li")).append(drawTree(member));
	group.append(make("span", node.operator, "pill"), list);
	return group;
}

export function clearOutcome(): void {
	for (const id of ["states", "rows", "outcome"]) element(id).replaceChildren();
}

export function showState(state: string, milliseconds: number): void {
	element("states").append(make("li", `${state}, ${seconds(milliseconds)}`));
}

export function showOutcome({ columns, rows, count, milliseconds }: Outcome): void {
	const table = document.createElement("table");
	const head = table.createTHead().insertRow();
	for (const column of columns) {
		const cell = head.appendChild(make("th", column));
		cell.scope = "col";
	}
	const body = table.createTBody();
	for (const row of rows) {
		const line = body.insertRow();
		for (const value of row) line.insertCell().textContent = value;
	}
	element("rows").replaceChildren(...(columns.length === 0 ? [] : [table]));
	const some = rows.length < count ? `, the first ${rows.length} below` : "";
	element("outcome").textContent = `${count.toLocaleString("en")} rows in ${seconds(milliseconds)}${some}.`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** Connects the copy buttons. Tables are copied in a form that spreadsheets accept. */
export function connectCopies(): void {
	for (const button of document.querySelectorAll<HTMLButtonElement>(".copy")) {
		button.addEventListener("click", async () => {
			const panel = element(button.dataset.copies ?? "");
			const lines = [...panel.querySelectorAll("tr")].map((row) =>
				[...row.cells].map((cell) => cell.textContent.replace(/[\t\n\r]/g, " ")).join("\t"),
			);
			const isDone = await copyText(lines.length > 0 ? lines.join("\n") : panel.textContent);
			tellFor(button, isDone ? "Copied" : "Blocked by the browser");
		});
	}
}

/** Copies a text, if the browser allows it. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/** Changes a button's text for a moment. */
export function tellFor(button: HTMLButtonElement, words: string): void {
	button.dataset.words ??= button.textContent;
	button.textContent = words;
	setTimeout(() => {
		button.textContent = button.dataset.words ?? "";
	}, 2_000);
}
