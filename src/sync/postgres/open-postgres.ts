import type { Options, PostgresType } from "postgres";
import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { systemClock } from "../../time/clock.js";
import { untilAborted } from "../../time/until-aborted.js";
import type { CopyDatabase, OpenCopyOptions } from "../copy/copy-database.js";
import { CopyLockedError } from "../copy/copy-locked-error.js";
import { quoteName } from "../copy/copy-sql.js";
import { loadDriver } from "../copy/missing-driver-error.js";
import { PostgresCopy } from "./postgres-copy.js";
import { PostgresSession } from "./postgres-session.js";

/** The options for copies in PostgreSQL. */
export interface PostgresOptions {
	/** The schema of the tables, which must exist; the connection's by default. */
	readonly schema?: string | undefined;
	/** Further options of the driver, such as `ssl`. */
	readonly connection?: Options<Record<string, PostgresType>> | undefined;
}

/**
 * Keeps copies in PostgreSQL, 12 or later, with the package `postgres`. A run has its own connection, which holds the
 * lock on its table: a pooler that switches connections between transactions does not work.
 *
 * @param url - the database's address: `postgres://user:password@host:5432/name`. Missing parts come from `PGHOST` and
 * the like.
 * @throws {@link MissingDriverError} if `postgres` is not installed. When a copy is opened: {@link InvalidOptionError} if
 * there is no such schema.
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
			const { signal } = options;
			signal?.throwIfAborted();
			const session = await PostgresSession.connect(
				(onclose) =>
					driver(url, {
						onnotice: () => {},
						...connection,
						// The types are known here, so the driver need not query them.
						...{ max: 1, idle_timeout: 0, max_lifetime: null, prepare: false, fetch_types: false, onclose },
						connection: { application_name: "zoho-bulk-read", ...connection.connection, TimeZone: "UTC" },
					}),
				signal,
			);
			try {
				const prepare = async (): Promise<void> => {
					if (schema !== undefined) await session.run(`SET search_path TO ${quoteName(schema)}`);
					await lock(session, name, options);
				};
				await untilAborted(prepare(), signal);
				return new PostgresCopy(name, session, options.listDelimiter);
			} catch (error) {
				await session.close();
				throw error;
			}
		},
		close: async () => {},
	};
}

/** How often to check a lock again, in milliseconds. */
const lockPause = 500;

/** The lock belongs to the connection, and ends with it. */
async function lock(session: PostgresSession, table: string, { wait, signal }: OpenCopyOptions): Promise<void> {
	const key = "hashtextextended('zoho-bulk-read ' || current_schema() || ' ' || $1, 0)";
	for (;;) {
		signal?.throwIfAborted();
		const [schema, isMine] = await session.first(`SELECT current_schema(), pg_try_advisory_lock(${key})`, [table]);
		// Without a schema there is no key, and so no lock that would ever be free.
		if (schema === null)
			throw new InvalidOptionError("schema", "the database has no schema of this name that its user may use.");
		if (isMine === true) return;
		if (!wait) throw new CopyLockedError(table);
		await systemClock.sleep(lockPause, signal);
	}
}
