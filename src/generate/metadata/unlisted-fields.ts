import type { DescribedModule, FieldMetadata } from "./metadata.js";

interface UnlistedField {
	/** The module that has the field; every module if absent. */
	readonly module?: string;
	readonly field: FieldMetadata;
}

/** Fields that bulk read accepts, but that the Fields Metadata API may not list. */
const unlistedFields: readonly UnlistedField[] = [
	{
		module: "Leads",
		field: {
			apiName: "$converted",
			dataType: "boolean",
			virtual: false,
			encrypted: false,
			external: false,
			values: [],
			provenance: {
				certainty: "documented",
				valuesComplete: true,
				legacy: false,
				note: "Whether the lead was converted; bulk read's pages show it, but the metadata does not list it",
			},
		},
	},
	{
		field: {
			apiName: "id",
			dataType: "bigint",
			virtual: false,
			encrypted: false,
			external: false,
			values: [],
			label: "Record id",
		},
	},
];

/** The fields of a module, including those that the metadata leaves out. */
export function allFields(module: DescribedModule): readonly FieldMetadata[] {
	const listed = new Set(module.fields.map((field) => field.apiName));
	const missing = unlistedFields
		.filter((unlisted) => unlisted.module === undefined || unlisted.module === module.apiName)
		.map((unlisted) => unlisted.field)
		.filter((field) => !listed.has(field.apiName));
	return [...module.fields, ...missing];
}
