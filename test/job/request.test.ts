import { expect, test } from "vitest";
import { bulkRead } from "../../src/job/bulk-read.js";
import { checkJob } from "../../src/job/check-job.js";
import { writeRequest } from "../../src/job/request.js";
import { Contacts } from "../../src/standard/index.js";

const job = bulkRead(Contacts)
	.select("Last_Name")
	.where((where) => where("Lead_Source").equal("Web").and(where("Email").isNotEmpty()))
	.customView("554023000000093005")
	.page(2);

test("v2 is sent as it stands", () => {
	expect(writeRequest(job.toJSON(), "v2")).toEqual(job.toJSON());
	expect(writeRequest(job.toJSON(), "v2", "ignored: v2 has no tokens")).toEqual(job.toJSON());
});

test("on v8 a page token stands for the whole query, and the callback beside it", () => {
	expect(writeRequest(job.toJSON(), "v8", "token")).toEqual({ query: { page_token: "token" } });
	const callback = { url: "https://example.com/hook", method: "post" };
	expect(writeRequest(job.callback(callback.url).toJSON(), "v8", "token")).toEqual({
		callback,
		query: { page_token: "token" },
	});
});

test("a request has what was asked for and nothing else, in either spelling", () => {
	const bare = bulkRead(Contacts);
	expect(bare.request).toStrictEqual({ query: { module: "Contacts" } });
	expect(writeRequest(bare.toJSON(), "v8")).toStrictEqual({ query: { module: { api_name: "Contacts" } } });
	expect(writeRequest(bare.toJSON(), "v8", "token")).toStrictEqual({ query: { page_token: "token" } });
	// A copy by `...` still shows which job it is.
	expect({ ...bare }).toEqual({ request: bare.request });
});

test("whoever has a request cannot change its job by it", () => {
	const called = job.callback("https://example.com/hook");
	const { request } = called;
	for (const part of [request, request.query, request.callback]) expect(Object.isFrozen(part)).toBe(true);
	for (const body of [request, called.toJSON()]) (body.query.fields as string[]).push("Email");
	expect(called.toJSON().query.fields).toEqual(["Last_Name"]);
	expect(called.selection).toEqual(["Last_Name"]);
});

test.each<[string, () => unknown]>([
	["version", () => writeRequest(job.toJSON(), "v3" as never)],
	["request", () => writeRequest({} as never, "v8")],
	["job", () => checkJob({ module: {}, toJSON: {} })],
	["job", () => checkJob({ module: {} })],
])("what is no %s is said to be none by this name", (option, use) => {
	expect(use).toThrow(expect.objectContaining({ name: "InvalidOptionError", option }));
});
