import { type DataType, dataTypes } from "../schema/comparators.js";
import { nameAsWords } from "../schema/module-schema.js";
import type { PackedField, Restriction } from "../schema/packed-fields.js";
import { zohoDataTypes } from "../schema/zoho-data-types.js";
import type { Certainty, FieldMetadata, ModuleMetadata } from "./metadata/metadata.js";

/** Why a field may not be selected or filtered. */
export interface RestrictionReason {
	readonly restriction: Restriction;
	readonly certainty: Certainty;
	/** A sentence without its full stop. */
	readonly why: string;
}

/** A field as this library describes it, with its source and the decisions made about it. */
export interface MappedField extends PackedField {
	readonly metadata: FieldMetadata;
	readonly reason?: RestrictionReason;
	/** Anything found that this library does not know. */
	readonly warning?: string;
}

/** A module whose fields are mapped. */
export interface MappedModule extends ModuleMetadata {
	readonly fields: readonly MappedField[];
}

/** How one of Zoho's data types is mapped. */
interface Mapping {
	readonly dataType: DataType;
	readonly reason?: RestrictionReason;
	/** The module that such a field always refers to. */
	readonly target?: string;
}

const notFiltered = (certainty: Certainty, why: string): RestrictionReason => ({
	restriction: "filter",
	certainty,
	why,
});
const notExported = (certainty: Certainty, why: string): RestrictionReason => ({
	restriction: "export",
	certainty,
	why,
});

const noComparators = notFiltered("inferred", "Zoho's table of comparators does not name this data type");
const unproven = "; it is unknown whether bulk read exports it";
const noComparatorsUnproven = notFiltered("inferred", `${noComparators.why}${unproven}`);
const flaggedInSample = notFiltered(
	"documented",
	`Zoho's sample of fields metadata marks this data type as not filterable${unproven}`,
);

/**
 * Zoho's data types and ours. A type that bulk read is known not to export is not in `select`; one without a row in the
 * API's table of comparators is not in `where`; if nothing is known, a field can be selected, and Zoho decides.
 */
const mappings: Readonly<Record<string, Mapping>> = {
	...Object.fromEntries(dataTypes.map((dataType) => [zohoDataTypes[dataType], { dataType }])),
	ownerlookup: { dataType: "owner", target: "Users" },
	userlookup: { dataType: "user", target: "Users" },
	mediumtext: { dataType: "text" },
	long: { dataType: "bigint" },
	multi_module_lookup: { dataType: "text", reason: noComparatorsUnproven },
	multiselectlookup: {
		dataType: "text",
		reason: notExported("observed", "clients of the API report that bulk read refuses fields of several lookups"),
	},
	multiuserlookup: { dataType: "text", reason: noComparatorsUnproven },
	profileimage: { dataType: "text", reason: flaggedInSample },
	imageupload: { dataType: "text", reason: flaggedInSample },
	fileupload: {
		dataType: "text",
		reason: notExported("observed", "clients of the API report that bulk read does not export files"),
	},
	subform: {
		dataType: "text",
		reason: notExported("documented", "the rows of a subform are a separate module, and are exported as such"),
	},
	layout: { dataType: "text", reason: noComparators },
	territories: { dataType: "text", reason: flaggedInSample },
	consent_lookup: { dataType: "text", reason: noComparatorsUnproven },
	event_reminder: { dataType: "text", reason: noComparatorsUnproven },
	multireminder: { dataType: "text", reason: noComparatorsUnproven },
	RRULE: { dataType: "text", reason: noComparators },
	ALARM: { dataType: "text", reason: noComparators },
	linetax: { dataType: "text", reason: noComparatorsUnproven },
	time_range: { dataType: "text", reason: noComparatorsUnproven },
	module: { dataType: "text", reason: noComparatorsUnproven },
	profilelookup: { dataType: "text", reason: noComparatorsUnproven },
	richtextarea: { dataType: "textarea", reason: flaggedInSample },
	address: { dataType: "text", reason: noComparatorsUnproven },
};

