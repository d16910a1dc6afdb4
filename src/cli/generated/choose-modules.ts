import type { ModuleMetadata } from "../../generate/metadata/metadata.js";
import { CommandError } from "../terminal/command-error.js";
import { ask } from "../terminal/prompt.js";
import { reportError } from "../terminal/report-error.js";
import { stderr } from "../terminal/terminal.js";

/** Shows the modules, and asks which ones to use until the answer is clear. */
export async function chooseModules(modules: readonly ModuleMetadata[]): Promise<readonly string[]> {
	const width = String(modules.length).length;
	for (const [index, { apiName, label }] of modules.entries()) {
		const called = label === undefined || label === apiName ? "" : stderr.paint("dim", `  ${label}`);
		stderr.line(`  ${String(index + 1).padStart(width)}  ${apiName}${called}`);
	}
	for (;;) {
		const answer = await ask("Which modules (numbers or API names, separated by spaces; press Enter for all)? ");
		try {
			return readModuleNames(answer.split(/[\s,]+/), modules);
		} catch (error) {
			reportError(error);
		}
	}
}

/**
 * Reads a choice of modules, by name or by number in the list.
 *
 * @returns their API names; all if the choice is empty.
 * @throws {@link CommandError}
 */
export function readModuleNames(words: readonly string[], modules: readonly ModuleMetadata[]): readonly string[] {
	const said = words.map((word) => word.trim()).filter((word) => word !== "");
	if (said.length === 0) return modules.map(({ apiName }) => apiName);
	const names = said.map((word) => {
		const named = modules.find(({ apiName }) => apiName.toLowerCase() === word.toLowerCase());
		const found = named ?? (/^\d+$/.test(word) ? modules[Number(word) - 1] : undefined);
		if (found !== undefined) return found.apiName;
		throw new CommandError(
			`The org has no module "${word}" that bulk read serves. It has ${modules.map(({ apiName }) => apiName).join(", ")}.`,
		);
	});
	return [...new Set(names)];
}
