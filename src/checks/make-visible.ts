import { escapeHidden } from "./escape-hidden.js";

/**
 * Makes what a server said fit for a terminal and for a log, on one line: escape sequences, line breaks and whatever else does
 * not show or reorders text are written as `\u` escapes, and nothing in it is a workflow command (`::error::`, `##[group]`,
 * `##vso[...]`) to those who run a program in CI.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function makeVisible(text: string): string {
	return escapeHidden(text).replaceAll("\n", "\\n").replace(workflowCommand, escapeLast);
}

/** The same for a text whose line breaks are ours: each of its lines is made visible by itself. */
export function makeLinesVisible(text: string): string {
	return text.split("\n").map(makeVisible).join("\n");
}

const workflowCommand = /##(?=\[|vso\[)|(?:^|(?<=\s))::(?=(?:[a-z-]{5,}|echo)[ :])/g;

function escapeLast(sign: string): string {
	const code = sign.charCodeAt(sign.length - 1).toString(16);
	return `${sign.slice(0, -1)}\\u00${code}`;
}
