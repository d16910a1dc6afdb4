// Whatever ends the opening of a copy, nothing of it stays open or locked.

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type CopyDatabase, CopyLockedError, type CopyTable } from "zoho-bulk-read/sync";
import { duckdb } from "zoho-bulk-read/sync/duckdb";
import { testFolder } from "../duckdb-database.js";

const file = (): string => join(testFolder(), "copy.duckdb");
const open = (copies: CopyDatabase, name = "Things", options: object = {}): Promise<CopyTable> =>
	copies.open(name, { wait: false, listDelimiter: ",", ...options });

function spies() {
	onTestFinished(() => void vi.restoreAllMocks());
	const [create, close] = [vi.spyOn(DuckDBInstance, "create"), vi.spyOn(DuckDBInstance.prototype, "closeSync")];
	return { create, close };
}

/** What DuckDB says of a file that another process has open. */
const locked = (): Error => new Error("IO Error: Could not set lock on file: Conflicting lock is held (PID 7)");

describe("a file is let go of", () => {
	test("if a signal is aborted while it is opened, and only then the call ends", async () => {
		const { create, close } = spies();
		const real = DuckDBInstance.create.bind(DuckDBInstance);
		const path = file();
		const controller = new AbortController();
		create.mockImplementationOnce(async (...given) => {
			controller.abort(new Error("no more"));
			await sleep(10);
			return real(...given);
		});
		const copies = await duckdb(path);
		await expect(open(copies, "Things", { signal: controller.signal })).rejects.toThrow("no more");
		expect(close).toHaveBeenCalledTimes(1);
		await (await open(copies)).close();
		expect(close).toHaveBeenCalledTimes(2);
	});

	test.each<[string, (controller: AbortController) => DuckDBConnection | undefined, string]>([
		["if a signal is aborted while it is connected to", (it) => void it.abort(new Error("no more")), "no more"],
		[
			"if it cannot be connected to",
			() => {
				throw new Error("no connection");
			},
			"no connection",
		],
	])("%s", async (_, happens, told) => {
		const { close } = spies();
		const real = DuckDBInstance.prototype.connect;
		const controller = new AbortController();
		vi.spyOn(DuckDBInstance.prototype, "connect").mockImplementationOnce(async function (this: DuckDBInstance) {
			happens(controller);
			return real.call(this);
		});
		const copies = await duckdb(file());
		await expect(open(copies, "Things", { signal: controller.signal })).rejects.toThrow(told);
		expect(close).toHaveBeenCalledTimes(1);
		await (await open(copies)).close();
	});

	test("by one who gives up, while another one has it open", async () => {
		const { close } = spies();
		const copies = await duckdb(file());
		const kept = await open(copies, "Others");
		const controller = new AbortController();
		const given = open(copies, "Things", { signal: controller.signal });
		controller.abort(new Error("no more"));
		await expect(given).rejects.toThrow("no more");
		expect(close).not.toHaveBeenCalled();
		expect(await kept.read()).toEqual({ exists: false, state: undefined });
		await kept.close();
		expect(close).toHaveBeenCalledTimes(1);
	});
});

describe("two who want a file that another process has open", () => {
	test("each wait as long as they want to themselves", async () => {
		const { create } = spies();
		for (let times = 0; times < 4; times++) create.mockRejectedValueOnce(locked());
		const copies = await duckdb(file());
		const controller = new AbortController();
		const first = open(copies, "Things", { wait: true, signal: controller.signal });
		const second = open(copies, "Others", { wait: true });
		await expect(open(copies, "Third")).rejects.toThrow(CopyLockedError);
		controller.abort(new Error("no more"));
		await expect(first).rejects.toThrow("no more");
		create.mockReset();
		create.mockRestore();
		const table = await second;
		expect(await table.read()).toEqual({ exists: false, state: undefined });
		// The first one's table is free.
		const again = await open(copies);
		await Promise.all([table.close(), again.close()]);
	});
});

test("a table of an instance that cannot be connected to is free", async () => {
	const instance = await DuckDBInstance.create(":memory:");
	const connect = vi.fn(() => instance.connect());
	connect.mockRejectedValueOnce(new Error("no connection"));
	const copies = await duckdb({ connect });
	await expect(open(copies)).rejects.toThrow("no connection");
	const controller = new AbortController();
	connect.mockImplementationOnce(async () => {
		controller.abort(new Error("no more"));
		return instance.connect();
	});
	await expect(open(copies, "Things", { signal: controller.signal })).rejects.toThrow("no more");
	await (await open(copies)).close();
});
