import type { EditorView } from "@codemirror/view";
import { type Remote, wrap } from "comlink";
import { limits } from "../../src/facts/limits.js";
import type { Ask } from "./ask.js";
import { startBuilder } from "./builder.js";
import { openDesk } from "./closed-frame.js";
import { applyFix, makeEditor, setText, showProblems } from "./editor.js";
import { element, makeButton } from "./elements.js";
import { fillExampleMenu, firstExample, isExample } from "./example-menu.js";
import { connectImport, openImport } from "./import-dialog.js";
import { keep, readKept, showKeptTheme, switchTheme } from "./kept.js";
import type { Checked, Language } from "./language-worker.js";
import { fillMenus, readTarget, showView } from "./menus.js";
import type { Look, Shown } from "./messages.js";
import { hideNotice, showNotice } from "./notice.js";
import { tellProblems } from "./problems.js";
import { quickScript } from "./quick-script.js";
import {
	clearOutcome,
	connectCopies,
	copyText,
	type Standing,
	showOutcome,
	showQuery,
	showState,
	tellFor,
	tellStanding,
} from "./results.js";
import { startRunner } from "./runner.js";
import { readShareHash, writeShareHash } from "./share-link.js";

/** Milliseconds without typing before the text is checked. */
const pause = 150;

showKeptTheme();
const kept = readKept();
const runner = startRunner();

/** The compiler is two thirds of the page's size: it only starts after the first answer. */
const language = once((): Remote<Language> => {
	const source = new Blob([element("language-worker").textContent ?? ""], { type: "text/javascript" });
	return wrap<Language>(new Worker(URL.createObjectURL(source)));
});
const desk = once((): Ask => openDesk());

let text = "";
/** Whether the text came from a link, and therefore must not see the user's own modules. */
let isShared = false;
let shown: Shown | undefined;
let { modules: ownModules, before } = kept;
let timer: ReturnType<typeof setTimeout> | undefined;

const editor: EditorView = makeEditor(element("editor"), language, {
	onChange: (changed) => {
		text = changed;
		keep({ text, isShared });
		menu.tell(text, isShared);
		tellStanding("checking", shown, limits);
		clearTimeout(timer);
		timer = setTimeout(lookAgain, pause);
	},
	onRun: () => void run(),
});

const menu = fillExampleMenu(
	(chosen) => replaceText(chosen, false),
	() => before,
);
const builder = startBuilder(desk, (source) => setText(editor, source));

/** Replaces the user's text. Undo restores it, and so does the menu. */
function replaceText(next: string, cameByLink: boolean): void {
	if (text.trim() !== "" && !isShared && !isExample(text)) {
		before = text;
		keep({ before });
	}
	// Code that has run in the frame may have left something behind.
	if (cameByLink || isShared) runner.restart(cameByLink ? undefined : ownModules?.script);
	isShared = cameByLink;
	tellShared(next);
	setText(editor, next);
}

function tellShared(shared: string): void {
	hideNotice();
	if (!isShared) return;
	const needsModules = shared.includes("./zoho.js");
	if (ownModules) {
		showNotice("This text came from a link. It cannot use your modules unless you allow it.", {
			"Let it use my modules": () => {
				isShared = false;
				keep({ isShared });
				runner.restart(ownModules?.script);
				hideNotice();
				lookAgain();
			},
		});
	} else if (needsModules) {
		showNotice("This text came from a link and needs modules of its author's own org. Links do not include modules.", {
			"Import modules": () => openImport(),
		});
	}
}

function lookAgain(): void {
	if (text !== firstExample || location.hash !== "") history.replaceState(null, "", writeShareHash(text));
	void look();
}

/**
 * Checks the text, builds its query, and shows both.
 *
 * @returns the text in JavaScript, if it compiles and builds a query.
 */
