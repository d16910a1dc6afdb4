import { type MappedModule, mapField } from "./map-field.js";
import { byApiName } from "./metadata/by-api-name.js";
import type { DescribedModule } from "./metadata/metadata.js";
import { whyNotServed } from "./metadata/not-served.js";
import { makeSelector, type Selection, type Selector } from "./metadata/selection.js";
import { allFields } from "./metadata/unlisted-fields.js";
import { type FileOptions, type GeneratedFile, writeFiles } from "./write-files.js";

/** The options for generating descriptors. */
export interface GenerateOptions extends Selection, FileOptions {
	/**
	 * Allows filtering by fields for which the metadata says `filterable: false`. That this flag applies to bulk read
	 * too is our **assumption**; without this option such fields are only in `select`.
	 */
	readonly ignoreFilterable?: boolean;
}

/** Something in the metadata or the options that this library does not know. */
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

/** The generated files, and remarks about them. */
export interface Generated {
	/** The files, in the order of their paths; the same input gives the same bytes. */
	readonly files: readonly GeneratedFile[];
	readonly warnings: readonly GenerateWarning[];
	/** Modules that have no fields, or that bulk read does not serve; naming one in `include` generates it. */
	readonly leftOut: readonly LeftOut[];
}

/**
 * Writes a typed module for each module of an org: an interface of its fields, and the constant for building queries.
 * Modules and fields are sorted by API name, so that Zoho's order does not matter.
 *
 * @param modules - the org's metadata, as `parseMetadata` reads it.
 * @param options - what to generate, and where the files will be.
 */
export function generateModules(modules: readonly DescribedModule[], options: GenerateOptions = {}): Generated {
	const warnings: GenerateWarning[] = [];
	const leftOut: LeftOut[] = [];
	const selector = makeSelector(options);
	const unique = firstOfEach(modules, (module) => {
		warnings.push({ module: module.apiName, message: "The metadata lists this module twice; the first one is used." });
	});
	for (const pattern of selector.unmatched(unique.map((module) => module.apiName))) {
		warnings.push({ message: `"${pattern}" does not match any module.` });
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
	if (module.fields.length === 0) return "the metadata has no fields for it";
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
		warn(field.apiName, "The metadata lists this field twice; the first one is used.");
	});
	const fields = unique.map((metadata) => {
		const field = mapField(metadata, apiName, options.ignoreFilterable !== true);
		if (field.warning !== undefined) warn(metadata.apiName, field.warning);
		return field;
	});
	return { ...module, fields };
}

/** The items sorted by API name, without duplicates. */
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
