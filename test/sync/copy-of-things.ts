import type {
	CopyColumn,
	CopyTable,
	CopyType,
	CsvPage,
	LoadedPage,
	Publication,
	StageTarget,
} from "zoho-bulk-read/sync";
import { copied, type PlainRow, type TestDatabase } from "./test-database.js";

/** The id's column, followed by these. */
export function columnsOf(types: Readonly<Record<string, CopyType>>): readonly CopyColumn[] {
	return [{ name: "Id", type: "text" }, ...Object.entries(types).map(([name, type]) => ({ name, type }))];
}

/** A page of a file, in parts of a few bytes. */
export function pageOf(
	columns: readonly CopyColumn[],
	lines: readonly string[],
	changes: Partial<CsvPage> = {},
): CsvPage {
	const file = [columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`).join(","), ...lines];
	const bytes = Buffer.from(file.map((line) => `${line}\n`).join(""));
	return {
		...{ columns, count: lines.length, invalidCells: "error", cancel: async () => {} },
		csv: async function* () {
			for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
		},
		...changes,
	};
}

const rowsOnly: StageTarget = { rows: true, ids: false };

/** A copy that a test works on as a run does. */
export class TestCopy {
	readonly table: CopyTable;
	readonly #database: TestDatabase;
	readonly #name: string;

	private constructor(table: CopyTable, database: TestDatabase, name: string) {
		this.table = table;
		this.#database = database;
		this.#name = name;
	}

	static async open(database: TestDatabase, name = "Things", listDelimiter = ","): Promise<TestCopy> {
		const table = await database.copies.open(name, { wait: false, listDelimiter });
		// As every run begins.
		await table.read();
		return new TestCopy(table, database, name);
	}

	/** Stages a page. */
	stage(
		columns: readonly CopyColumn[],
		lines: readonly string[],
		into: StageTarget = rowsOnly,
		changes?: Partial<CsvPage>,
	): Promise<LoadedPage> {
		return this.table.stage(pageOf(columns, lines, changes), into, () => "staged");
	}

	/** Stages ids. */
	async ids(ids: readonly string[], doubted?: StageTarget["doubted"]): Promise<void> {
		await this.stage(columnsOf({}), ids, { rows: false, ids: true, doubted });
	}

	/** Makes a table of rows. */
	async made(columns: readonly CopyColumn[], lines: readonly string[]): Promise<void> {
		await this.table.begin(columns, "begun");
		await this.stage(columns, lines);
		await this.publish(columns, { anew: true });
	}

	/** Applies a run, and returns what it changed. */
	publish(columns: readonly CopyColumn[], changes: Partial<Publication> = {}): ReturnType<CopyTable["publish"]> {
		const usual = { anew: false, deletions: false, mayRepeat: false, added: [], state: () => "published" };
		return this.table.publish({ ...usual, columns, ...changes });
	}

	/** The rows of the table, by their ids. */
	async rows(): Promise<readonly PlainRow[]> {
		return [...(await copied(this.#database, this.#name)).values()];
	}

	/** What is stored. */
	async state(): Promise<string | undefined> {
		return (await this.table.read()).state;
	}
}