/** The data types whose fields are typed by their result. */
const computed: ReadonlySet<string> = new Set(["formula", "rollup_summary"]);

/** Zoho's data types that this library knows. */
export const knownDataTypes: readonly string[] = [...Object.keys(mappings), ...computed];

/**
 * Individual fields that bulk read refuses although the metadata lists them, by `Module.Field`, or by the field's name
 * if that is true in every module.
 */
const refusedFields: ReadonlyMap<string, RestrictionReason> = new Map(
	[
		"Calls.CTI_Entry",
		"Cases.Comments",
		"Solutions.Comments",
		"Events.Participants",
		"Price_Books.Pricing_Details",
		"nearby_distance__s",
	].map((name) => [name, notExported("observed", "clients of the API report that bulk read refuses this field")]),
);

/** A row has its record's id under this name, so a column with another meaning would be indistinguishable. */
const takenByRecordId = notExported("inferred", "every result has the record's own id in a column of this name");

/**
 * Maps one of Zoho's fields to this library's terms.
 *
 * @param field - the field's metadata.
 * @param module - API name of its module.
 * @param heedFilterable - whether a field for which the metadata says `filterable: false` is excluded from filters.
 */
export function mapField(field: FieldMetadata, module: string, heedFilterable: boolean): MappedField {
	const reason = restrictionOf(field, module, mappingOf(field).mapping, heedFilterable);
	const { mapping, warning = reason === takenByRecordId ? `It is left out of jobs: ${reason.why}.` : undefined } =
		mappingOf(field);
	const target = reason ? undefined : (mapping.target ?? field.lookupModule);
	const takesTarget = mapping.dataType === "lookup" || mapping.target !== undefined;
	const takesValues = mapping.dataType === "picklist" || mapping.dataType === "multi-select";
	return {
		metadata: field,
		apiName: field.apiName,
		dataType: mapping.dataType,
		values: takesValues && !reason ? field.values.map((value) => value.actual) : [],
		...(field.label === undefined || field.label === nameAsWords(field.apiName) ? {} : { label: field.label }),
		...(takesTarget && target !== undefined ? { target } : {}),
		...(reason ? { restriction: reason.restriction, reason } : {}),
		...(warning === undefined ? {} : { warning }),
	};
}

function mappingOf(field: FieldMetadata): { mapping: Mapping; warning?: string } {
	if (!computed.has(field.dataType)) {
		const known = Object.hasOwn(mappings, field.dataType) ? mappings[field.dataType] : undefined;
		return known
			? { mapping: known }
			: {
					mapping: { dataType: "text" },
					warning: `The data type "${field.dataType}" is unknown; it is treated as text.`,
				};
	}
	const { returnType } = field;
	const result = returnType !== undefined && Object.hasOwn(mappings, returnType) ? mappings[returnType] : undefined;
	if (!result) {
		const what =
			returnType === undefined ? "a type that the metadata does not name" : `"${returnType}", which is unknown`;
		return {
			mapping: { dataType: "text", reason: noComparators },
			warning: `This ${field.dataType} results in ${what}; it is treated as text.`,
		};
	}
	if (result.dataType !== "text") return { mapping: result };
	return {
		mapping: {
			dataType: "text",
			reason: notFiltered("documented", "a formula that results in text is not filterable"),
		},
	};
}

function restrictionOf(
	field: FieldMetadata,
	module: string,
	mapping: Mapping,
	heedFilterable: boolean,
): RestrictionReason | undefined {
	const refused = refusedFields.get(`${module}.${field.apiName}`) ?? refusedFields.get(field.apiName);
	if (refused) return refused;
	if (field.apiName === "Id") return takenByRecordId;
	if (mapping.reason?.restriction === "export") return mapping.reason;
	if (field.virtual)
		return notExported("inferred", "the metadata says that it has no value of its own (virtual_field)");
	if (mapping.reason) return mapping.reason;
	if (heedFilterable && field.filterable === false) {
		return notFiltered("inferred", "the metadata says filterable: false, which we assume applies to bulk read too");
	}
	return undefined;
}
