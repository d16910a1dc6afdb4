import examples from "virtual:examples";
import type { EditorView } from "@codemirror/view";
import { proxy, type Remote, wrap } from "comlink";
import type { Language as ProgramLanguage } from "zoho-bulk-read/render";
import { makeEditor, setText, showProblems } from "./editor.js";
import type { Language, Problem } from "./language-worker.js";
import type { Outcome, Runner, Shown } from "./run-worker.js";
import { readShareHash, writeShareHash } from "./share-link.js";

/** Milliseconds that a query may take to be built. */
const patience = 2_000;
/** Milliseconds without a key before the text is looked at. */
const pause = 150;

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
	const found = document.getElementById(id);
	if (!found) throw new Error(`There is no element "${id}".`);
	return found as Kind;
}

function startWorker(id: string): Worker {
	const source = new Blob([element(id).textContent ?? ""], { type: "text/javascript" });
	return new Worker(URL.createObjectURL(source));
}

const language = wrap<Language>(startWorker("language-worker"));

let runWorker = startWorker("run-worker");
let runner: Remote<Runner> = wrap<Runner>(runWorker);
let ownScript: string | undefined;
let interruptRun = (): void => {};

/** Ends what runs in the other worker, whatever it is, and begins anew. */
async function restartRunner(): Promise<void> {
	interruptRun();
	runWorker.terminate();
	runWorker = startWorker("run-worker");
	runner = wrap<Runner>(runWorker);
	await runner.languages();
	if (ownScript !== undefined) await runner.setModules(ownScript);
}

let text = "";
let shown: Shown | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const editor: EditorView = makeEditor(element("editor"), language, {
	onChange: (changed) => {
		text = changed;
		clearTimeout(timer);
		timer = setTimeout(look, pause);
	},
	onRun: () => {
		element<HTMLInputElement>("tab-run").checked = true;
		void run();
	},
});

/**
 * Checks the text, builds its query, and shows both.
 *
 * @returns the text in JavaScript, if a query came of it.
 */
async function look(): Promise<string | undefined> {
	const looked = text;
	await language.setText(looked);
	const { problems, script } = await language.check();
	if (looked !== text) return undefined;
	showProblems(editor, problems);
	const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), patience));
	const look = await Promise.race([runner.look(script), late]);
	if (look === "late") await restartRunner();
	if (looked !== text) return undefined;
	if (look !== "late" && "shown" in look) {
		listProblems(problems);
		shown = look.shown;
		showQuery();
		return script;
	}
	const mistake = look === "late" ? `It took longer than ${patience / 1000} seconds, and was stopped.` : look.mistake;
	// What the compiler says comes first: it knows where.
	listProblems(problems, problems.length === 0 ? mistake : undefined);
	return undefined;
}

function listProblems(problems: readonly Problem[], mistake?: string): void {
	const list = document.createElement("ul");
	const add = (message: string, position: number): void => {
		const button = list.appendChild(document.createElement("li")).appendChild(document.createElement("button"));
		button.type = "button";
		button.textContent = message;
		button.addEventListener("click", () => {
			editor.dispatch({ selection: { anchor: position }, scrollIntoView: true });
			editor.focus();
		});
	};
	for (const { line, message, from } of problems) add(`Line ${line}: ${message}`, from);
	if (mistake !== undefined) add(mistake, 0);
	element("problems").replaceChildren(list);
	element("editor").dataset.checked = String(problems.length);
}

function showQuery(): void {
	if (!shown) return;
	const { english, svg, json, programs, source, scopes } = shown;
	element("english").textContent = english;
	element("tree").innerHTML = svg ?? "";
	element("json").textContent = json;
	element("program").textContent = programs[element<HTMLSelectElement>("language").value as ProgramLanguage];
	element("source").textContent = source;
	element("scopes").textContent = `The token needs ${scopes.join(" and ")}.`;
}

