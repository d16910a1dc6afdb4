import { describe, expect, test } from "vitest";
import { DamagedResultError, type DamagePlace, wrongCount } from "../../../src/result/zip/damaged-result-error.js";
import { type ResultLimit, ResultTooLargeError } from "../../../src/result/zip/result-too-large-error.js";

const again = "Download it again. To resume an export, use its last checkpoint, or restartPage(checkpoint).";
const intact =
	"The archive is intact, so a second download would give the same file. Submit the job again; to resume an export, use resubmitPage(checkpoint).";

describe("damage is told with its place and what to do", () => {
	test.each<[DamagePlace | undefined, string]>([
		[undefined, `The result is damaged: why. ${again}`],
		[{ offset: 0 }, `The result is damaged after 0 bytes: why. ${again}`],
		[{ offset: 12 }, `The result is damaged after 12 bytes: why. ${again}`],
		[{ record: 0 }, `The result is damaged in its header: why. ${again}`],
		[{ record: 3, offset: 12 }, `The result is damaged at row 3: why. ${again}`],
		[{ archiveIsWhole: true }, `The result is damaged: why. ${intact}`],
		[{ archiveIsWhole: true, remedy: "Do this." }, "The result is damaged: why. Do this."],
		[{ jobId: "7" }, `The result of job 7 is damaged: why. ${again}`],
	])("%j", (place, message) => {
		const error = new DamagedResultError("why", place);
		expect(error.message).toBe(message);
		expect(error).toMatchObject({ name: "DamagedResultError", reason: "why", archiveIsWhole: false, ...place });
	});

	test("of which more may become known", () => {
		const error = new DamagedResultError("why", { remedy: "Do this.", offset: 5 }).at({ record: 2 }).ofJob("7");
		expect(error).toBeInstanceOf(DamagedResultError);
		expect(error).toMatchObject({ reason: "why", record: 2, offset: 5, remedy: "Do this.", jobId: "7" });
		expect(error.message).toBe("The result of job 7 is damaged at row 2: why. Do this.");
		expect(error.at({ archiveIsWhole: true, remedy: undefined }).message).toBe(
			`The result of job 7 is damaged at row 2: why. ${intact}`,
		);
	});
});

test("a wrong number of rows is not mended by another download", () => {
	expect(wrongCount(1, 2)).toMatchObject({ reason: "it has 1 rows, but Zoho counted 2", archiveIsWhole: true });
});

test.each<[ResultLimit, string]>([
	["maxInflatedBytes", "The file in the result's archive is larger than 5 bytes."],
	["maxRowBytes", "A row of the result is larger than 5 bytes."],
	["maxCellBytes", "A cell of the result is larger than 5 bytes."],
	["maxEventLength", "An entry of the calendar is longer than 5 characters."],
])("a limit is told with the option to raise: %s", (limit, sentence) => {
	const error = new ResultTooLargeError(limit, 5);
	expect(error.message).toBe(`${sentence} If that size is right, raise ${limit}.`);
	expect(error).toMatchObject({ name: "ResultTooLargeError", limit, allowed: 5, jobId: undefined });
	expect(error.ofJob("7")).toBe(error);
	expect(error.jobId).toBe("7");
});
