import { describe, expect, test } from "vitest";
import { type AnswerChecks, holdAnswer, type Question } from "../../../src/client/export/hold-answer.js";
import { bulkRead } from "../../../src/job/bulk-read.js";
import type { JobDetails } from "../../../src/job/job-details.js";
import { UnexpectedAnswerError } from "../../../src/job/unexpected-answer-error.js";
import { Contacts, Events } from "../../../src/standard/index.js";
import { contactsJob } from "../contact-pages.js";
import { completed } from "./api-in-memory.js";

const asked: Question = { jobId: "1001", job: contactsJob, page: 2 };
const query = { module: "Contacts", fields: ["Last_Name", "Email_Opt_Out"], page: 2 };
const whole: JobDetails = {
	...{ id: "1001", operation: "read", state: "COMPLETED", createdBy: undefined, createdTime: undefined },
	...{ query, fileType: "csv", failure: undefined, result: completed({ page: 2 }).result },
};

/** What is wrong with an answer: where, and what was expected there; nothing if it is accepted. */
function refusalOf(change: object, question = asked, checks?: AnswerChecks): unknown {
	try {
		holdAnswer({ ...whole, ...change }, question, checks);
		return undefined;
	} catch (error) {
		if (!(error instanceof UnexpectedAnswerError)) throw error;
		return [error.path.join("."), error.expected];
	}
}

const resultOf = (page: number | undefined): object => ({ result: completed({ page }).result });

describe("an answer is held against what was asked for", () => {
	test.each<[string, object, where: string, expected: string]>([
		["another job", { id: "1002" }, "id", "job 1001"],
		["another module", { query: { ...query, module: "Leads" } }, "query.module", "Contacts"],
		["another module, as v8 says it", { query: { module: { api_name: "Leads" } } }, "query.module", "Contacts"],
		["another page", { query: { ...query, page: 3 } }, "query.page", "page 2"],
		["another page of the result", resultOf(3), "result.page", "page 2"],
		[
			"another page of the result alone",
			{ query: { ...query, page: undefined }, ...resultOf(3) },
			"query.page",
			"page 2",
		],
		["another format", { fileType: "ics" }, "file_type", "csv"],
		[
			"other fields",
			{ query: { ...query, fields: ["Last_Name", "Phone"] } },
			"query.fields",
			"Email_Opt_Out, Last_Name",
		],
		["fewer fields", { query: { ...query, fields: ["Last_Name"] } }, "query.fields", "Email_Opt_Out, Last_Name"],
	])("%s is refused", (_name, change, where, expected) => {
		for (const checks of [undefined, "lenient", "strict"] as const) {
			expect(refusalOf(change, asked, checks)).toEqual([where, `${expected}, which was requested`]);
		}
		expect(refusalOf(change, asked, "unchecked")).toBeUndefined();
	});

	test.each<[string, object, where: string]>([
		["no module", { query: { ...query, module: undefined } }, "query.module"],
		["a module that is none", { query: { ...query, module: { name: "Contacts" } } }, "query.module"],
		["no page anywhere", { query: { ...query, page: undefined }, ...resultOf(undefined) }, "query.page"],
		["no format", { fileType: undefined }, "file_type"],
		["no fields", { query: { ...query, fields: undefined } }, "query.fields"],
		["fields that are none", { query: { ...query, fields: "Last_Name" } }, "query.fields"],
		["fields that are not all names", { query: { ...query, fields: ["Last_Name", 7] } }, "query.fields"],
		["no query", { query: undefined }, "query.module"],
	])("%s is refused only if strictness was asked for", (_name, change, where) => {
		expect(refusalOf(change)).toBeUndefined();
		expect(refusalOf(change, asked, "strict")).toEqual([where, expect.stringContaining("which was requested")]);
	});

	test.each<[string, object, Question]>([
		["all of it", {}, asked],
		["the module as v8 says it", { query: { ...query, module: { id: "1", api_name: "Contacts" } } }, asked],
		["the page in the result alone", { query: { ...query, page: undefined } }, asked],
		["the page in the query alone", resultOf(undefined), asked],
		["the page in the query, without a result", { result: undefined }, asked],
		[
			"fields in another order, with the id",
			{ query: { ...query, fields: ["id", "Email_Opt_Out", "Last_Name"] } },
			asked,
		],
		["fields with the id as in a file", { query: { ...query, fields: ["Last_Name", "Email_Opt_Out", "Id"] } }, asked],
		["any page if it was asked for by a token", { ...resultOf(7) }, { ...asked, page: undefined }],
		["any fields if none were selected", {}, { ...asked, job: bulkRead(Contacts) }],
		["anything but the id, of a job of which nothing else is known", { fileType: "ics" }, { jobId: "1001" }],
		[
			"a calendar that was asked for",
			{ fileType: "ics", query: { module: "Events", page: 2 } },
			{ ...asked, job: bulkRead(Events).ics().page(2) },
		],
	])("%s is let pass", (name, change, question) => {
		expect(refusalOf(change, question)).toBeUndefined();
		if (!name.startsWith("any page")) expect(refusalOf(change, question, "strict")).toBeUndefined();
	});

	test("what is shown of it has no secrets of the job", () => {
		const job = contactsJob.callback("https://example.com/hook?secret=ca11bac4");
		const given = { ...whole, query: { ...query, page: 3, callback: "https://example.com/hook?secret=ca11bac4" } };
		for (const question of [asked, { ...asked, job }]) {
			const refused = (() => {
				try {
					holdAnswer(given, question);
				} catch (error) {
					return error as UnexpectedAnswerError;
				}
			})();
			expect(JSON.stringify(refused?.document).includes("ca11bac4")).toBe(question === asked);
		}
		// If nothing is known about a job, its secrets are not known either.
		expect(refusalOf({ id: "7" }, { jobId: "1001" })).toEqual(["id", "job 1001, which was requested"]);
	});
});
