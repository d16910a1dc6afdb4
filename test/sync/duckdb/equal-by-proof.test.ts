import { DuckDBInstance } from "@duckdb/node-api";
import { test } from "vitest";
import { memoryDatabase } from "../duckdb-database.js";
import { proveEqual, proveSchedules, returning } from "../equal-by-proof.js";
import type { TestDatabase } from "../test-database.js";

/** Others, and more, with `SYNC_SCHEDULES` and `SYNC_SEED`. */
const count = Number(process.env.SYNC_SCHEDULES ?? 120);
const open = async (): Promise<TestDatabase> =>
	memoryDatabase(await DuckDBInstance.create(":memory:", { threads: "1" }));

test(`${count} schedules of changes, faults and deaths: the table is the org (DuckDB)`, { timeout: 800_000 }, () =>
	proveSchedules(count, open),
);

test.each(returning)(
	"a record that is back in its filter at request %i has no row from before the run (DuckDB)",
	async (_, schedule) => proveEqual(schedule, await open(), "Things"),
);
