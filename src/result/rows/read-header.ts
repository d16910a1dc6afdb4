import type { AnyModule } from "../../schema/module-schema.js";
import { findField } from "../../schema/path.js";
import { DamagedResultError } from "../zip/damaged-result-error.js";
import { MissingColumnsError } from "./missing-columns-error.js";
import { idKey, type RowLayout } from "./row-layout.js";
import { UnknownColumnError } from "./unknown-column-error.js";

/** What describes the columns of a result: a job, or a module alone. */
export interface RowColumns<out Row = unknown> {
	/** The module that was read: each column is a path from it. */
	readonly module: AnyModule;
	/** The paths that were selected; without it, a result has every field of the module. */
	readonly selection?: readonly string[] | undefined;
	/** Carries the type of a row; absent at run time. */
	readonly rowType?: Row;
}

/** What to do with a header that is not as expected. */
export interface HeaderOptions {
	/**
	 * A column that the module does not describe gives its text, or an {@link UnknownColumnError}. By default `"text"`.
	 */
	readonly unknownColumns?: "text" | "error" | undefined;
	/**
	 * A selected column that the file lacks gives a {@link MissingColumnsError}, or `null` in every row. By default
	 * `"error"`. Without a selection, a described field that the file lacks is `null` either way, since orgs differ.
	 */
	readonly missingColumns?: "error" | "null" | undefined;
}

/**
 * Checks the header of a file against the request, before the first row is made.
 *
 * @throws {@link MissingColumnsError}, {@link UnknownColumnError}, {@link DamagedResultError} for a column that appears
 * twice.
 */
export function readHeader(
	header: readonly string[],
	{ module, selection }: RowColumns,
	{ unknownColumns, missingColumns }: HeaderOptions,
): RowLayout {
	if (header[0] === "BEGIN:VCALENDAR") throw new TypeError("This result is a calendar. Read it with readEvents.");
	const columns = header.map((name) => {
		if (isIdColumn(name)) return { header: name, key: idKey, dataType: undefined };
		const dataType = findField(module, name)?.dataType;
		return { header: name, key: name, dataType };
	});
	const keys = new Set<string>();
	for (const { key } of columns) {
		if (keys.has(key)) throw new DamagedResultError(`the column ${JSON.stringify(key)} appears twice`);
		keys.add(key);
	}
	const expected = expectedKeys(module, selection);
	const missing = expected.filter((key) => !keys.has(key));
	const isForeign =
		expected.length > 1 &&
		header.some((name) => !isIdColumn(name)) &&
		!expected.some((key) => key !== idKey && keys.has(key));
	const mayLackFields = selection === undefined || missingColumns === "null";
	const lacking = mayLackFields && !isForeign ? missing.filter((key) => key === idKey) : missing;
	if (lacking.length > 0) throw new MissingColumnsError({ expected, found: header, missing: lacking });
	const unknown = columns.find(({ key, dataType }) => dataType === undefined && key !== idKey);
	if (unknown !== undefined && unknownColumns === "error") {
		throw new UnknownColumnError(unknown.header, module.apiName);
	}
	return { columns, missing };
}

/** Says that a file has no header. */
export function noHeader({ module, selection }: RowColumns): MissingColumnsError {
	const expected = expectedKeys(module, selection);
	return new MissingColumnsError({ expected, found: [], missing: expected });
}

function isIdColumn(name: string): boolean {
	return name === "Id" || name === "id";
}

function expectedKeys(module: AnyModule, selection: readonly string[] | undefined): readonly string[] {
	const exported = (): string[] =>
		[...module.fields.values()].filter(({ exportable }) => exportable).map(({ apiName }) => apiName);
	const paths = selection ?? exported();
	return [idKey, ...paths.filter((path) => !isIdColumn(path))];
}
