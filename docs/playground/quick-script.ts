/**
 * Turns a text into a script without the compiler, so that the first answer comes sooner. This works if only its imports and
 * exports are not plain JavaScript, as in most queries. `undefined` if there may be more: the compiler must do it.
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
