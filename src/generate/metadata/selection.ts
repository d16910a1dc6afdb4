/** What to generate: patterns for modules and fields. */
export interface Selection {
	/**
	 * Patterns of what to generate; everything by default. `Leads` is a module with all its fields, `Leads.Email` one
	 * field of it; `*` matches any text and `?` any character. Case-insensitive.
	 */
	readonly include?: readonly string[];
	/** Patterns of what to leave out, in the same form: a module, or fields of it. */
	readonly exclude?: readonly string[];
}

/** Decides on modules and fields by API name. */
export interface Selector {
	takesModule(module: string): boolean;
	takesField(module: string, field: string): boolean;
	/** Whether a pattern of `include` without wildcards names the module. */
	namesModule(module: string): boolean;
	/** The patterns of `include` and `exclude` that match no module. */
	unmatched(modules: readonly string[]): readonly string[];
}

/** Reads the patterns of a selection. */
export function makeSelector({ include = [], exclude = [] }: Selection): Selector {
	const included = include.map(readPattern);
	const excluded = exclude.map(readPattern);
	return {
		takesModule: (module) =>
			(included.length === 0 || included.some((pattern) => pattern.module.test(module))) &&
			!excluded.some((pattern) => pattern.field === undefined && pattern.module.test(module)),
		takesField: (module, field) =>
			(included.length === 0 || included.some((pattern) => covers(pattern, module, field))) &&
			!excluded.some((pattern) => covers(pattern, module, field)),
		namesModule: (module) => included.some((pattern) => pattern.exact && pattern.module.test(module)),
		unmatched: (modules) =>
			[...included, ...excluded]
				.filter((pattern) => !modules.some((module) => pattern.module.test(module)))
				.map((pattern) => pattern.text),
	};
}

interface Pattern {
	readonly text: string;
	readonly module: RegExp;
	/** Absent if the pattern means the whole module. */
	readonly field?: RegExp;
	/** Whether the module is named without wildcards. */
	readonly exact: boolean;
}

function readPattern(text: string): Pattern {
	const dot = text.indexOf(".");
	const module = dot === -1 ? text : text.slice(0, dot);
	const exact = !/[*?]/.test(module);
	return dot === -1
		? { text, exact, module: matcher(module) }
		: { text, exact, module: matcher(module), field: matcher(text.slice(dot + 1)) };
}

function covers({ module, field }: Pattern, moduleName: string, fieldName: string): boolean {
	return module.test(moduleName) && (field === undefined || field.test(fieldName));
}

function matcher(glob: string): RegExp {
	const source = glob
		.replace(/[\\^$.+()[\]{}|]/g, "\\$&")
		.replaceAll("*", ".*")
		.replaceAll("?", ".");
	return new RegExp(`^${source}$`, "isu");
}
