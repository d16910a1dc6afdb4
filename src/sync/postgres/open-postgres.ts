import type { Options, PostgresType } from "postgres";
import { systemClock } from "../../time/clock.js";
import type { CopyDatabase, OpenCopyOptions } from "../copy/copy-database.js";
import { CopyLockedError } from "../copy/copy-locked-error.js";
import { quoteName } from "../copy/copy-sql.js";
import { loadDriver } from "../copy/missing-driver-error.js";
import { PostgresCopy } from "./postgres-copy.js";
import { PostgresSession } from "./postgres-session.js";

/** How copies are kept in PostgreSQL. */
export interface PostgresOptions {
	/** The schema of the tables, which has to be there; that of the connection by default. */
	readonly schema?: string | undefined;
	/** Further options of the driver, such as `ssl`. */
	readonly connection?: Options<Record<string, PostgresType>> | undefined;
}

/**
 * Keeps copies in PostgreSQL, 12 or later, with the package `postgres`. A run has a connection of its own, and in it the lock on its
 * table: a pooler that hands a connection to others between transactions does not do.
 *
 * @param url - where the database is: `postgres://user:password@host:5432/name`. What is missing comes from `PGHOST` and its kin.
 * @throws {@link MissingDriverError} if `postgres` is not installed.
 * @example
 * ```ts
 * const copy = await postgres(process.env.DATABASE_URL ?? "");
 * const outcome = await sync(zoho, bulkRead(Contacts).select("Last_Name", "Email"), copy);
 * ```
 */
export async function postgres(url: string, { schema, connection = {} }: PostgresOptions = {}): Promise<CopyDatabase> {
	const { default: driver } = await loadDriver("postgres", () => import("postgres"));
	return {
		open: async (name, options) => {
			const session = await PostgresSession.connect((onclose) =>
				driver(url, {
					onnotice: () => {},
					...connection,
					// What a statement looks like is known here, and nothing is to be asked for twice.
					...{ max: 1, idle_timeout: 0, max_lifetime: null, prepare: false, fetch_types: false, onclose },
					connection: { application_name: "zoho-bulk-read", ...connection.connection, TimeZone: "UTC" },
				}),
			);
			try {
				if (schema !== undefined) await session.run(`SET search_path TO ${quoteName(schema)}`);
				await lock(session, name, options);
				return new PostgresCopy(name, session, options.listDelimiter);
			} catch (error) {
				await session.close();
				throw error;
			}
		},
		close: async () => {},
	};
}

/** Whoever waits for a lock looks again after so many milliseconds. */
const lockPause = 500;

/** The lock belongs to the connection, and goes when that does. */
async function lock(session: PostgresSession, table: string, { wait, signal }: OpenCopyOptions): Promise<void> {
	const key = "hashtextextended('zoho-bulk-read ' || current_schema() || ' ' || $1, 0)";
	for (;;) {
		const [isMine] = await session.first(`SELECT pg_try_advisory_lock(${key})`, [table]);
		if (isMine === true) return;
		if (!wait) throw new CopyLockedError(table);
		await systemClock.sleep(lockPause, signal);
	}
}
