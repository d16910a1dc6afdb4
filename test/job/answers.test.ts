import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
	isFinal,
	jobStates,
	parseAddedJob,
	parseCallback,
	parseJobDetails,
	UnexpectedAnswerError,
} from "zoho-bulk-read";

const text = (name: string): string => readFileSync(new URL(`../samples/${name}.json`, import.meta.url), "utf8");
const document = (name: string): Record<string, unknown> => JSON.parse(text(name));

test("reads the sample answer to a created job", () => {
	expect(parseAddedJob(document("response-create-job"))).toEqual({
		id: "554023000000568002",
		operation: "read",
		state: "ADDED",
		createdBy: { id: "554023000000235011", name: "Patricia Boyle" },
		createdTime: "2019-05-09T14:01:24+05:30",
	});
});

test("reads the sample callback of a completed job", () => {
	const callback = parseCallback(text("callback-job-completed"));
	expect(callback).toMatchObject({ id: "554023000000568002", operation: "read", state: "COMPLETED" });
	expect(callback.result).toEqual({
		page: 1,
		perPage: 200_000,
		count: 1588,
		downloadUrl: "/crm/bulk/v2/read/554023000000568002/result",
		moreRecords: false,
		nextPageToken: undefined,
	});
	expect(callback.failure).toBeUndefined();
	expect(callback.query).toEqual(document("callback-job-completed").query);
});

test("reads the sample callback of a failed job, with Zoho's own words", () => {
	const callback = parseCallback(document("callback-job-failed"));
	expect(callback.state).toBe("FAILURE");
	expect(callback.result).toBeUndefined();
	expect(callback.failure).toEqual({
		code: "<ERROR CODE>",
		message: "<error message>",
		details: "<detailed messages>",
	});
});

test("reads a callback in the shape of job details, as newer pages print it", () => {
	const { job_id, ...rest } = document("callback-job-completed");
	expect(parseCallback({ data: [{ id: job_id, ...rest }] })).toEqual(parseCallback({ job_id, ...rest }));
});

test("a result before completion proves nothing: v7 and v8 print one for a job that was just added", () => {
	const job = { id: "1", operation: "read", state: "ADDED", result: { page: 1, count: 0 } };
	expect(parseJobDetails({ data: [job] })).toMatchObject({ id: "1", state: "ADDED", result: undefined });
});

test("a state that nobody documented is kept as it is, and is not final", () => {
	const { state } = parseJobDetails({ data: [{ id: "1", state: "SCHEDULED" }] });
	expect(state).toBe("SCHEDULED");
	expect(isFinal(state)).toBe(false);
	expect(jobStates.filter(isFinal)).toEqual(["COMPLETED", "FAILURE"]);
});

test("a failure without Zoho's account of it is still a failure", () => {
	expect(parseJobDetails({ data: [{ id: "1", state: "FAILURE" }] }).failure).toEqual({
		code: "UNKNOWN",
		message: "Zoho gave no reason.",
		details: undefined,
	});
});

test.each([
	["an empty object", {}, parseAddedJob],
	["an error", { code: "INVALID_TOKEN", status: "error", message: "invalid oauth token", details: {} }, parseAddedJob],
	["details without an id", { data: [{ status: "success", details: { state: "ADDED" } }] }, parseAddedJob],
	["no job", { data: [] }, parseJobDetails],
	["an id that is a number", { data: [{ id: 5540230, state: "ADDED" }] }, parseJobDetails],
	["a completed job without a result", { data: [{ id: "1", state: "COMPLETED" }] }, parseJobDetails],
	["null", null, parseCallback],
	["text that is not JSON", "<html>", parseCallback],
])("refuses %s, and keeps the document", (_name, answer, parse) => {
	try {
		parse(answer);
		expect.unreachable();
	} catch (error) {
		expect(error).toBeInstanceOf(UnexpectedAnswerError);
		expect((error as UnexpectedAnswerError).document).toEqual(answer);
	}
});

test("a completed job without page numbers is read: nobody has shown the answer for a page that was asked for by its token", () => {
	const result = { count: 5, download_url: "/crm/bulk/v8/read/1/result", more_records: true, next_page_token: "t" };
	expect(parseJobDetails({ data: [{ id: "1", state: "COMPLETED", result }] }).result).toEqual({
		page: undefined,
		perPage: undefined,
		count: 5,
		downloadUrl: "/crm/bulk/v8/read/1/result",
		moreRecords: true,
		nextPageToken: "t",
	});
});
