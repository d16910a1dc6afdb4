/**
 * Copies in a DuckDB file, for `sync`. It needs the package `@duckdb/node-api`.
 *
 * @packageDocumentation
 */
export { exportToParquet, type ParquetOptions } from "./export-to-parquet.js";
export { type DuckDbOptions, duckdb } from "./open-duckdb.js";
