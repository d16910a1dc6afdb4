import { expect, test } from "vitest";
import { CopySchemaError } from "zoho-bulk-read/sync";
import { CopySql, quoteName, quoteText, type SqlNaming, stateTable } from "../../../src/sync/copy/copy-sql.js";

const shouting: SqlNaming = { nameOf: (name) => name.toUpperCase(), sameAs: (name) => name.slice(0, 4) };
const plain: SqlNaming = { nameOf: (name) => name, sameAs: (name) => name };
const column = (name: string) => ({ name, type: "text" }) as const;

test("names and texts are quoted, with every quote in them twice", () => {
	expect(quoteName(`a"b"c`)).toBe(`"a""b""c"`);
	expect(quoteText("it's 'x'")).toBe("'it''s ''x'''");
	expect(stateTable).toBe(`"_zoho_sync"`);
});

test("tables and columns have the names that the database accepts", () => {
	const sql = new CopySql(`a "b"`, shouting);
	expect([sql.table, sql.rows, sql.ids]).toEqual([
		...[`"A ""B"""`, `"_ZOHO_SYNC_ROWS_A ""B"""`, `"_ZOHO_SYNC_IDS_A ""B"""`],
	]);
	expect(sql.columns([column("Id"), column("x")])).toBe(`"ID", "X"`);
	expect(sql.columns([column("Id"), column("x")], "t.")).toBe(`t."ID", t."X"`);
	expect(sql.columnName("_zoho_sync_page")).toBe("__ZOHO_SYNC_PAGE");
	expect(sql.columnName("__zoho_sync")).toBe("__ZOHO_SYNC");
	expect(sql.columnName("a_zoho_sync")).toBe("A_ZOHO_SYNC");
});

test("columns that would have the same name are refused, as they are called", () => {
	const refuse = (naming: SqlNaming, ...names: readonly string[]): (() => void) => {
		return () => new CopySql("Things", naming).refuseSameNames(names.map(column));
	};
	expect(refuse(plain, "Name", "Names", "name")).not.toThrow();
	expect(refuse(shouting, "Id", 'na"me 1', "Name", 'na"me 2')).toThrow(CopySchemaError);
	expect(refuse(shouting, "Id", 'na"me 1', "Name", 'na"me 2')).toThrow(
		'Things: the columns "na\\"me 1" and "na\\"me 2" would have the same name here. Select only one of them.',
	);
	// Our own are called otherwise.
	expect(refuse(plain, "_zoho_sync_x", "__zoho_sync_x")).toThrow(CopySchemaError);
});
