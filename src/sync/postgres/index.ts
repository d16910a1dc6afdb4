/**
 * Copies in PostgreSQL, for `sync`. It needs the package `postgres`.
 *
 * @packageDocumentation
 */
export { type PostgresOptions, postgres } from "./open-postgres.js";
