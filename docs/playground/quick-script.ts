/**
 * Makes a script of a text that is JavaScript but for its imports and exports, as most queries are: so the first answer
 * need not wait for the compiler. `undefined` if the text may be more; the compiler knows.
 */
export function quickScript(text: string): string | undefined {
	const script = text
		.replace(/^import \{([^}]*)\} from ("[^"\n]+");/gm, (_, names: string, from: string) => {
			const taken = names
				.split(",")
				.filter((name) => !/^\s*type\s/.test(name))
				.map((name) => name.replace(/\sas\s/, ": "));
			return `const {${taken.join(",")}} = require(${from});`;
		})
		.replace(/^export const (\w+) =/gm, "const $1 = exports.$1 =");
	return /^\s*(?:import|export)\b/m.test(script) || /^\s*(?:interface|type|declare)\b|\)\s*:|\bas\b|\w\?:/m.test(script)
		? undefined
		: script;
}
