import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Pace, writeChange, writeStatus } from "../../../src/cli/terminal/status-line.js";
import type { FileExportProgress } from "../../../src/files/file-export-progress.js";

const jobId = "554023568000000000";
const pace: Pace = { milliseconds: 65_000, bytesPerSecond: 1_200_000, millisecondsLeft: 3_000 };
const wide = { columns: 120, hasUnicode: true };
const narrow = { columns: 59, hasUnicode: false };

/** The second of three pages, half read. */
const second: FileExportProgress = {
	...{ page: 2, jobId, state: "READING", rows: 300_000, bytes: 5_000_000 },
	...{ pageRows: 100_000, pageCount: 200_000, expectedRows: 400_000, isLastPage: false },
};
const last = {
	...second,
	page: 3,
	rows: 450_000,
	pageRows: 50_000,
	pageCount: 100_000,
	expectedRows: 500_000,
	isLastPage: true,
};

describe("the line in a terminal", () => {
	test.each<[string, FileExportProgress, string, string]>([
		[
			"before the job is there",
			{ page: 1, jobId: undefined, state: "SUBMITTING", rows: 0, bytes: 0 },
			"page 1  creating the job  1 min 5 s",
			"page 1  creating the job  1 min 5 s",
		],
		[
			"while Zoho works",
			{ page: 2, jobId, state: "IN PROGRESS", rows: 200_000, bytes: 9 },
			`page 2  Zoho is exporting  1 min 5 s  200,000 rows so far  job ${jobId}`,
			"page 2  Zoho is exporting  1 min 5 s  200,000 rows so far",
		],
		[
			"in a state that nobody knows",
			{ page: 1, jobId, state: "PONDERING", rows: 0, bytes: 0 },
			`page 1  PONDERING  1 min 5 s  job ${jobId}`,
			`page 1  PONDERING  1 min 5 s  job ${jobId}`,
		],
		[
			"while a page is read: how much of the page",
			second,
			"page 2  ████████████░░░░░░░░░░░░   50%  100,000 of 200,000 rows (300,000 in all)  3 s left  1.2 MB/s",
			"page 2   50%  100,000 of 200,000 rows (300,000 in all)",
		],
		[
			"while the last page is read: how much of all",
			last,
			"page 3  █████████████████████░░░   90%  450,000 of 500,000 rows in all  3 s left  1.2 MB/s",
			"page 3   90%  450,000 of 500,000 rows in all  3 s left",
		],
		[
			"while the only page is read",
			{ ...second, page: 1, rows: 100_000, expectedRows: 200_000, isLastPage: true },
			"page 1  ████████████░░░░░░░░░░░░   50%  100,000 of 200,000 rows  3 s left  1.2 MB/s",
			"page 1  #####-----   50%  100,000 of 200,000 rows  3 s left",
		],
		[
			"when a page is written",
			{ ...second, state: "WRITTEN", rows: 400_000, pageRows: 200_000 },
			`page 2  200,000 rows (400,000 in all)  5.0 MB  1 min 5 s  1.2 MB/s  job ${jobId}`,
			"page 2  200,000 rows (400,000 in all)  5.0 MB  1 min 5 s",
		],
	])("%s", (_when, progress, expected, expectedNarrow) => {
		expect(writeStatus(progress, pace, wide)).toBe(expected);
		expect(writeStatus(progress, pace, narrow)).toBe(expectedNarrow.slice(0, 59));
	});

	test("is never wider than it may be, and never on two lines", () => {
		const count = fc.nat({ max: 30_000_000 });
		const states = fc.constantFrom("SUBMITTING", "ADDED", "READING", "WRITTEN");
		const progress = fc.record({
			...{
				page: fc.integer({ min: 1, max: 1_000 }),
				jobId: fc.constant(jobId),
				state: states,
				rows: count,
				bytes: count,
			},
			...{ pageRows: count, pageCount: count, expectedRows: count, isLastPage: fc.boolean() },
		});
		const paces = fc.record({
			milliseconds: count,
			bytesPerSecond: count,
			millisecondsLeft: fc.option(count, { nil: undefined }),
		});
		fc.assert(
			fc.property(progress, paces, fc.integer({ min: 10, max: 200 }), fc.boolean(), (at, now, columns, hasUnicode) => {
				const line = writeStatus(at, now, { columns, hasUnicode });
				expect([...line].length).toBeLessThanOrEqual(columns);
				expect(line).toMatch(/^page/);
				expect(line).not.toMatch(/[\r\n]/);
			}),
		);
	});
});

test("the line for a program says all of it", () => {
	expect(writeChange(second, pace)).toBe(
		`page 2  job ${jobId}  reading  100,000 of 200,000 rows (300,000 in all)  5.0 MB  1.2 MB/s  1 min 5 s`,
	);
	expect(writeChange({ page: 1, jobId, state: "ADDED", rows: 0, bytes: 0 }, { ...pace, bytesPerSecond: 0 })).toBe(
		`page 1  job ${jobId}  waiting for Zoho (ADDED)  1 min 5 s`,
	);
});
