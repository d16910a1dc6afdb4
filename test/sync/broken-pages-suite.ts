import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import type { StageTarget } from "zoho-bulk-read/sync";
import { columnsOf, TestCopy } from "./copy-of-things.js";
import type { TestDatabase } from "./test-database.js";

/** A customer's data: it must not appear anywhere else. */
const secret = "S3CRET_OF_A_CUSTOMER";

const columns = columnsOf({ Name: "text", Count: "integer", When: "moment", Tags: "list" });
const whole = `1,${secret},5,2026-01-01T00:00:00Z,a`;

const doubted = { column: { name: "When", type: "moment" }, since: "2026-01-01T00:00:00Z" } as const;
const targets: readonly StageTarget[] = [
	{ rows: true, ids: true },
	{ rows: false, ids: true, doubted },
];

/** Lines that no database can read. */
const broken: Readonly<Record<string, readonly (string | Uint8Array)[]>> = {
	"too few cells": [whole, `2,${secret}`],
	"too many cells": [whole, `2,${secret},1,,x,${secret}`],
	"a quote without an end": [whole, `2,"${secret},1,,x`],
	"a line break of its own": [whole, `2,${secret}\r3,${secret}`],
	"too few cells, after a cell that does not fit": [whole, "2,x,no number,,x", `3,${secret}`],
	"a remark about itself": [whole, `2,Expected Number of Columns: ${secret} Found: 7\nCSV Error on Line: 7`],
};

/** Lines that some databases can read, or at least where only their ids are wanted. */
const doubtful: Readonly<Record<string, readonly (string | Uint8Array)[]>> = {
	"text behind a quote": [whole, `2,"${secret}"${secret},1,,x`],
	"a quote inside": [whole, `2,${secret}"${secret},1,,x`],
	"a zero byte": [whole, `2,${secret}\0${secret},1,,x`],
	"other bytes than UTF-8": [whole, Buffer.concat([Buffer.from(`2,${secret}`), Buffer.of(0xff), Buffer.from(",1,,x")])],
	"a moment that is none": [whole, `2,x,1,2026-99-99${secret},x`],
	"no id": [whole, `,${secret},1,,x`],
};

/** Errors about a page that cannot be loaded must never show its contents. */
export function brokenPagesSuite(name: string, open: () => Promise<TestDatabase>): void {
	/** Loads a page of lines in every way, each time into a new table, and yields the outcomes. */
	async function* outcomes(lines: readonly (string | Uint8Array)[]): AsyncGenerator<unknown, void, undefined> {
		const database = await open();
		const header = Buffer.from(`${columns.map((column) => column.name).join(",")}\n`);
		const file = Buffer.concat([header, ...lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")])]);
		for (const into of targets) {
			for (const invalidCells of ["error", "null"] as const) {
				const copy = await TestCopy.open(database, `Things ${into.rows} ${invalidCells}`);
				await copy.table.begin(columns, "begun");
				const csv = async function* (): AsyncGenerator<Uint8Array, void, undefined> {
					yield file;
				};
				yield await copy.stage(columns, [], into, { csv, invalidCells, count: lines.length }).then(
					() => undefined,
					(error: unknown) => error,
				);
				await copy.table.close();
			}
		}
	}

	describe(`a page that ${name} cannot load`, () => {
		test.each(Object.entries(broken))("is damaged, and its data is not told: %s", async (_, lines) => {
			const [out, err] = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write"));
			try {
				for await (const error of outcomes(lines)) {
					expect(error).toMatchObject({ name: "DamagedResultError", archiveIsWhole: true });
					expect(error).toMatchObject({ reason: expect.stringMatching(`^${name} cannot read (line \\d of )?its CSV`) });
					expect(Reflect.has(Object(error), "cause")).toBe(false);
					expect(shown(error)).not.toContain(secret);
				}
				expect(shown([...(out?.mock.calls ?? []), ...(err?.mock.calls ?? [])])).not.toContain(secret);
			} finally {
				vi.restoreAllMocks();
			}
		});

		test.each(Object.entries(doubtful))("is told without its data: %s", async (_, lines) => {
			for await (const error of outcomes(lines)) {
				// A cell that does not fit its column is what the error is about, and it shows the cell.
				if (error instanceof Error && error.name === "CopyCellError") continue;
				expect([undefined, "DamagedResultError"]).toContain(error && Reflect.get(Object(error), "name"));
				expect(shown(error)).not.toContain(secret);
			}
		});
	});
}

function shown(value: unknown): string {
	return inspect(value, { depth: null, showHidden: true, maxStringLength: null });
}
