import type { Writable } from "node:stream";
import type { ReservedSql, Sql } from "postgres";
import { untilAborted } from "../../time/until-aborted.js";

/** A row of an answer: its values in order. */
export type Values = readonly unknown[];

/** The result of a statement. */
interface Answer {
	readonly rows: readonly Values[];
	readonly count: number;
}

/**
 * One connection for one copy. It holds the lock and the transactions, so it is never replaced: when it is lost,
 * everything fails.
 */
export class PostgresSession {
	readonly #pool: Sql;
	readonly #sql: ReservedSql;
	readonly #lost: Promise<never>;
	#isLost = false;

	private constructor(pool: Sql, sql: ReservedSql, lost: Promise<never>) {
		this.#pool = pool;
		this.#sql = sql;
		this.#lost = lost;
		lost.catch(() => {
			this.#isLost = true;
		});
	}

	/**
	 * Connects.
	 *
	 * @param connect - makes a pool that reports when its connection is closed.
	 * @param signal - ends the attempt.
	 */
	static async connect(
		connect: (onClose: () => void) => Sql,
		signal: AbortSignal | undefined,
	): Promise<PostgresSession> {
		let lose: (reason: Error) => void = () => {};
		const lost = new Promise<never>((_, reject) => {
			lose = reject;
		});
		// It is heeded where something is waited for.
		lost.catch(() => {});
		const pool = connect(() => lose(new Error("The connection to PostgreSQL was lost. Sync again to continue.")));
		try {
			// The driver does not hand out an unused connection, unless it may query the types first.
			await untilAborted(pool.unsafe("SELECT 1"), signal);
			return new PostgresSession(pool, await untilAborted(pool.reserve(), signal), lost);
		} catch (error) {
			await pool.end({ timeout: 0 });
			throw error;
		}
	}

	/** Runs a statement. */
	async run(statement: string, values: readonly (string | number)[] = []): Promise<Answer> {
		// The driver would try to write to the closed connection, and throw where nobody can catch it.
		if (this.#isLost) return this.#lost;
		try {
			const answer = await Promise.race([this.#sql.unsafe(statement, [...values]).values(), this.#lost]);
			return { rows: answer, count: answer.count ?? 0 };
		} catch (error) {
			throw withoutRecords(error);
		}
	}

	/** The first row of an answer. */
	async first(statement: string, values: readonly (string | number)[] = []): Promise<Values> {
		return (await this.run(statement, values)).rows[0] ?? [];
	}

	/** Does work in a transaction. */
	async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
		await this.run("BEGIN");
		try {
			const result = await work();
			await this.run("COMMIT");
			return result;
		} catch (error) {
			await this.run("ROLLBACK").catch(() => {});
			throw error;
		}
	}

	/**
	 * Loads a stream with `COPY ... FROM STDIN`, within a transaction. If the source fails, nothing is loaded.
	 *
	 * The driver reports a failure through the stream, but not one after the last byte. So this also listens to the
	 * query itself, and checks with another statement whether the transaction is still good.
	 */
	async copyIn(statement: string, source: AsyncIterable<Uint8Array>): Promise<void> {
		const query = this.#sql.unsafe(statement);
		const failures: unknown[] = [];
		listenForRejection(query, (reason) => failures.push(reason));
		try {
			const stream = await Promise.race([query.writable(), this.#lost]);
			stream.on("error", (error) => failures.push(error));
			try {
				// The source is read to its end even if the server refuses it: if it is damaged, that is reported
				// instead.
				for await (const part of source) {
					if (stream.destroyed) continue;
					await Promise.race([written(stream, part), this.#lost]);
				}
			} catch (error) {
				stream.destroy(error instanceof Error ? error : new Error(String(error)));
				throw error;
			}
			stream.end();
			// The driver accepts no other statement before it has sent the end to the server, which it does shortly.
			await new Promise((resolve) => setImmediate(resolve));
			await this.run("SELECT 1");
		} catch (error) {
			throw withoutRecords(failures.find(isServerError) ?? error);
		}
		if (failures.length > 0) throw withoutRecords(failures[0]);
	}

	/** Ends the connection, and with it the lock. */
	async close(): Promise<void> {
		this.#sql.release();
		await this.#pool.end({ timeout: 1 });
	}
}

/** Waits until a part is sent; errors are reported elsewhere. */
function written(stream: Writable, part: Uint8Array): Promise<void> {
	return new Promise((resolve) => {
		stream.write(part, () => resolve());
	});
}

function listenForRejection(query: object, listen: (reason: unknown) => void): void {
	const reject: unknown = Reflect.get(query, "reject");
	if (typeof reject !== "function") return;
	Reflect.set(query, "reject", (reason: unknown) => {
		listen(reason);
		return Reflect.apply(reject, query, [reason]);
	});
}

/** An error from the server. */
export interface ServerError extends Error {
	/** Five characters for the kind of error. */
	readonly code: string;
	/** The line that a `COPY` could not load. */
	readonly copyLine?: string;
}

/** A server's error without what quotes records: the context has the line that was loaded, the details a row or a key. */
function withoutRecords(error: unknown): unknown {
	if (!isServerError(error)) return error;
	const copyLine = /^COPY .*?, line (\d+)/.exec(String(Reflect.get(error, "where")))?.[1];
	for (const quoting of ["where", "detail"]) Reflect.deleteProperty(error, quoting);
	return copyLine === undefined ? error : Object.assign(error, { copyLine });
}

/** Whether an error comes from the server. */
export function isServerError(error: unknown): error is ServerError {
	return error instanceof Error && error.name === "PostgresError" && "code" in error;
}
