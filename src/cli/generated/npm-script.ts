import { isJsonObject } from "../../checks/json-object.js";
import { CommandError } from "../terminal/command-error.js";

/**
 * Adds a script to the text of a package.json, which keeps its indentation.
 *
 * @returns the new text; `undefined` where there is a script of this name.
 * @throws {@link CommandError} where it is no package.json.
 */
export function addNpmScript(text: string, name: string, command: string): string | undefined {
	const description = parse(text);
	const scripts = description.scripts ?? {};
	if (!isJsonObject(scripts)) throw new CommandError("package.json has scripts that are no object. Mend it first.");
	if (Object.hasOwn(scripts, name)) return undefined;
	const changed = { ...description, scripts: { ...scripts, [name]: command } };
	const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? "  ";
	return `${JSON.stringify(changed, null, indent)}\n`;
}

function parse(text: string): Record<string, unknown> {
	try {
		const description: unknown = JSON.parse(text);
		if (isJsonObject(description)) return { ...description };
	} catch {
		// Said below.
	}
	throw new CommandError("package.json is not a JSON object. Mend it first.");
}
