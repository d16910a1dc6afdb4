import { describe, expect, test } from "vitest";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import { readSample } from "../../../src/client/export/window-sample.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import { MissingColumnsError } from "../../../src/result/rows/missing-columns-error.js";
import { DamagedResultError } from "../../../src/result/zip/damaged-result-error.js";
import { Contacts } from "../../../src/standard/index.js";
import { zipped } from "../../result/archives.js";
import { failureOf } from "../outcome.js";
import { apiInMemory } from "./api-in-memory.js";

const job = bulkRead(Contacts).select("Email_Opt_Out", "Created_Time");
const second = Date.UTC(2026, 0, 1) / 1000;
const archive = zipped(`Id,Email_Opt_Out,Created_Time
554023000000000003,true,2026-01-01T05:30:02+05:30
554023000000000001,perhaps,
554023000000000002,,2026-01-01T00:00:01.900+00:00
554023000000000004,,some day
`);
const cut = archive.subarray(0, -30);
const task = { step: "split", jobId: "7", time: "2026-01-01T00:00:00Z", count: 4, downloadUrl: "/result" } as const;
const toSplit = { ...task, moreRecords: true };

describe("what a window is split by", () => {
	test("the seconds of its records, in the order of the file, whatever its other cells hold", async () => {
		const { context, asked } = apiInMemory({ files: [[archive]] });
		const sizes: number[] = [];
		const onBytes = (bytes: number): void => void sizes.push(bytes);
		expect(await readSample(context, toSplit, job, "created", { onBytes })).toEqual({
			created: [second + 2, Number.NaN, second + 1, Number.NaN],
			ids: [],
		});
		expect(asked.map(({ call, of, url }) => [call, of, url])).toEqual([["download", "7", "/result"]]);
		expect(sizes).toEqual([archive.length]);
	});

	test("or their ids", async () => {
		const { context } = apiInMemory({ files: [[archive]] });
		expect(await readSample(context, toSplit, job, "ids", {})).toEqual({
			created: [],
			ids: ["3", "1", "2", "4"].map((digit) => `55402300000000000${digit}`),
		});
	});

	test("is read until a download is whole, three times at most, and each record once", async () => {
		const mended = apiInMemory({ files: [[cut], [cut], [archive]] });
		expect((await readSample(mended.context, toSplit, job, "ids", {})).ids.length).toBe(4);
		const damaged = apiInMemory({ files: [[cut]] });
		expect(await failureOf(readSample(damaged.context, toSplit, job, "ids", {}))).toBeInstanceOf(DamagedResultError);
		expect([mended.count("download"), damaged.count("download")]).toEqual([3, 3]);
	});

	test("is not downloaded again if that cannot help", async () => {
		const tooFew = apiInMemory({ files: [[archive]] });
		const failure = failureOf(readSample(tooFew.context, { ...toSplit, count: 5 }, job, "ids", {}));
		expect(await failure).toMatchObject({ name: "DamagedResultError", archiveIsWhole: true, jobId: "7" });
		const other = apiInMemory({ files: [[zipped("Id,Email_Opt_Out\n")]] });
		expect(await failureOf(readSample(other.context, toSplit, job, "ids", {}))).toBeInstanceOf(MissingColumnsError);
		expect([tooFew.count("download"), other.count("download")]).toEqual([1, 1]);
	});

	test("is gone after a day, which its error says", async () => {
		const facts = { status: 404, zohoMessage: "no", details: {}, advice: "", request: "GET /x", jobId: undefined };
		const { context } = apiInMemory({ files: [new ZohoApiError({ ...facts, code: "RESOURCE_NOT_FOUND" })] });
		expect(await failureOf(readSample(context, toSplit, job, "created", {}))).toMatchObject({
			name: "ResultExpiredError",
			since: task.time,
		});
	});

	test("is not read further once the call ends", async () => {
		const { context } = apiInMemory({ files: [[archive]] });
		const signal = AbortSignal.abort("enough");
		expect(await failureOf(readSample(context, toSplit, job, "ids", { signal }))).toMatchObject({ name: "AbortError" });
	});
});
