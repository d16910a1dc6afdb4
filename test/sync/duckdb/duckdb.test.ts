import { cellsSuite } from "../cells-suite.js";
import { duckdbDatabase } from "../duckdb-database.js";
import { syncSuite } from "../sync-suite.js";

syncSuite("DuckDB", () => duckdbDatabase());
cellsSuite("DuckDB", () => duckdbDatabase());
