import type { MappedField, MappedModule } from "./map-field.js";
import type { Certainty, FieldMetadata, PicklistValue } from "./metadata/metadata.js";
import { writeCommentText, writeString } from "./write-text.js";

/** The maximum number of values that a comment lists, because picklists of countries have hundreds. */
const listedValues = 30;

/**
 * The lines of a field's doc comment: the org's words, then what this library adds.
 *
 * @param field - the field.
 * @param described - whether the module that it refers to is described.
 */
export function fieldDoc(field: MappedField, described: boolean): readonly string[] {
	const { label, helpText, encrypted, external, provenance } = field.metadata;
	const certainty = provenance?.certainty;
	const lookup = provenance?.lookup;
	return [
		sentences(
			label,
			helpText,
			certainty && certaintyWords[certainty],
			provenance?.note,
			provenance?.condition && `Only with: ${provenance.condition}`,
			provenance?.legacy && "Only in older versions of the API",
			lookup && lookup !== certainty && `The module that it refers to is ${lookup}`,
			!described && undescribedTarget(field.target),
			encrypted && "Encrypted: Zoho refuses some comparators for encrypted values",
			external && "An external id: a client of the API reports that bulk read does not export those",
		),
		field.dataType === "picklist" || field.dataType === "multi-select" ? valuesDoc(field.metadata) : "",
		restrictionDoc(field),
	].filter((line) => line !== "");
}

/** What Zoho gives as the target if each record has its own. */
const polymorphic = "se_module";

function undescribedTarget(target: string | undefined): string | undefined {
	if (target === polymorphic) return "Refers to records of several modules, so no path can go through it";
	return target && `Refers to ${target}, which is not described here, so no path can go through it`;
}

const certaintyWords: Readonly<Record<Certainty, string>> = {
	documented: "Documented",
	observed: "Observed",
	inferred: "Inferred",
};

/** The lines of a module's doc comment. */
export function moduleDoc({ apiName, label, provenance, fields }: MappedModule): readonly string[] {
	const title = label === undefined || label === apiName ? apiName : `${label} (${apiName})`;
	if (!provenance) return [sentences(title)];
	const counts = (["documented", "observed", "inferred"] as const).flatMap((certainty) => {
		const count = fields.filter((field) => field.metadata.provenance?.certainty === certainty).length;
		return count === 0 ? [] : [`${count} ${certainty}`];
	});
	return [
		sentences(title, bulkReadWords[provenance.bulkRead]),
		sentences(`Fields: ${counts.join(", ")}`, provenance.source && `Sources: ${provenance.source}`),
		legend,
	];
}

const legend =
	"Documented: on Zoho's pages. Observed: seen in a live org, or in Zoho's SDK. Inferred: concluded, " +
	"for example a data type from a name. Every org differs: generate your own modules.";

const bulkReadWords = {
	documented: "Zoho documents that bulk read exports it",
	unknown: "It is unknown whether bulk read exports it",
	"lookup target":
		"Described because lookups refer to it. A client of the API reports that bulk read does not export it",
} as const;

/** A doc comment, indented with tabs. */
export function writeDoc(lines: readonly string[], indent: string): string {
	const written = lines.map(writeCommentText);
	if (written.length === 0) return "";
	if (written.length === 1) return `${indent}/** ${written[0]} */\n`;
	return `${indent}/**\n${written.map((line) => `${indent} * ${line}`).join(`\n${indent} *\n`)}\n${indent} */\n`;
}

function sentences(...parts: readonly (string | false | undefined)[]): string {
	return parts
		.map((part) => (part || "").trim())
		.filter((part) => part !== "")
		.map((part) => (/[.!?。]$/.test(part) ? part : `${part}.`))
		.join(" ");
}

function valuesDoc({ values, provenance }: FieldMetadata): string {
	if (values.length === 0) return "";
	const listed = values.slice(0, listedValues).map(showValue).join(", ");
	const more = values.length > listedValues ? `, and ${values.length - listedValues} more` : "";
	const remarks = [
		provenance?.values !== undefined && provenance.values !== provenance.certainty && provenance.values,
		provenance?.valuesComplete === false && "perhaps not all",
	].filter((remark) => typeof remark === "string");
	return `Values${remarks.length === 0 ? "" : ` (${remarks.join(", ")})`}: ${listed}${more}.`;
}

function showValue({ actual, display }: PicklistValue): string {
	return actual === display ? writeString(actual) : `${writeString(actual)} (shown as ${writeString(display)})`;
}

function restrictionDoc({ reason, metadata }: MappedField): string {
	if (!reason) return "";
	const { restriction, why, certainty } = reason;
	const what = restriction === "export" ? "Neither exported nor filterable" : "Not filterable";
	const instead = metadata.associatedModule === undefined ? "" : ` Export ${metadata.associatedModule} instead.`;
	return `${what} (${certainty}): ${why}.${instead}`;
}
