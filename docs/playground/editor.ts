import {
	autocompletion,
	type CompletionContext,
	type CompletionResult,
	closeBrackets,
	completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Remote } from "comlink";
import type { Language, Problem } from "./language-worker.js";
import type { Fix } from "./messages.js";

/** What the editor reports. */
export interface EditorEvents {
	readonly onChange: (text: string) => void;
	/** Ctrl+Enter, or Command+Enter. */
	readonly onRun: () => void;
}

/** Makes the editor. The compiler provides its problems, completions and hovers. */
export function makeEditor(
	parent: HTMLElement,
	language: () => Remote<Language>,
	{ onChange, onRun }: EditorEvents,
): EditorView {
	const runKey = {
		key: "Mod-Enter",
		run: () => {
			onRun();
			return true;
		},
	};
	return new EditorView({
		parent,
		state: EditorState.create({
			extensions: [
				lineNumbers(),
				history(),
				drawSelection(),
				bracketMatching(),
				closeBrackets(),
				typescriptLanguage,
				typescriptLanguage.data.of({ closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] } }),
				indentUnit.of("\t"),
				EditorState.tabSize.of(2),
				EditorView.lineWrapping,
				syntaxHighlighting(colours),
				// Tab leaves the editor, so that keyboard users are not trapped in it.
				keymap.of([runKey, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
				EditorView.contentAttributes.of({ "aria-label": "The query, in TypeScript" }),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) onChange(update.state.doc.toString());
				}),
				autocompletion({ override: [(context) => complete(context, language())], icons: false }),
				hoverTooltip((view, position) => showHover(view, position, language())),
			],
		}),
	});
}

/** Replaces the editor's text, so that one undo restores it. The first text cannot be undone. */
export function setText(editor: EditorView, text: string, place: "first" | "next" = "next"): void {
	editor.dispatch({
		changes: { from: 0, to: editor.state.doc.length, insert: text },
		annotations: place === "first" ? Transaction.addToHistory.of(false) : isolateHistory.of("full"),
	});
}

/** Replaces a whole name by another, everywhere in the text. */
export function applyFix(editor: EditorView, { given, wanted }: Fix): void {
	const text = editor.state.doc.toString();
	const changes = [...text.matchAll(wholeName(given))].map(({ index }) => ({
		from: index,
		to: index + given.length,
		insert: wanted,
	}));
	editor.dispatch({ changes, annotations: isolateHistory.of("full") });
	editor.focus();
}

function wholeName(name: string): RegExp {
	return new RegExp(`(?<![\\w$])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w$])`, "g");
}

export function showProblems(editor: EditorView, problems: readonly Problem[]): void {
	const { length } = editor.state.doc;
	const diagnostics = problems.map(({ from, to, message }): Diagnostic => {
		const start = Math.min(from, length);
		return { from: start, to: Math.min(Math.max(to, start), length), message, severity: "error" };
	});
	editor.dispatch(setDiagnostics(editor.state, diagnostics));
}

const completionTypes: Readonly<Record<string, string>> = {
	string: "constant",
	property: "property",
	method: "method",
};

async function complete(context: CompletionContext, language: Remote<Language>): Promise<CompletionResult | null> {
	const typed = context.matchBefore(/["'.\w$]+/);
	if (!typed && !context.explicit) return null;
	await language.setText(context.state.doc.toString());
	const found = await language.complete(context.pos);
	if (!found || found.entries.length === 0) return null;
	const word = context.matchBefore(/[\w$]*/);
	const from = found.from < context.pos ? found.from : (word?.from ?? context.pos);
	return {
		from,
		options: found.entries.map(({ name, kind }) => ({ label: name, type: completionTypes[kind] ?? "variable" })),
		validFor: /^[\w$.]*$/,
	};
}

async function showHover(view: EditorView, position: number, language: Remote<Language>) {
	await language.setText(view.state.doc.toString());
	const hover = await language.hover(position);
	if (!hover) return null;
	return {
		pos: hover.from,
		end: hover.to,
		create: () => {
			const dom = document.createElement("div");
			dom.className = "hover";
			const type = dom.appendChild(document.createElement("code"));
			type.textContent = hover.type;
			if (hover.docs !== "") dom.appendChild(document.createElement("p")).textContent = hover.docs;
			return { dom };
		},
	};
}

const colours = HighlightStyle.define([
	{ tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: "var(--keyword)" },
	{ tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--string)" },
	{ tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
	{ tag: [tags.comment, tags.lineComment, tags.blockComment], color: "var(--muted)" },
	{ tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--function)" },
	{ tag: tags.typeName, color: "var(--type)" },
]);
