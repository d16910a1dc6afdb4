import { writeCommentText, writeString } from "./write-text.js";
import type { MappedField } from "./map-field.js";
import type { Certainty, DescribedModule, FieldMetadata, PicklistValue } from "./metadata.js";

/** Values that a comment lists; picklists of countries have hundreds. */
const listedValues = 30;

/** The lines of a field's doc comment: the org's words, then what this library adds. */
export function fieldDoc(field: FieldMetadata, mapped: MappedField, described: boolean): readonly string[] {
	const { provenance, label, helpText } = field;
	return [
		sentences(
			label,
			helpText,
			mapped.target !== undefined && !described && `Refers to ${mapped.target}, which is not described here`,
			field.encrypted && "Encrypted: Zoho refuses some comparators",
			provenance?.legacy && "Only in older versions of the API",
			provenance?.condition !== undefined && `Only with: ${provenance.condition}`,
			provenance?.note,
			provenance?.certainty !== undefined && certaintyWords[provenance.certainty],
			provenance?.lookup !== undefined &&
				provenance.lookup !== provenance.certainty &&
				`What it refers to: ${provenance.lookup}`,
		),
		valuesDoc(field),
		restrictionDoc(field, mapped),
	].filter((line) => line !== "");
}

const certaintyWords: Readonly<Record<Certainty, string>> = {
	documented: "Documented",
	observed: "Observed",
	inferred: "Inferred",
};

/** The lines of a module's doc comment. */
export function moduleDoc(module: DescribedModule): readonly string[] {
	const { apiName, label, provenance, fields } = module;
	const title = label === undefined || label === apiName ? apiName : `${label} (${apiName})`;
	if (!provenance) return [sentences(title)];
	const counts = (["documented", "observed", "inferred"] as const).flatMap((certainty) => {
		const count = fields.filter((field) => field.provenance?.certainty === certainty).length;
		return count === 0 ? [] : [`${count} ${certainty}`];
	});
	return [
		sentences(title, bulkReadWords[provenance.bulkRead]),
		sentences(`Fields: ${counts.join(", ")}`, provenance.source !== "" && `Gathered from: ${provenance.source}`),
	];
}

const bulkReadWords = {
	documented: "That bulk read serves it is documented",
	unknown: "Whether bulk read serves it is not known",
	"lookup target": "Described because lookups refer to it; a client of the API reports that bulk read does not export it",
} as const;

/** A doc comment, indented with tabs. */
export function writeDoc(lines: readonly string[], indent: string): string {
	const [only, ...more] = lines.map(writeCommentText);
	if (only === undefined) return "";
	if (more.length === 0) return `${indent}/** ${only} */\n`;
	return `${indent}/**\n${[only, ...more].map((line) => `${indent} * ${line}`).join(`\n${indent} *\n`)}\n${indent} */\n`;
}

function sentences(...parts: readonly (string | false | undefined)[]): string {
	return parts
		.filter((part) => typeof part === "string" && part.trim() !== "")
		.map((part) => (/[.!?。]\s*$/.test(String(part)) ? String(part).trim() : `${String(part).trim()}.`))
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

function restrictionDoc(field: FieldMetadata, { reason }: MappedField): string {
	if (!reason) return "";
	const { restriction, why, certainty } = reason;
	const what = restriction === "export" ? "Neither exported nor in criteria" : "Not in criteria";
	const instead = field.associatedModule === undefined ? "" : ` Export ${field.associatedModule} instead.`;
	return `${what} (${certainty}): ${why}.${instead}`;
}
