import { type MappedModule, mapField } from "./map-field.js";
import { byApiName } from "./metadata/by-api-name.js";
import type { DescribedModule } from "./metadata/metadata.js";
import { whyNotServed } from "./metadata/not-served.js";
import { makeSelector, type Selection, type Selector } from "./metadata/selection.js";
import { allFields } from "./metadata/unlisted-fields.js";
import { type FileOptions, type GeneratedFile, writeFiles } from "./write-files.js";

/** How descriptors are generated. */
export interface GenerateOptions extends Selection, FileOptions {
	/**
	 * Takes fields into criteria for which the metadata says `filterable: false`. That the flag holds for bulk read too
	 * is our **assumption**; without this option such fields are in `select` alone.
	 */
	readonly ignoreFilterable?: boolean;
}

/** Something that the metadata or the options hold and that this library does not know. */
export interface GenerateWarning {
	readonly module?: string;
	readonly field?: string;
	readonly message: string;
}

/** A module that was not generated, although nothing excludes it. */
export interface LeftOut {
	readonly module: string;
	readonly why: string;
}

/** The generated files, and what there is to say about them. */
export interface Generated {
	/** The files, in the order of their paths; the same input gives the same bytes. */
	readonly files: readonly GeneratedFile[];
	readonly warnings: readonly GenerateWarning[];
	/** Modules that have no fields, or that bulk read does not serve; naming one of these in `include` generates it. */
	readonly leftOut: readonly LeftOut[];
}

/**
 * Writes a typed module for each module of an org: an interface of its fields, and the constant that queries are made
 * from. Modules and fields are sorted by their API names, so that the order in which Zoho lists them changes nothing.
 *
 * @param modules - the org's metadata, as `parseMetadata` reads it.
 * @param options - what to generate, and where the files will stand.
 */
export function generateModules(modules: readonly DescribedModule[], options: GenerateOptions = {}): Generated {
	const warnings: GenerateWarning[] = [];
	const leftOut: LeftOut[] = [];
	const selector = makeSelector(options);
	const unique = firstOfEach(modules, (module) => {
		warnings.push({ module: module.apiName, message: "The metadata lists this module twice; the first is taken." });
	});
	for (const pattern of selector.unmatched(unique.map((module) => module.apiName))) {
		warnings.push({ message: `"${pattern}" matches no module.` });
	}
	const mapped: MappedModule[] = [];
	for (const module of unique.filter((module) => selector.takesModule(module.apiName))) {
		const why = whyLeftOut(module, selector);
		if (why === undefined) mapped.push(mapModule(module, selector, options, warnings));
		else leftOut.push({ module: module.apiName, why });
	}
	return { files: writeFiles(mapped, options), warnings, leftOut };
}

function whyLeftOut(module: DescribedModule, selector: Selector): string | undefined {
	if (module.fields.length === 0) return "the metadata lists no fields of it";
	if (selector.namesModule(module.apiName)) return undefined;
	const notServed = whyNotServed(module);
	return notServed && `${notServed.why} (${notServed.certainty})`;
}

function mapModule(
	module: DescribedModule,
	selector: Selector,
	options: GenerateOptions,
	warnings: GenerateWarning[],
): MappedModule {
	const { apiName } = module;
	const warn = (field: string, message: string) => warnings.push({ module: apiName, field, message });
	const taken = allFields(module).filter((field) => selector.takesField(apiName, field.apiName));
	const unique = firstOfEach(taken, (field) => {
		warn(field.apiName, "The metadata lists this field twice; the first is taken.");
	});
	const fields = unique.map((metadata) => {
		const field = mapField(metadata, apiName, options.ignoreFilterable !== true);
		if (field.warning !== undefined) warn(metadata.apiName, field.warning);
		return field;
	});
	return { ...module, fields };
}

/** The items sorted by API name, without those whose name came before. */
function firstOfEach<Item extends { readonly apiName: string }>(
	items: readonly Item[],
	onRepeated: (item: Item) => void,
): readonly Item[] {
	const first = new Map<string, Item>();
	for (const item of items) {
		if (first.has(item.apiName)) onRepeated(item);
		else first.set(item.apiName, item);
	}
	return [...first.values()].sort(byApiName);
}
