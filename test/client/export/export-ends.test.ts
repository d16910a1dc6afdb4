import { describe, expect, test } from "vitest";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import type { ExportOptions } from "../../../src/client/export/export-options.js";
import { exportPages, exportRows } from "../../../src/client/export/export-pages.js";
import type { JobDetails } from "../../../src/job/job-details.js";
import { contactsJob } from "../contact-pages.js";
import { failureOf, rowsOf } from "../outcome.js";
import { apiInMemory, completed, type Script, start } from "./api-in-memory.js";
import { at, parts, reading, rows, second, waiting } from "./pages-in-memory.js";

const facts = { zohoMessage: "no", details: {}, advice: "", request: "GET /x", jobId: undefined };
const gone = new ZohoApiError({ ...facts, status: 404, code: "RESOURCE_NOT_FOUND" });
const failed: Partial<JobDetails> = { state: "FAILURE", failure: { code: "X", message: "no", details: {} } };

describe("an export that is resumed submits again", () => {
	const again = { files: [[second]], looks: [completed({ count: 3 })] };
	test.each<[string, Checkpoint, Script, calls: string[]]>([
		[
			"a job that failed",
			at(waiting),
			{ ...again, looks: [failed, ...again.looks] },
			["details", "create", "details", "download"],
		],
		[
			"a job that is gone",
			at(waiting),
			{ ...again, looks: [gone, ...again.looks] },
			["details", "create", "details", "download"],
		],
		[
			"a result that is gone",
			at(reading),
			{ ...again, files: [gone, ...again.files] },
			["download", "create", "details", "download"],
		],
		[
			"a result that is too old, without asking for it",
			at({ ...reading, time: new Date(start - 24 * 3_600_000).toISOString() }),
			again,
			["create", "details", "download"],
		],
	])("%s", async (_name, from, script, calls) => {
		const { context, asked } = apiInMemory(script);
		expect(await rowsOf(exportRows(context, contactsJob, { from }))).toEqual(rows.slice(100));
		expect(asked.map(({ call }) => call)).toEqual(calls);
	});

	test.each<[string, ExportOptions, Script, name: string, calls: string[]]>([
		[
			"a job that fails once more",
			{ from: at(waiting) },
			{ looks: [failed] },
			"JobFailedError",
			["details", "create", "details"],
		],
		["a job of its own", {}, { looks: [failed] }, "JobFailedError", ["create", "details"]],
		[
			"a result of its own",
			{},
			{ looks: [completed({ count: 3, moreRecords: true })], files: [gone] },
			"ResultExpiredError",
			["create", "details", "download"],
		],
		[
			"a job that was refused",
			{ from: at(waiting) },
			{ looks: [new ZohoApiError({ ...facts, status: 400, code: "INVALID_DATA" })] },
			"ZohoApiError",
			["details"],
		],
		[
			"a page of which rows were given",
			{ from: at({ ...reading, count: 100 }) },
			{ files: [[...parts.slice(0, -1), new TypeError("terminated")], gone], context: { retries: 1 } },
			"ResultExpiredError",
			["download", "download"],
		],
	])("but not %s", async (_name, options, script, name, calls) => {
		const { context, asked } = apiInMemory(script);
		expect(await failureOf(rowsOf(exportRows(context, contactsJob, options)))).toMatchObject({ name });
		expect(asked.map(({ call }) => call)).toEqual(calls);
	});
});

describe("an export ends", () => {
	const ways: Readonly<Record<string, (...given: Parameters<typeof exportRows>) => AsyncIterator<unknown>>> = {
		rows: (...given) => exportRows(...given)[Symbol.asyncIterator](),
		pages: (...given) => exportPages(...given)[Symbol.asyncIterator](),
	};
	/** Waits until it is told to end. */
	const sleep = (_: number, signal?: AbortSignal): Promise<void> =>
		new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

	test.each(Object.entries(ways))("%s: when its call does, its client, or who takes them", async (_name, open) => {
		for (const ended of ["call", "client", "return"]) {
			const controller = new AbortController();
			const { context, clock, asked } = apiInMemory({ looks: [{}] });
			const iterator = open(
				{ ...context, clock: { ...clock, sleep }, signal: ended === "client" ? controller.signal : undefined },
				contactsJob,
				ended === "call" ? { signal: controller.signal } : {},
			);
			expect(asked).toEqual([]);
			const next = iterator.next();
			while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
			if (ended === "return") {
				await iterator.return?.();
				expect(await next).toEqual({ done: true, value: undefined });
			} else {
				controller.abort("enough");
				expect(await failureOf(next)).toMatchObject({ name: "AbortError", jobId: "1001" });
			}
		}
	});

	const windows = beginExport(contactsJob, { windows: true });
	const window = { before: new Date(start).toISOString() };
	const open = [{ step: "submit", window: {} } as const, { ...waiting, due: start, window }];
	test.each<[string, ExportOptions]>([
		["of pages", { from: at(waiting) }],
		["of windows", { from: seal<Checkpoint>({ ...windows, open }), concurrency: 1 }],
	])("when a job takes too long, %s", async (_name, options) => {
		const { context } = apiInMemory({ looks: [{}] });
		const read = rowsOf(exportRows(context, contactsJob, { ...options, timeout: 5_000 }));
		expect(await failureOf(read)).toMatchObject({ name: "JobTimeoutError", jobId: "7", waited: 5_000 });
	});
});