/** Exports the query from the sandbox in the worker. */
async function run(): Promise<void> {
	const button = element<HTMLButtonElement>("run");
	button.disabled = true;
	element("states").replaceChildren();
	element("rows").replaceChildren();
	element("outcome").textContent = "";
	let last = "";
	const report = ({ state, milliseconds }: { readonly state: string; readonly milliseconds: number }): void => {
		if (state === last) return;
		last = state;
		element("states").appendChild(document.createElement("li")).textContent = `${state}, ${seconds(milliseconds)}`;
	};
	try {
		const script = await look();
		if (script === undefined) throw new Error("There is no query yet: see what is wrong with the text.");
		const interrupted = new Promise<never>((_, reject) => {
			interruptRun = () => reject(new Error("It was stopped."));
		});
		showOutcome(await Promise.race([runner.run(script, proxy(report)), interrupted]));
	} catch (error) {
		element("outcome").textContent = error instanceof Error ? error.message : String(error);
	} finally {
		button.disabled = false;
	}
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

function showOutcome({ columns, rows, count, milliseconds }: Outcome): void {
	const table = document.createElement("table");
	const head = table.createTHead().insertRow();
	for (const column of columns) {
		const cell = head.appendChild(document.createElement("th"));
		cell.scope = "col";
		cell.textContent = column;
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

/** Takes modules of the user's own, from pasted metadata. */
async function takeOwnModules(): Promise<void> {
	const mistake = element("own-mistake");
	try {
		const source = await runner.generate(element<HTMLTextAreaElement>("metadata").value);
		ownScript = await language.setModules(source);
		const [first = ""] = await runner.setModules(ownScript);
		mistake.textContent = "";
		element<HTMLDialogElement>("own-dialog").close();
		const [name = first] = /(?<=export const )\w+/.exec(source) ?? [];
		setText(
			editor,
			`import { bulkRead } from "zoho-bulk-read";\nimport { ${name} } from "./zoho.js";\n\nexport const job = bulkRead(${name});\n`,
		);
	} catch (error) {
		mistake.textContent = error instanceof Error ? error.message : String(error);
	}
}

async function fillMenus(): Promise<void> {
	const menu = element<HTMLSelectElement>("examples");
	for (const name of Object.keys(examples)) menu.add(new Option(name.replaceAll("-", " "), name));
	menu.addEventListener("change", () => setText(editor, examples[menu.value] ?? ""));
	const programs = element<HTMLSelectElement>("language");
	for (const [name, title] of await runner.languages()) programs.add(new Option(title, name));
	programs.addEventListener("change", showQuery);
}

function connectButtons(): void {
	element("run").addEventListener("click", () => void run());
	element("own").addEventListener("click", () => element<HTMLDialogElement>("own-dialog").showModal());
	element("own-use").addEventListener("click", () => void takeOwnModules());
	element("share").addEventListener("click", async ({ currentTarget }) => {
		history.replaceState(null, "", writeShareHash(text));
		const button = currentTarget as HTMLButtonElement;
		const copied = await navigator.clipboard?.writeText(location.href).then(
			() => true,
			() => false,
		);
		button.textContent = copied ? "Copied" : "It is in the address bar";
		setTimeout(() => {
			button.textContent = "Copy a link";
		}, 2_000);
	});
	element("theme").addEventListener("click", () => {
		const root = document.documentElement;
		const isDark = root.dataset.theme
			? root.dataset.theme === "dark"
			: matchMedia("(prefers-color-scheme: dark)").matches;
		root.dataset.theme = isDark ? "light" : "dark";
	});
	addEventListener("hashchange", () => {
		const shared = readShareHash(location.hash);
		if (shared !== undefined && shared !== text) setText(editor, shared);
	});
}

async function start(): Promise<void> {
	await fillMenus();
	connectButtons();
	setText(editor, readShareHash(location.hash) ?? Object.values(examples)[0] ?? "");
	clearTimeout(timer);
	await look();
}

void start();