async function look(): Promise<string | undefined> {
	const looked = text;
	if (/^\s*[{[]/.test(looked)) {
		offerImport(looked);
		return undefined;
	}
	await language().setText(looked);
	const checked = await language().check();
	if (looked !== text) return undefined;
	showProblems(editor, checked.problems);
	const isWhole = !checked.problems.some(({ isSyntax }) => isSyntax);
	const found = isWhole ? await runner.look(checked.script, readTarget()) : undefined;
	if (looked !== text) return undefined;
	return showLook(checked, found);
}

function showLook({ problems, script }: Checked, found: Look | undefined): string | undefined {
	const mistake = found && "mistake" in found ? found.mistake : undefined;
	tellProblems(problems, mistake, {
		fix: (fix) => applyFix(editor, fix),
		goTo: (position) => {
			editor.dispatch({ selection: { anchor: position }, scrollIntoView: true });
			editor.focus();
		},
	});
	if (problems.length === 0 && found && "shown" in found) {
		showAnswer(found.shown, "valid");
		return script;
	}
	tellStanding(shown === undefined ? "none" : "last valid", shown, limits);
	builder.readBack(undefined);
	return undefined;
}

function showAnswer(answer: Shown, standing: Standing): void {
	// The rows on the page belong to the previous query.
	if (answer.request !== shown?.request) clearOutcome();
	shown = answer;
	showQuery(answer, limits, (fix) => applyFix(editor, fix));
	tellStanding(standing, answer, limits);
	if (standing === "valid") builder.readBack(answer);
}

function offerImport(json: string): void {
	const make = makeButton("This is JSON. Turn it into TypeScript", () => openImport(json), "sentence");
	element("problems").replaceChildren(make);
	element("editor").dataset.checked = "0";
	showProblems(editor, []);
	tellStanding(shown === undefined ? "none" : "last valid", shown, limits);
}

async function run(): Promise<void> {
	element<HTMLInputElement>("tab-run").checked = true;
	showView("result");
	clearOutcome();
	let last = "";
	const ran = text;
	try {
		const script = await look();
		if (script === undefined) throw new Error("There is no query yet: see what is wrong with the text.");
		const outcome = await runner.run(script, ({ state, milliseconds }) => {
			if (state === last || ran !== text) return;
			last = state;
			showState(state, milliseconds);
		});
		if (ran === text) showOutcome(outcome);
		else clearOutcome();
	} catch (error) {
		element("outcome").textContent = error instanceof Error ? error.message : String(error);
	}
}

/** Adds the user's own modules, and starts a query on the first one. */
async function takeModules(source: string): Promise<void> {
	const script = await language().setModules(source);
	await desk()("setModules", [script]);
	ownModules = { source, script };
	keep({ modules: ownModules });
	element("import-forget").hidden = false;
	const [name = ""] = /(?<=export const )\w+/.exec(source) ?? [];
	await builder.offerModules();
	const isWanted = isShared && text.includes("./zoho.js");
	if (isWanted) tellShared(text);
	else {
		runner.restart(script);
		const query = `export const job = bulkRead(${name});\n`;
		replaceText(`import { bulkRead } from "zoho-bulk-read";\nimport { ${name} } from "./zoho.js";\n\n${query}`, false);
	}
	void look();
}

function forgetModules(): void {
	ownModules = undefined;
	keep({ modules: undefined });
	location.reload();
}

function connectButtons(): void {
	connectCopies();
	connectImport(desk, {
		onQuery: (query) => replaceText(query, false),
		onModules: takeModules,
		onForget: forgetModules,
	});
	element("run").addEventListener("click", () => void run());
	element("theme").addEventListener("click", switchTheme);
	for (const view of ["query", "result"] as const)
		element(`view-${view}`).addEventListener("click", () => showView(view));
	element<HTMLButtonElement>("share").addEventListener("click", async () => {
		history.replaceState(null, "", writeShareHash(text));
		const isCopied = await copyText(location.href);
		const needs = text.includes("./zoho.js") ? ", without your modules" : "";
		tellFor(element("share"), isCopied ? `Copied${needs}` : `It is in the address bar${needs}`);
	});
	addEventListener("pagehide", () => keep({ text, isShared }));
	addEventListener("hashchange", () => {
		const link = readShareHash(location.hash);
		if (link === "damaged") tellDamaged();
		else if (link !== undefined && link.text !== text) replaceText(link.text, !isExample(link.text));
	});
}

const tellDamaged = (): void =>
	showNotice("This link is damaged: part of it is missing or was changed. Here is your last text.");

/** The first text: from the link, or from the last visit. */
function findText(): string {
	const link = readShareHash(location.hash);
	const last = kept.text ?? firstExample;
	if (link === undefined || link === "damaged") {
		isShared = kept.isShared ?? false;
		if (link === "damaged") tellDamaged();
		return last;
	}
	isShared = link.text === last ? (kept.isShared ?? false) : !isExample(link.text);
	if (link.text !== last && !isExample(last)) before = last;
	return link.text;
}

async function start(): Promise<void> {
	fillMenus(kept, () => void look());
	connectButtons();
	const first = findText();
	if (location.hash !== "" && isShared) tellShared(first);
	if (ownModules && !isShared) runner.restart(ownModules.script);
	setText(editor, first, "first");
	text = first;
	menu.tell(text, isShared);
	tellStanding("checking", undefined, limits);
	const script = quickScript(text);
	const quick = script === undefined ? undefined : await runner.look(script, readTarget());
	if (quick && "shown" in quick && first === text) showAnswer(quick.shown, "checking");
	if (ownModules) {
		await Promise.all([language().setModules(ownModules.source), desk()("setModules", [ownModules.script])]);
		element("import-forget").hidden = false;
	}
	const isRight = await look();
	// The answer was shown before the compiler had checked the text, and the text is wrong.
	if (isRight === undefined && first === text) {
		shown = undefined;
		tellStanding("none", shown, limits);
	}
	await builder.offerModules();
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

void start();
