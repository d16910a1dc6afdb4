import type { FieldDescriptor } from "../../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import { type CsvColumn, writeCsv } from "../files/write-csv.js";
import { writeIcs } from "../files/write-ics.js";
import { writeZip } from "../files/write-zip.js";
import type { Assumptions } from "../options/assumptions.js";
import { makeBreaks } from "../org/slices.js";
import type { ExportPage } from "./export-page.js";
import type { ServedJob } from "./job.js";

/** Writes the archive of a job's result: one CSV or ICS file, named after the job. */
export function writeResultFile(
	job: ServedJob,
	page: ExportPage,
	assumptions: Assumptions,
): AsyncGenerator<Uint8Array> {
	const pieces =
		job.request.fileType === "ics" ? writeIcs(page) : writeCsv(columnsOf(job, assumptions), page, assumptions.csv);
	const name = `${job.id}.${job.request.fileType}`;
	return writeZip(encode(pieces), { name, ...assumptions.zip, modified: job.endsAt });
}

async function* encode(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	const takeBreak = makeBreaks();
	for (const piece of pieces) {
		if (piece !== "") yield encoder.encode(piece);
		await takeBreak();
	}
}

/** The id comes first in any case; then the requested fields in order, or all of the module's. */
function columnsOf(job: ServedJob, { repeatedField }: Assumptions): readonly CsvColumn[] {
	const { module, fields } = job.request;
	const paths = fields ?? [...module.fields.values()].filter(isExported).map(({ apiName }) => apiName);
	const kept = repeatedField === "once" ? [...new Set(paths)] : paths;
	const columns = kept.filter((path) => path !== "id").map((path) => column(job, path));
	return [{ header: "Id", dataType: "bigint", read: (record) => record.id }, ...columns];
}

function isExported(field: FieldDescriptor): boolean {
	return field.exportable;
}

function column(job: ServedJob, path: string): CsvColumn {
	const found = resolvePath(job.request.module, path);
	return { header: path, dataType: isPathProblem(found) ? "text" : found.field.dataType, read: job.reader(path) };
}
