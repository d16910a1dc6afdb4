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

/** A field as this library describes it, with what it was made from and what was decided on the way. */
export interface MappedField extends PackedField {
	readonly metadata: FieldMetadata;
	readonly reason?: RestrictionReason;
	/** What was met that this library does not know. */
	readonly warning?: string;
}

/** A module whose fields are mapped. */
export interface MappedModule extends ModuleMetadata {
	readonly fields: readonly MappedField[];
}

/** What becomes of a data type of Zoho's. */
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
const unproven = "; whether bulk read exports it is not known";
const noComparatorsUnproven = notFiltered("inferred", `${noComparators.why}${unproven}`);
const flaggedInSample = notFiltered(
	"documented",
	`Zoho's sample of fields metadata marks this data type as not filterable${unproven}`,
);

/**
 * Zoho's data types and ours. A type that bulk read is known not to export is out of `select`; one without a row in the
 * API's table of comparators is out of `where`; where nothing is known, a field can be selected, and Zoho decides.
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
		reason: notExported("documented", "the rows of a subform are a module of their own, and are exported as such"),
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

/** The data types whose fields are typed by what they result in. */
const computed: ReadonlySet<string> = new Set(["formula", "rollup_summary"]);

/** Zoho's data types that this library knows. */
export const knownDataTypes: readonly string[] = [...Object.keys(mappings), ...computed];

/**
 * Single fields that bulk read refuses although the metadata lists them, by `Module.Field`, or by the field where it is
 * so in every module.
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

/** A row has the id of its record under this name, and a column of another meaning could not be told from it. */
const takenByRecordId = notExported("inferred", "every result has the record's own id in a column of this name");

/**
 * Maps a field of Zoho's to this library's terms.
 *
 * @param field - the field's metadata.
 * @param module - API name of its module.
 * @param heedFilterable - whether a field for which the metadata says `filterable: false` is kept out of criteria.
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
					warning: `The data type "${field.dataType}" is not known; it is taken for text.`,
				};
	}
	const { returnType } = field;
	const result = returnType !== undefined && Object.hasOwn(mappings, returnType) ? mappings[returnType] : undefined;
	if (!result) {
		const what = returnType === undefined ? "nothing that the metadata names" : `"${returnType}", which is not known`;
		return {
			mapping: { dataType: "text", reason: noComparators },
			warning: `This ${field.dataType} results in ${what}; it is taken for text.`,
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
		return notFiltered("inferred", "the metadata says filterable: false, which is taken to hold for bulk read too");
	}
	return undefined;
}
