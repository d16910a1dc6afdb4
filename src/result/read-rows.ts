import type { FieldDescriptor, AnyModule } from "../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../schema/path.js";
import { convertCell } from "./convert-cell.js";
import { CsvReader } from "./csv.js";
import { DamagedResultError } from "./damaged-result-error.js";
import { unzip } from "./unzip.js";

/** The rows of a result, one by one, or in the batches in which they come. */
export interface Rows<out Row> extends AsyncIterable<Row> {
	batches(): AsyncIterable<readonly Row[]>;
}

/** What names the columns of a result. */
export interface RowColumns {
	readonly module: AnyModule;
}

/** How a result is read. */
export interface ReadRowsOptions {
	/** Called after each batch with the rows and the bytes of the CSV so far. */
	readonly onProgress?: (progress: { readonly rows: number; readonly bytes: number }) => void;
}

/** Reads the rows of a job's result as it is downloaded. */
export function readRows<Row>(
	zip: ReadableStream<Uint8Array>,
	{ module }: RowColumns,
	{ onProgress }: ReadRowsOptions = {},
): Rows<Row> {
	async function* batches(): AsyncGenerator<readonly Row[], void> {
		const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
		const csv = new CsvReader();
		let columns: Column[] | undefined;
		let rows = 0;
		let bytes = 0;
		const convert = (records: string[][]): Row[] => {
			const batch: Row[] = [];
			for (const record of records) {
				if (columns === undefined) columns = readHeader(record, module);
				else batch.push(readRow(record, columns, ++rows) as Row);
			}
			return batch;
		};
		for await (const part of unzip(zip)) {
			bytes += part.length;
			const batch = convert(csv.push(decoder.decode(part, { stream: true })));
			onProgress?.({ rows, bytes });
			if (batch.length > 0) yield batch;
		}
		const batch = convert([...csv.push(decoder.decode()), ...csv.end()]);
		onProgress?.({ rows, bytes });
		if (batch.length > 0) yield batch;
	}
	return {
		batches,
		async *[Symbol.asyncIterator]() {
			for await (const batch of batches()) yield* batch;
		},
	};
}

interface Column {
	readonly name: string;
	readonly field: FieldDescriptor | undefined;
}

function readHeader(names: readonly string[], module: AnyModule): Column[] {
	if (new Set(names).size !== names.length) throw new DamagedResultError("a column stands twice in the header");
	return names.map((name) => {
		if (name === "Id" || name === "id") return { name: "Id", field: undefined };
		const found = resolvePath(module, name);
		return { name, field: isPathProblem(found) ? undefined : found.field };
	});
}

function readRow(record: readonly string[], columns: readonly Column[], number: number): Record<string, unknown> {
	if (record.length !== columns.length) throw new DamagedResultError(`it has ${record.length} cells, and the header ${columns.length}`, number);
	const row: Record<string, unknown> = {};
	for (const [index, { name, field }] of columns.entries()) {
		const value = convertCell(record[index] ?? "", field?.dataType, name, number);
		if (name === "__proto__") Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
		else row[name] = value;
	}
	return row;
}
