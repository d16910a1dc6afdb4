import { duckdbDatabase } from "../duckdb-database.js";
import { syncSuite } from "../sync-suite.js";

syncSuite("DuckDB", () => duckdbDatabase());
