import { escapeHidden } from "./escape-hidden.js";

/**
 * Makes what a server said safe for a terminal and for a log, on one line: escape sequences, line breaks and anything
 * else that is invisible or reorders text become `\u` escapes, and nothing in it is a workflow command (`::error::`,
 * `##[group]`, `##vso[...]`) in CI.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function makeVisible(text: string): string {
	return escapeHidden(text).replaceAll("\n", "\\n").replace(workflowCommand, escapeLast);
}

/** The same for a text whose line breaks are ours: each line is made visible by itself. */
export function makeLinesVisible(text: string): string {
	return text.split("\n").map(makeVisible).join("\n");
}

const workflowCommand = /##(?=\[|vso\[)|(?:^|(?<=\s))::(?=(?:[a-z-]{5,}|echo)[ :])/g;

function escapeLast(sign: string): string {
	const code = sign.charCodeAt(sign.length - 1).toString(16);
	return `${sign.slice(0, -1)}\\u00${code}`;
}
