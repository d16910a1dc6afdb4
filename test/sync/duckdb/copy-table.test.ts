import { DuckDBInstance } from "@duckdb/node-api";
import { brokenPagesSuite } from "../broken-pages-suite.js";
import { copyTableSuite } from "../copy-table-suite.js";
import { memoryDatabase } from "../duckdb-database.js";
import { publishSuite } from "../publish-suite.js";

const open = async () => memoryDatabase(await DuckDBInstance.create(":memory:", { threads: "1" }));

copyTableSuite("DuckDB", open);
brokenPagesSuite("DuckDB", open);
publishSuite("DuckDB", open);
