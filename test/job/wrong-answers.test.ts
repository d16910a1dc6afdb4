import { describe, expect, test } from "vitest";
import { parseAddedJob, parseCallback, parseJobDetails, UnexpectedAnswerError } from "zoho-bulk-read";
import { findJobId } from "../../src/job/job-details.js";

const added = 'status "success" and details with id and state';
const described = "a job with id and state";
const called = "a job with job_id and state, or data with one job";
const completed = "count, download_url and more_records of a completed job";
const result = { page: 1, per_page: 2, count: 3, download_url: "/r", more_records: false };
const completedWith = (change: object): unknown => ({
	data: [{ id: "1", state: "COMPLETED", result: { ...result, ...change } }],
});

describe("an answer that is not what the API documents", () => {
	test.each<[parse: (document: unknown) => unknown, path: (string | number)[], expected: string, document: unknown]>([
		[parseAddedJob, ["data", 0], added, { data: [] }],
		[parseAddedJob, ["data", 0], added, { data: [{ status: "error", details: { id: "1", state: "ADDED" } }] }],
		[parseAddedJob, ["data", 0], added, { data: [{ status: "success", details: { id: "1" } }] }],
		[parseAddedJob, ["data", 0], added, { data: [{ status: "success", details: { state: "ADDED" } }] }],
		[parseJobDetails, ["data", 0], described, { data: [{ id: "1" }] }],
		[parseJobDetails, ["data", 0], described, { data: [{ state: "ADDED" }] }],
		[parseJobDetails, ["result"], completed, completedWith({ count: undefined })],
		[parseJobDetails, ["result"], completed, completedWith({ count: "3" })],
		[parseJobDetails, ["result"], completed, completedWith({ download_url: undefined })],
		[parseJobDetails, ["result"], completed, completedWith({ more_records: "no" })],
		[parseJobDetails, ["result"], completed, completedWith({ page: "1" })],
		[parseJobDetails, ["result"], completed, completedWith({ per_page: "2" })],
		[parseCallback, [], called, { job_id: "1" }],
		[parseCallback, [], called, { data: [{ id: "1" }] }],
		[parseCallback, [], called, { data: [{ state: "ADDED" }] }],
		[parseCallback, [], "JSON", "<html>"],
	])("%o says where it differs, %j, and what was expected: %s, in %j", (parse, path, expected, document) => {
		let thrown: unknown;
		try {
			parse(document);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toBeInstanceOf(UnexpectedAnswerError);
		expect(thrown).toMatchObject({ name: "UnexpectedAnswerError", path, expected, document });
	});

	test("its message has the place, the expectation and the beginning of the document", () => {
		expect(() => parseJobDetails({ data: [{ id: "1" }] })).toThrow(
			'data[0] is not what the API documents: expected a job with id and state. Received: {"data":[{"id":"1"}]}',
		);
		expect(() => parseCallback("<html>")).toThrow(
			'The document is not what the API documents: expected JSON. Received: "<html>"',
		);
	});
});

test("a job is read whole", () => {
	const job = {
		id: "1",
		state: "QUEUED",
		file_type: "ics",
		created_by: { id: "2", name: "P" },
		query: { module: "Events" },
	};
	expect(parseJobDetails({ data: [job] })).toEqual({
		...{ id: "1", operation: "read", state: "QUEUED", fileType: "ics", query: { module: "Events" } },
		...{ createdBy: { id: "2", name: "P" }, createdTime: undefined, result: undefined, failure: undefined },
	});
	expect(parseJobDetails({ data: [{ ...job, operation: "write" }] }).operation).toBe("write");
	for (const created_by of [{ id: "2" }, { name: "P" }]) {
		expect(parseJobDetails({ data: [{ ...job, created_by }] }).createdBy).toBeUndefined();
	}
});

test.each<[id: string | undefined, document: unknown]>([
	["12", { data: [{ id: "12" }] }],
	["12", { data: [{ details: { id: "12" } }] }],
	["12", { data: [{ id: "7", details: { id: 12 } }] }],
	["12", { id: "12" }],
	["12", { job_id: "12" }],
	["7", { id: "7", job_id: "12" }],
	["12", { details: { job_id: "12" } }],
	[undefined, { id: "x12" }],
	[undefined, { id: "12x" }],
	[undefined, { id: "" }],
	[undefined, { id: 1.5 }],
	[undefined, { id: 2 ** 60 }],
	[undefined, { id: ["12"] }],
	[undefined, { id: null, job_id: "12" }],
	[undefined, { data: [] }],
	[undefined, { data: [{ id: "1" }, { id: "2" }] }],
	[undefined, "12"],
	[undefined, null],
])("the id %s is found in %j", (id, document) => {
	expect(findJobId(document)).toBe(id);
});
