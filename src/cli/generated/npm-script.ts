import { isJsonObject } from "../../checks/json-object.js";
import { CommandError } from "../terminal/command-error.js";

/**
 * Adds a script to the text of a package.json, keeping its indentation.
 *
 * @returns the new text; `undefined` if there is already a script with this name.
 * @throws {@link CommandError} if it is not a package.json.
 */
export function addNpmScript(text: string, name: string, command: string): string | undefined {
	const description = parse(text);
	const scripts = description.scripts ?? {};
	if (!isJsonObject(scripts)) throw new CommandError("The scripts in package.json are not an object. Fix it first.");
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
		// Reported below.
	}
	throw new CommandError("package.json is not a JSON object. Fix it first.");
}
