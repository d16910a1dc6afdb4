import { expect, test } from "vitest";
import { type ColumnMismatch, MissingColumnsError } from "../../../src/result/rows/missing-columns-error.js";
import { UnknownColumnError } from "../../../src/result/rows/unknown-column-error.js";

const labels =
	"None of the expected fields is there: the file may have labels instead of API names, or belong to another job.";
const check =
	'Check that this is the result of that job. If the fields are gone from the org, generate the module again, or read with missingColumns: "null".';
const noId = "Every result of bulk read has the record's id, so Zoho did not write this file like this.";
const delimited = (by: string): string =>
	`This file seems to be delimited by ${JSON.stringify(by)}, but bulk read uses commas.`;

test.each<[string, Omit<ColumnMismatch, "missing">, string]>([
	["one field of many", { expected: ["Id", "a", "b", "c"], found: ["Id", "a", "b"] }, check],
	["two of three fields", { expected: ["Id", "a", "b", "c"], found: ["Id", "a"] }, check],
	["all fields", { expected: ["Id", "a", "b", "c"], found: ["Id", "x", "y"] }, labels],
	["the only field", { expected: ["Id", "a"], found: ["Id", "x"] }, check],
	["the only field and the id", { expected: ["Id", "a"], found: ["x", "y"] }, labels],
	["the id", { expected: ["Id", "a", "b"], found: ["a", "b"] }, noId],
	["the id, which alone is expected", { expected: ["Id"], found: ["a", "b"] }, noId],
	["all, in a file with semicolons", { expected: ["Id", "a"], found: ["Id;a"] }, delimited(";")],
	["all, in a file with bars", { expected: ["Id", "a"], found: ["Id|a"] }, delimited("|")],
	["all, in a file with tabs", { expected: ["Id", "a"], found: ["Id\ta"] }, delimited("\t")],
	["all, with a semicolon in one of several names", { expected: ["Id", "a"], found: ["x;y", "z"] }, labels],
	["all, in a file of one other column", { expected: ["Id", "a"], found: ["x"] }, labels],
])("advice for a file that lacks %s", (_, { expected, found }, advice) => {
	const missing = expected.filter((name) => !found.includes(name));
	const list = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");
	const error = new MissingColumnsError({ expected, found, missing });
	expect(error.message).toBe(
		`The result lacks the ${missing.length === 1 ? "column" : "columns"} ${list(missing)}. Expected: ${list(expected)}. Found: ${list(found)}. ${advice}`,
	);
	expect(error).toMatchObject({ name: "MissingColumnsError", expected, found, missing, jobId: undefined });
	const ofJob = error.ofJob("7");
	expect(ofJob.message).toBe(error.message.replace("The result", "The result of job 7"));
	expect(ofJob).toMatchObject({ expected, found, missing, jobId: "7" });
});

test("a file without a header", () => {
	const error = new MissingColumnsError({ expected: ["Id", "a"], found: [], missing: ["Id", "a"] }, "7");
	expect(error.message).toBe(
		'The result of job 7 is empty: it does not even have a header, and Zoho did not count 0 rows. Expected: "Id", "a". Submit the job again.',
	);
});

test("twelve names are shown, each up to 60 characters", () => {
	const found = Array.from({ length: 14 }, (_, index) => `n${index}`);
	const shown = (...names: readonly string[]): string =>
		/Found: (.*?)\. Check/.exec(
			new MissingColumnsError({ expected: ["Id", "a", "b"], found: names, missing: ["a"] }).message,
		)?.[1] ?? "";
	const twelve = found
		.slice(0, 12)
		.map((name) => `"${name}"`)
		.join(", ");
	expect(shown(...found.slice(0, 12))).toBe(twelve);
	expect(shown(...found.slice(0, 13))).toBe(`${twelve} and 1 more`);
	expect(shown(...found)).toBe(`${twelve} and 2 more`);
	expect(shown("Id", "x".repeat(58))).toBe(`"Id", "${"x".repeat(58)}"`);
	expect(shown("Id", "x".repeat(59))).toBe(`"Id", "${"x".repeat(55)}..."`);
});

test("a column that is not described", () => {
	const error = new UnknownColumnError('New"__c', "Things");
	expect(error).toMatchObject({ name: "UnknownColumnError", column: 'New"__c', module: "Things" });
	expect(error.message).toBe(
		'The result has a column "New\\"__c", which Things does not describe. Generate the module again, or read with unknownColumns: "text".',
	);
});
